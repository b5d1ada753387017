using System.Text.Json;
using Azure.Data.Tables;

namespace JuryBot.Storage;

/// <summary>Azure Tables' limits, checked before anything is sent, because the emulator does not hold them.
/// Source: "Understanding the Table service data model", "Performing entity group transactions".</summary>
internal static class Limits
{
    public const int Operations = 100;
    public const int TransactionBytes = 4 * 1024 * 1024;
    public const int EntityBytes = 1024 * 1024;
    public const int Properties = 255;
    public const int PropertyBytes = 64 * 1024;

    /// <summary>Headers and boundaries around one operation in a transaction, in bytes; generous.</summary>
    private const int Envelope = 1024;

    /// <summary>System properties that count against the 255: PartitionKey, RowKey, Timestamp.</summary>
    private const int SystemProperties = 3;

    /// <exception cref="StorageLimitException">The transaction, one of its entities or properties is too large.</exception>
    public static void Check(IReadOnlyList<TableTransactionAction> actions)
    {
        if (actions.Count > Operations)
        {
            throw new StorageLimitException($"A commit of {actions.Count} operations is over the {Operations} of one transaction; make it a sequence of commits.");
        }
        var bytes = 0L;
        foreach (var entity in actions.Select(action => (TableEntity)action.Entity))
        {
            Check(entity);
            bytes += Envelope + entity.Sum(property => property.Key.Length + WireBytes(property.Value));
        }
        if (bytes > TransactionBytes)
        {
            throw new StorageLimitException($"A commit of {bytes} bytes is over the {TransactionBytes} of one transaction; put large documents into blobs.");
        }
    }

    /// <exception cref="StorageLimitException">The entity or one of its properties is too large.</exception>
    public static void Check(TableEntity entity)
    {
        Keys.Checked(entity.PartitionKey);
        Keys.Checked(entity.RowKey);
        var properties = entity.Where(property => property.Key is not ("PartitionKey" or "RowKey" or "odata.etag" or "Timestamp")).ToList();
        if (properties.Count + SystemProperties > Properties)
        {
            throw new StorageLimitException($"Row {entity.RowKey} has {properties.Count} properties, over the {Properties} of one entity.");
        }
        var bytes = 4L + 2 * (entity.PartitionKey.Length + entity.RowKey.Length);
        foreach (var (name, value) in properties)
        {
            var size = StoredBytes(value);
            if (size > PropertyBytes)
            {
                throw new StorageLimitException($"Property {name} of row {entity.RowKey} has {size} bytes, over the {PropertyBytes} of one property.");
            }
            bytes += 8 + 2 * name.Length + size;
        }
        if (bytes > EntityBytes)
        {
            throw new StorageLimitException($"Row {entity.RowKey} has {bytes} bytes, over the {EntityBytes} of one entity; split the document or put it into a blob.");
        }
    }

    private static int StoredBytes(object? value) => value is string text ? 2 * text.Length : 16;

    private static int WireBytes(object? value) => value is string text ? JsonEncodedText.Encode(text).EncodedUtf8Bytes.Length : 64;
}

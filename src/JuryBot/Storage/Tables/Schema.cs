using Azure.Data.Tables;

namespace JuryBot.Storage;

/// <summary>Every row says which version of its layout it has.</summary>
internal static class Schema
{
    /// <summary>Version of the rows that this folder lays out itself: commits, ledger, outbox, lookups, lanes.</summary>
    public const int Own = 1;

    private const string Column = "Schema";

    public static TableEntity NewRow(string partition, string row, int schema = Own) => new(partition, row) { [Column] = schema };

    /// <exception cref="SchemaTooNewException">A newer version of JuryBot wrote the row.</exception>
    public static int Check(TableEntity entity, int known = Own)
    {
        var schema = entity.GetInt32(Column) ?? 0;
        return schema <= known ? schema : throw new SchemaTooNewException(entity.PartitionKey, entity.RowKey, schema, known);
    }
}

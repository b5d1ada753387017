using Azure;
using Azure.Data.Tables;

namespace JuryBot.Storage;

/// <summary>Everything later than a few minutes, by the UTC hour it is due in.</summary>
internal sealed class Deadlines(StorageClients clients, DeadlineCursor cursor, TimeProvider time)
{
    /// <summary>Moves a delivery here from its outbox. Safe to repeat after a crash.</summary>
    public async Task TakeOverAsync(TableClient outbox, DeliveryRow row, CancellationToken ct)
    {
        await AddAsync(row, ct);
        await outbox.DeleteEntityAsync(row.Entity.PartitionKey, row.Entity.RowKey, row.Entity.ETag, ct);
    }

    /// <summary>Puts a delivery here, once for each moment it is due at.</summary>
    public async Task AddAsync(DeliveryRow row, CancellationToken ct)
    {
        var due = row.NotBefore!.Value;
        var moved = row.MovedTo(DeadlineKeys.Hour(due), DeadlineKeys.Row(due, row.Cause));
        moved.Late = true;
        try
        {
            await clients.Table(TableNames.Deadlines).AddEntityAsync(moved.Entity, ct);
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            // Moved before a crash, or by another replica.
        }
        if (time.GetUtcNow() >= DeadlineKeys.EndOfHour(due))
        {
            await cursor.HoldAsync(DeadlineKeys.Hour(due), ct);
        }
    }
}

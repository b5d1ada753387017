using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using JuryBot.Storage;

namespace JuryBot.Operations.Backup;

/// <summary>Brings an account to what a backup holds, and has pending effects seen to again: wake-ups are made anew from the outboxes.</summary>
internal sealed class RestoreBackup(StorageClients clients, WakeUpQueue wakeUps)
{
    private const int MostBytes = 3 * 1024 * 1024;

    /// <summary>What a backup holds: sending budgets are of the moment and left out.</summary>
    public static IReadOnlyList<string> Tables { get; } = [.. TableNames.All.Where(table => table != TableNames.Lanes)];

    /// <summary>Makes what is missing in the account, and says whether it holds anything.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken ct)
    {
        await StorageSetup.MakeAsync(clients, ct);
        foreach (var table in Tables)
        {
            if (await clients.Table(table).QueryAsync<TableEntity>(maxPerPage: 1, cancellationToken: ct).AnyAsync(ct))
            {
                return false;
            }
        }

        return !await clients.Documents.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, ct).AnyAsync(ct);
    }

    /// <summary>Deletes everything that is there.</summary>
    public async Task EmptyAsync(CancellationToken ct)
    {
        foreach (var table in Tables)
        {
            var rows = clients.Table(table).QueryAsync<TableEntity>(select: ["PartitionKey", "RowKey"], cancellationToken: ct);
            await SubmitAsync(table, rows, row => new(TableTransactionActionType.Delete, row, ETag.All), _ => 0, ct);
        }

        await foreach (var blob in clients.Documents.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, ct))
        {
            await clients.Documents.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: ct);
        }
    }

    /// <summary>Writes everything, documents first, wake-ups last. Wake-ups that were there find nothing to do.</summary>
    /// <returns>How many rows and documents, and how many partitions have effects to see to.</returns>
    public async Task<(long Rows, int Blobs, int Pending)> RunAsync(BackupFolder folder, CancellationToken ct)
    {
        var (rows, blobs) = (0L, 0);
        await foreach (var blob in folder.BlobsAsync(ct))
        {
            await using var content = folder.Open(blob);
            await clients.Documents.GetBlobClient(blob.Name).UploadAsync(content, overwrite: true, ct);
            blobs++;
        }

        var pending = new HashSet<PartitionAddress>();
        foreach (var table in Tables)
        {
            await SubmitAsync(table, folder.RowsAsync(table, ct), row =>
            {
                rows++;
                if (row.RowKey.StartsWith("o|", StringComparison.Ordinal) && TableNames.Aggregates.Contains(table))
                {
                    pending.Add(new(table, row.PartitionKey));
                }

                return new(TableTransactionActionType.UpsertReplace, row);
            }, row => RowText.Write(row).Length, ct);
        }

        foreach (var (table, partition) in pending)
        {
            await wakeUps.PutAsync(new WakeUp(table, partition, null), ct);
        }

        return (rows, blobs, pending.Count);
    }

    /// <summary>One transaction after the other, each within one partition and the limits.</summary>
    private async Task SubmitAsync(string table, IAsyncEnumerable<TableEntity> rows, Func<TableEntity, TableTransactionAction> act, Func<TableEntity, int> size, CancellationToken ct)
    {
        var (batch, bytes) = (new List<TableTransactionAction>(), 0);
        await foreach (var row in rows)
        {
            var more = size(row);
            if (batch.Count > 0 && (batch.Count == Limits.Operations || bytes + more > MostBytes || batch[0].Entity.PartitionKey != row.PartitionKey))
            {
                await clients.Table(table).SubmitTransactionAsync(batch, ct);
                (batch, bytes) = ([], 0);
            }

            batch.Add(act(row));
            bytes += more;
        }

        if (batch.Count > 0)
        {
            await clients.Table(table).SubmitTransactionAsync(batch, ct);
        }
    }
}

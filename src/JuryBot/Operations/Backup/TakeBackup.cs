using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using JuryBot.Storage;

namespace JuryBot.Operations.Backup;

/// <summary>Copies an account as it stands at one moment: everything is read, then every key and version again, and only what did not change in between is a backup.
/// What belongs together lies in several partitions, so anything else could lose or repeat an effect.</summary>
internal sealed class TakeBackup(StorageClients clients, TimeProvider time)
{
    /// <returns>How many rows and documents it holds; <c>null</c> when the account changed meanwhile.</returns>
    public async Task<(long Rows, int Blobs)?> RunAsync(BackupFolder folder, CancellationToken ct)
    {
        var (rows, read) = (0L, new Dictionary<string, string>());
        foreach (var table in RestoreBackup.Tables)
        {
            using var versions = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await folder.WriteLinesAsync(BackupFolder.TableFile(table), RowsAsync(table, select: null, ct).Select(row =>
            {
                rows++;
                Note(versions, row);
                return RowText.Write(row);
            }));
            read[table] = Convert.ToHexStringLower(versions.GetHashAndReset());
        }

        // A row names only what was stored before it.
        var blobs = new List<KeptBlob>();
        await foreach (var blob in clients.Documents.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, ct))
        {
            var kept = new KeptBlob(blob.Name, BackupFolder.BlobFile(blob.Name));
            await folder.WriteBlobAsync(kept, file => clients.Documents.GetBlobClient(blob.Name).DownloadToAsync(file, ct));
            blobs.Add(kept);
        }

        await folder.WriteBlobsAsync(blobs);
        foreach (var table in RestoreBackup.Tables)
        {
            using var versions = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await foreach (var row in RowsAsync(table, ["PartitionKey", "RowKey", "Timestamp"], ct))
            {
                Note(versions, row);
            }

            if (Convert.ToHexStringLower(versions.GetHashAndReset()) != read[table])
            {
                return null;
            }
        }

        await folder.FinishAsync(time.GetUtcNow(), typeof(TakeBackup).Assembly.GetName().Version!.ToString(3));
        return (rows, blobs.Count);
    }

    private Azure.AsyncPageable<TableEntity> RowsAsync(string table, string[]? select, CancellationToken ct) => clients.Table(table).QueryAsync<TableEntity>(select: select, cancellationToken: ct);

    private static void Note(IncrementalHash versions, TableEntity row) => versions.AppendData(Encoding.UTF8.GetBytes($"{row.PartitionKey}\n{row.RowKey}\n{row.ETag}\n"));
}

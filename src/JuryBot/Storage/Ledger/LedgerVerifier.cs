using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace JuryBot.Storage;

/// <summary>Walks all partitions of all aggregates and checks that each is what its ledger says. May run beside live replicas.</summary>
public sealed class LedgerVerifier
{
    /// <summary>A partition that does not fit is read again: a commit may have landed while it was read.</summary>
    private const int Readings = 3;

    private readonly StorageClients clients;

    internal LedgerVerifier(StorageClients clients) => this.clients = clients;

    public async Task<VerificationReport> VerifyAsync(CancellationToken ct = default)
    {
        var (chains, rows) = (0, 0L);
        string? fault = null;
        foreach (var table in TableNames.Aggregates)
        {
            await foreach (var partition in PartitionsAsync(clients.Table(table), ct))
            {
                chains += partition.Any(row => row.RowKey is RowKeys.Root || row.RowKey.StartsWith("l|", StringComparison.Ordinal)) ? 1 : 0;
                rows += partition.Count(row => row.RowKey.StartsWith("s|", StringComparison.Ordinal));
                fault ??= await CheckAsync(table, partition, ct);
            }
        }
        return new(chains, rows, fault is null, fault);
    }

    /// <summary>One partition's ledger, the oldest entry first, each with its hash, and the first row that does not fit.</summary>
    /// <param name="table">One of <see cref="TableNames.Aggregates"/>.</param>
    internal async Task<(IReadOnlyList<(LedgerEntry Entry, string Hash)> Entries, string? Fault)> ReadAsync(string table, string partition, CancellationToken ct)
    {
        var rows = await RowsAsync(table, partition, ct);
        var entries = rows.Where(row => row.RowKey.StartsWith("l|", StringComparison.Ordinal)).Select(LedgerEntry.FromRow).Where(read => read.Entry is not null);
        return ([.. entries.Select(read => (read.Entry!, read.ComputedHash))], rows.Count == 0 ? null : await CheckAsync(table, rows, ct));
    }

    private async Task<string?> CheckAsync(string table, List<TableEntity> rows, CancellationToken ct)
    {
        var fault = LedgerCheck.FirstFault(table, rows);
        for (var reading = 1; fault is not null && reading < Readings; reading++)
        {
            rows = await RowsAsync(table, rows[0].PartitionKey, ct);
            fault = rows.Count == 0 ? null : LedgerCheck.FirstFault(table, rows);
        }
        return fault;
    }

    private async Task<List<TableEntity>> RowsAsync(string table, string partition, CancellationToken ct) =>
        await clients.Table(table).QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), cancellationToken: ct).ToListAsync(ct);

    /// <summary>The table's rows by partition: a query without filter comes in the order of keys.</summary>
    private static async IAsyncEnumerable<List<TableEntity>> PartitionsAsync(TableClient table, [EnumeratorCancellation] CancellationToken ct)
    {
        List<TableEntity> rows = [];
        await using var all = table.QueryAsync<TableEntity>(cancellationToken: ct).GetAsyncEnumerator(ct);
        while (await NextAsync(all))
        {
            if (rows.Count > 0 && rows[0].PartitionKey != all.Current.PartitionKey)
            {
                yield return rows;
                rows = [];
            }
            rows.Add(all.Current);
        }
        if (rows.Count > 0)
        {
            yield return rows;
        }
    }

    /// <summary>A table that was never made holds nothing.</summary>
    internal static async Task<bool> NextAsync(IAsyncEnumerator<TableEntity> rows)
    {
        try
        {
            return await rows.MoveNextAsync();
        }
        catch (RequestFailedException e) when (e.ErrorCode == TableErrorCode.TableNotFound)
        {
            return false;
        }
    }
}

using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;

namespace JuryBot.Storage;

/// <summary>A partition's state rows as they stood together at one moment.</summary>
/// <param name="Tag">ETag of the root; <c>null</c> when the partition has no state.</param>
/// <param name="Head">Where the ledger stands.</param>
/// <param name="Salt">16 random bytes for this partition's hashes.</param>
/// <param name="Taken">Last position taken from every source, by stream.</param>
/// <param name="Documents">Canonical JSON by row key, with its <c>s|</c>.</param>
internal sealed record Snapshot(
    ETag? Tag, LedgerHead Head, byte[] Salt, IReadOnlyDictionary<string, string> Taken, IReadOnlyDictionary<string, string> Documents)
{
    public static async Task<Snapshot> LoadAsync<T>(TableClient table, Layout<T> layout, string partition, CancellationToken ct) where T : class
    {
        if (layout.IsOneRow)
        {
            var root = await table.GetEntityIfExistsAsync<TableEntity>(partition, RowKeys.Root, cancellationToken: ct);
            return root.HasValue ? Of([root.Value!], layout.Schema) : Nothing(layout.Table, partition);
        }

        while (true)
        {
            var rows = new List<TableEntity>();
            var pages = 0;
            await foreach (var page in table.QueryAsync<TableEntity>(RowKeys.Range(partition, RowKeys.Root), cancellationToken: ct).AsPages())
            {
                rows.AddRange(page.Values);
                pages++;
            }
            if (rows.Count == 0)
            {
                return Nothing(layout.Table, partition);
            }
            if (rows[0].RowKey != RowKeys.Root)
            {
                throw new InvalidDataException($"{layout.Table}/{partition} has state rows and no root; run verify.");
            }
            // One page is one moment; several may straddle a commit, which would have replaced the root.
            if (pages == 1 || await StandsAsync(table, rows[0], ct))
            {
                return Of(rows, layout.Schema);
            }
        }
    }

    /// <summary>Whether <paramref name="cause"/> is older than what was last taken from its source.</summary>
    public bool HasPassed(Cause cause) =>
        !cause.Late && Taken.TryGetValue(cause.Stream, out var last) && string.CompareOrdinal(cause.Position, last) < 0;

    public T? Join<T>(Layout<T> layout) where T : class => Documents.Count == 0 ? null : layout.Join(Documents.ToDictionary(
        document => document.Key[RowKeys.Root.Length..], document => JsonSerializer.Deserialize<JsonElement>(document.Value), StringComparer.Ordinal));

    private static Snapshot Nothing(string table, string partition) =>
        new(null, new(0, LedgerEntry.Genesis(table, partition)), RandomNumberGenerator.GetBytes(16), new Dictionary<string, string>(), new Dictionary<string, string>());

    private static Snapshot Of(List<TableEntity> rows, int schema)
    {
        foreach (var row in rows)
        {
            Schema.Check(row, schema);
        }
        var root = rows[0];
        return new(root.ETag, new(StateRow.Sequence(root), StateRow.Head(root)), StateRow.Salt(root), StateRow.ReadTaken(root),
            rows.ToDictionary(row => row.RowKey, StateRow.DocumentOf, StringComparer.Ordinal));
    }

    private static async Task<bool> StandsAsync(TableClient table, TableEntity root, CancellationToken ct)
    {
        var now = await table.GetEntityIfExistsAsync<TableEntity>(root.PartitionKey, RowKeys.Root, ["Sequence"], ct);
        return now.HasValue && now.Value!.ETag == root.ETag;
    }
}

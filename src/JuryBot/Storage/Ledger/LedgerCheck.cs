using Azure.Data.Tables;

namespace JuryBot.Storage;

/// <summary>Checks one partition against its own ledger: the chain, where the root says it ends, and every row it speaks of.</summary>
internal static class LedgerCheck
{
    /// <param name="rows">All rows of one partition, in the order of their keys.</param>
    /// <returns>Table, partition, row and what is wrong with it; <c>null</c> when everything fits.</returns>
    public static string? FirstFault(string table, IReadOnlyList<TableEntity> rows)
    {
        var partition = rows[0].PartitionKey;
        var stored = rows.ToDictionary(row => row.RowKey, StringComparer.Ordinal);
        var written = new Dictionary<string, string?>(StringComparer.Ordinal);
        var (head, fault) = Chain(table, partition, rows, written);
        if (fault is not null)
        {
            return Name(fault.Value.Row, fault.Value.What);
        }
        if (!stored.TryGetValue(RowKeys.Root, out var root))
        {
            return written.Count > 0 ? Name(RowKeys.Root, "is missing")
                : rows.FirstOrDefault(row => !IsFence(row)) is { } stray ? Name(stray.RowKey, "has no ledger") : null;
        }
        if (StateRow.Sequence(root) != head.Sequence)
        {
            return StateRow.Sequence(root) > head.Sequence
                ? Name(RowKeys.Ledger(head.Sequence + 1), "is missing")
                : Name(RowKeys.Ledger(StateRow.Sequence(root) + 1), "is not known to the root");
        }
        if (StateRow.Head(root) != head.Hash)
        {
            return Name(RowKeys.Ledger(head.Sequence), "is not the entry the root was written with");
        }

        var salt = StateRow.Salt(root);
        foreach (var row in rows.Where(row => !IsFence(row)))
        {
            if (Fingerprint(row, salt) is var (key, hash) && (written.GetValueOrDefault(key) is not { } expected || expected != hash))
            {
                return Name(row.RowKey, written.ContainsKey(key) ? "is not what the ledger holds" : "is not in the ledger");
            }
        }
        return written.Where(pair => pair.Key.StartsWith("s|", StringComparison.Ordinal) && pair.Value is not null && !stored.ContainsKey(pair.Key))
            .Select(pair => Name(pair.Key, "is missing")).Order(StringComparer.Ordinal).FirstOrDefault();

        string Name(string row, string what) => $"{table}/{partition} {row} {what}";
    }

    /// <summary>Follows the chain, and gathers the last hash of every row it says was written.</summary>
    private static (LedgerHead Head, (string Row, string What)? Fault) Chain(string table, string partition, IReadOnlyList<TableEntity> rows, Dictionary<string, string?> written)
    {
        var head = new LedgerHead(0, LedgerEntry.Genesis(table, partition));
        foreach (var row in rows.Where(row => row.RowKey.StartsWith("l|", StringComparison.Ordinal)))
        {
            Schema.Check(row);
            var expected = RowKeys.Ledger(head.Sequence + 1);
            if (row.RowKey != expected)
            {
                return (head, (expected, "is missing"));
            }
            var (entry, computed, stored) = LedgerEntry.FromRow(row);
            if (entry is null || computed != stored || entry.Sequence != head.Sequence + 1)
            {
                return (head, (row.RowKey, "was changed"));
            }
            if (entry.Previous != head.Hash)
            {
                return (head, (row.RowKey, "does not follow the entry before it"));
            }
            foreach (var (key, hash) in entry.Rows)
            {
                written[key] = hash;
            }
            head = new(entry.Sequence, computed);
        }
        return (head, null);
    }

    /// <summary>The key the ledger knows a row by, and its hash; <c>null</c> for a ledger row.</summary>
    private static (string Key, string Hash)? Fingerprint(TableEntity row, byte[] salt)
    {
        switch (row.RowKey[..2])
        {
            case "s|":
                return (row.RowKey, StateRow.Fingerprint(row, salt));
            case "c|":
                return (row.RowKey, CommitRow.Fingerprint(row, salt));
            case "o|" or "p|":
                var delivery = new DeliveryRow(row);
                return (RowKeys.Outbox(delivery.Sequence, delivery.Index), delivery.Fingerprint(salt));
            default:
                return null;
        }
    }

    private static bool IsFence(TableEntity row) => row.RowKey.StartsWith("c|", StringComparison.Ordinal) && CommitRow.IsFence(row);
}

using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace JuryBot.Storage;

/// <summary>Small values by kind and key, and sets of them: Entra id → person, mail → person, event → sitting, person → sittings.</summary>
/// <remarks>Reading a key that Azure Tables does not accept finds nothing, since nothing can be stored under it; writing
/// one throws <see cref="KeyRefusedException"/>. Keys are compared exactly: the caller lower-cases mail addresses.</remarks>
public sealed class Lookups
{
    private const string Single = "v";
    private const string Set = "r|";
    private const string Value = "Value";

    private readonly TableClient table;

    internal Lookups(StorageClients clients) => table = clients.Table(TableNames.Lookups);

    /// <summary>The value, <c>null</c> when there is none.</summary>
    public async Task<string?> GetAsync(string kind, string key, CancellationToken ct = default)
    {
        if (!Keys.Fits(Partition(kind, key)))
        {
            return null;
        }
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Partition(kind, key), Single, cancellationToken: ct);
        return row.HasValue ? ValueOf(row.Value!) : null;
    }

    /// <summary>Sets the value, whatever it was.</summary>
    public Task PutAsync(string kind, string key, string value, CancellationToken ct = default) =>
        table.UpsertEntityAsync(Row(kind, key, Single, value), TableUpdateMode.Replace, ct);

    /// <summary>Sets the value if there is none, and returns the one that stands: of several who add, all get the same.</summary>
    public async Task<string> AddAsync(string kind, string key, string value, CancellationToken ct = default)
    {
        while (true)
        {
            if (await GetAsync(kind, key, ct) is { } standing)
            {
                return standing;
            }
            try
            {
                await table.AddEntityAsync(Row(kind, key, Single, value), ct);
                return value;
            }
            catch (RequestFailedException e) when (e.Status == 409)
            {
                // Another came first: read theirs.
            }
        }
    }

    /// <summary>Removes the value; nothing happens when there is none.</summary>
    public Task DeleteAsync(string kind, string key, CancellationToken ct = default) =>
        table.DeleteEntityAsync(Keys.Checked(Partition(kind, key)), Single, ETag.All, ct);

    /// <summary>Sets one row of a set.</summary>
    public Task PutAsync(string kind, string key, string row, string value, CancellationToken ct = default) =>
        table.UpsertEntityAsync(Row(kind, key, Set + row, value), TableUpdateMode.Replace, ct);

    /// <summary>One row of a set, <c>null</c> when it is not there.</summary>
    public async Task<string?> GetAsync(string kind, string key, string row, CancellationToken ct = default)
    {
        if (!Keys.Fits(Partition(kind, key)) || !Keys.Fits(Set + row))
        {
            return null;
        }
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition(kind, key), Set + row, cancellationToken: ct);
        return found.HasValue ? ValueOf(found.Value!) : null;
    }

    /// <summary>A set's rows in ordinal order, empty when there are none.</summary>
    public async Task<IReadOnlyList<(string Row, string Value)>> ListAsync(string kind, string key, CancellationToken ct = default)
    {
        var list = new List<(string, string)>();
        if (Keys.Fits(Partition(kind, key)))
        {
            await foreach (var row in table.QueryAsync<TableEntity>(RowKeys.Range(Partition(kind, key), Set), cancellationToken: ct))
            {
                list.Add((row.RowKey[Set.Length..], ValueOf(row)));
            }
        }
        return list;
    }

    /// <summary>Every single value of a kind with its key: a walk over many partitions, for work that nobody waits for.</summary>
    public async IAsyncEnumerable<(string Key, string Value)> WalkAsync(string kind, [EnumeratorCancellation] CancellationToken ct = default)
    {
        var (from, to) = ($"{kind}|", kind + "}");
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to} and RowKey eq {Single}"), cancellationToken: ct))
        {
            yield return (row.PartitionKey[from.Length..], ValueOf(row));
        }
    }

    /// <summary>Removes one row of a set; nothing happens when there is none.</summary>
    public Task DeleteAsync(string kind, string key, string row, CancellationToken ct = default) =>
        table.DeleteEntityAsync(Keys.Checked(Partition(kind, key)), Keys.Checked(Set + row), ETag.All, ct);

    private static string Partition(string kind, string key) => $"{kind}|{key}";

    private static TableEntity Row(string kind, string key, string row, string value)
    {
        var entity = Schema.NewRow(Partition(kind, key), row);
        Chunks.Write(entity, Value, value);
        Limits.Check(entity);
        return entity;
    }

    private static string ValueOf(TableEntity row)
    {
        Schema.Check(row);
        return Chunks.Read(row, Value) ?? "";
    }
}

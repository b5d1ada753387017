using Azure;
using Azure.Data.Tables;

namespace JuryBot.Storage;

/// <summary>Who is held when, across sessions: one row per holder and sitting.</summary>
public sealed class Reservations
{
    private readonly TableClient table;

    internal Reservations(StorageClients clients) => table = clients.Table(TableNames.Reservations);

    /// <summary>Holds, or moves the hold of this sitting. Returns the other sittings' holds that overlap: of two who hold the
    /// same moment at once, at least one is told.</summary>
    /// <exception cref="KeyRefusedException">Holder or sitting is not a valid key.</exception>
    public async Task<IReadOnlyList<Reservation>> PutAsync(string holder, DateTimeOffset from, DateTimeOffset to, string sitting, CancellationToken ct = default)
    {
        var row = Schema.NewRow(Keys.Checked(holder), Keys.Checked(sitting));
        (row["From"], row["To"]) = (from.ToUniversalTime(), to.ToUniversalTime());
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, ct);
        return [.. (await ListAsync(holder, from, to, ct)).Where(other => other.Sitting != sitting)];
    }

    /// <summary>Lets go; nothing happens when nothing was held.</summary>
    public Task DeleteAsync(string holder, string sitting, CancellationToken ct = default) =>
        table.DeleteEntityAsync(Keys.Checked(holder), Keys.Checked(sitting), ETag.All, ct);

    /// <summary>Holds that overlap the span, by start.</summary>
    public async Task<IReadOnlyList<Reservation>> ListAsync(string holder, DateTimeOffset from, DateTimeOffset to, CancellationToken ct = default)
    {
        var list = new List<Reservation>();
        var (start, end) = (from.ToUniversalTime(), to.ToUniversalTime());
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Keys.Checked(holder)} and From lt {end} and To gt {start}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: ct))
        {
            Schema.Check(row);
            list.Add(new(row.PartitionKey, row.GetDateTimeOffset("From")!.Value, row.GetDateTimeOffset("To")!.Value, row.RowKey));
        }
        return [.. list.OrderBy(reservation => reservation.From)];
    }
}

using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using JuryBot.Domain;

namespace JuryBot.Storage;

/// <summary>Deliveries that were given up: kept as <c>p|…</c> in the partition that decided them, listed in the lookups; the coordinators are told within
/// <see cref="Gathered"/>, once for all that were given up meanwhile of one aggregate.</summary>
public sealed class Poison
{
    internal const string Kind = "poison";
    internal const string All = "all";

    /// <summary>How long what is given up is gathered before it is told.</summary>
    public static readonly TimeSpan Gathered = TimeSpan.FromMinutes(5);

    private readonly StorageClients clients;
    private readonly Lookups lookups;
    private readonly WakeUpQueue wakeUps;
    private readonly DrainSignal signal;
    private readonly Deadlines deadlines;
    private readonly TimeProvider time;

    internal Poison(StorageClients clients, Lookups lookups, WakeUpQueue wakeUps, DrainSignal signal, Deadlines deadlines, TimeProvider time) =>
        (this.clients, this.lookups, this.wakeUps, this.signal, this.deadlines, this.time) = (clients, lookups, wakeUps, signal, deadlines, time);

    /// <summary>Everything parked, in the order of partitions.</summary>
    public async Task<IReadOnlyList<PoisonedDelivery>> ListAsync(CancellationToken ct = default)
    {
        // The lookups say where to look; the rows say what is.
        var partitions = (await lookups.ListAsync(Kind, All, ct)).Select(pair => Read(pair.Value)).Select(parked => (parked.Table, parked.Partition)).Distinct();
        var lists = await Task.WhenAll(partitions.Select(address => ListAsync(address.Table, address.Partition, ct)));
        return [.. lists.SelectMany(list => list)];
    }

    /// <summary>What is parked of one aggregate; nothing of one that cannot be.</summary>
    public async Task<IReadOnlyList<PoisonedDelivery>> ListAsync(string table, string partition, CancellationToken ct = default)
    {
        var list = new List<PoisonedDelivery>();
        if (!Keys.Fits(partition))
        {
            return list;
        }

        await foreach (var row in clients.Table(table).QueryAsync<TableEntity>(RowKeys.Range(partition, "p|"), cancellationToken: ct))
        {
            list.Add(Describe(new(row), row.GetDateTimeOffset("ParkedAt") ?? DateTimeOffset.MinValue));
        }
        return list;
    }

    /// <summary>Puts a parked delivery back into its outbox, with a fresh count of attempts. False when it is not parked.</summary>
    public async Task<bool> RetryAsync(string id, CancellationToken ct = default)
    {
        if (await lookups.GetAsync(Kind, All, id, ct) is not { } listed)
        {
            return false;
        }
        var parked = Read(listed);
        var table = clients.Table(parked.Table);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(parked.Partition, RowKeys.Poison(parked.Sequence, parked.Index), cancellationToken: ct);
        if (found.HasValue)
        {
            await wakeUps.PutAsync(new(parked.Table, parked.Partition, null), ct);
            var row = new DeliveryRow(found.Value!).MovedTo(parked.Partition, RowKeys.Outbox(parked.Sequence, parked.Index));
            (row.Attempts, row.Error, row.NotBefore, row.LeasedUntil, row.Late) = (0, null, null, null, true);
            try
            {
                await table.SubmitTransactionAsync(
                [
                    new(TableTransactionActionType.Delete, found.Value!, found.Value!.ETag),
                    new(TableTransactionActionType.Add, row.Entity),
                ], ct);
            }
            catch (RequestFailedException e) when (e.Status is 404 or 409 or 412)
            {
                return false;
            }
        }
        await lookups.DeleteAsync(Kind, All, id, ct);
        signal.Raise(new(parked.Table, parked.Partition));
        return found.HasValue;
    }

    /// <summary>Gives a parked delivery up for good: it is not carried out. False when it is not parked, or no more.</summary>
    public async Task<bool> DismissAsync(string id, CancellationToken ct = default)
    {
        if (await lookups.GetAsync(Kind, All, id, ct) is not { } listed)
        {
            return false;
        }
        var parked = Read(listed);
        var deleted = await clients.Table(parked.Table).DeleteEntityAsync(parked.Partition, RowKeys.Poison(parked.Sequence, parked.Index), ETag.All, ct);
        await lookups.DeleteAsync(Kind, All, id, ct);
        // Somebody had it tried again meanwhile.
        return deleted.Status != 404;
    }

    /// <summary>Parks a copy; the caller then removes the original. After a crash in between the original is tried, and parked, again.</summary>
    internal async Task ParkAsync(DeliveryRow row, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var parked = row.MovedTo(row.Source.Partition, RowKeys.Poison(row.Sequence, row.Index));
        parked.LeasedUntil = null;
        parked.Entity["ParkedAt"] = now;
        var described = Describe(parked, now);
        await lookups.PutAsync(Kind, All, described.Id, JsonSerializer.Serialize(described, Json.Options), ct);
        await clients.Table(row.Source.Table).UpsertEntityAsync(parked.Entity, TableUpdateMode.Replace, ct);
        if (row.Type != nameof(TellParked))
        {
            var moment = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % Gathered.Ticks), TimeSpan.Zero) + Gathered;
            await deadlines.AddAsync(DeliveryRow.New(row.Source.Table, row.Source.Partition, 0, 0, new TellParked(row.Source.Table, row.Source.Partition) { NotBefore = moment }, now), ct);
        }
    }

    /// <summary>Removes what an attempt left that was interrupted while it parked; nothing happens when there is none.</summary>
    internal async Task ForgetAsync(DeliveryRow row, CancellationToken ct)
    {
        await clients.Table(row.Source.Table).DeleteEntityAsync(row.Source.Partition, RowKeys.Poison(row.Sequence, row.Index), ETag.All, ct);
        await lookups.DeleteAsync(Kind, All, row.Cause.Id, ct);
    }

    private static PoisonedDelivery Read(string listed) => JsonSerializer.Deserialize<PoisonedDelivery>(listed, Json.Options)!;

    private static PoisonedDelivery Describe(DeliveryRow row, DateTimeOffset at) => new(
        row.Cause.Id, row.Source.Table, row.Source.Partition, row.Sequence, row.Index, row.Type, row.Recipient, row.Error ?? "", row.Attempts, at);
}

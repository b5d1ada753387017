using System.Collections.Concurrent;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;

namespace JuryBot.Storage;

/// <summary>A sending budget shared by all replicas: a row per lane logs when sends really were allowed, and whoever adds
/// to it under its ETag may send.</summary>
public sealed class Lanes
{
    private const string Row = "log";
    private const string Sends = "Sends";

    private readonly TableClient table;
    private readonly TimeProvider time;

    /// <summary>Keeps this process's senders in a queue instead of racing for the row. Replicas still race.</summary>
    private readonly ConcurrentDictionary<string, SemaphoreSlim> queues = new(StringComparer.Ordinal);

    internal Lanes(StorageClients clients, TimeProvider time) => (table, this.time) = (clients.Table(TableNames.Lanes), time);

    /// <summary>Returns when one send is allowed: make it at once. Waits on JuryBot's clock, first come first served within a process.</summary>
    /// <param name="lane">A mailbox, a conversation or a tenant.</param>
    /// <param name="paces">All of them hold. The same for every sender of the lane.</param>
    /// <exception cref="KeyRefusedException">The lane is not a valid key.</exception>
    public async Task AcquireAsync(string lane, IReadOnlyList<Pace> paces, CancellationToken ct = default)
    {
        Keys.Checked(lane);
        var queue = queues.GetOrAdd(lane, _ => new(1, 1));
        await queue.WaitAsync(ct);
        try
        {
            for (var round = 0; !await TryAcquireAsync(lane, paces, ct); round++)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(Math.Min(5 * round, 200) + 1)), TimeProvider.System, ct);
            }
        }
        finally
        {
            queue.Release();
        }
    }

    /// <summary>Waits for the next allowed moment and takes it; false when another replica took it first.</summary>
    private async Task<bool> TryAcquireAsync(string lane, IReadOnlyList<Pace> paces, CancellationToken ct)
    {
        var stored = await table.GetEntityIfExistsAsync<TableEntity>(lane, Row, cancellationToken: ct);
        var sends = stored.HasValue ? Read(stored.Value!) : [];
        var now = time.GetUtcNow();
        for (var next = paces.Max(pace => pace.Next(sends)); next > now; now = time.GetUtcNow())
        {
            await Task.Delay(next - now, time, ct);
        }
        var row = stored.HasValue ? stored.Value! : Schema.NewRow(lane, Row);
        var kept = sends.SkipWhile(send => paces.All(pace => send + pace.Guarded <= now)).Append(now).TakeLast(paces.Max(pace => pace.Count));
        Chunks.Write(row, Sends, JsonSerializer.Serialize(kept.Select(send => send.UtcTicks)));
        Limits.Check(row);
        try
        {
            await (stored.HasValue ? table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, ct) : table.AddEntityAsync(row, ct));
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return false;
        }
    }

    private static List<DateTimeOffset> Read(TableEntity row)
    {
        Schema.Check(row);
        return [.. JsonSerializer.Deserialize<long[]>(Chunks.Read(row, Sends) ?? "[]")!.Select(ticks => new DateTimeOffset(ticks, TimeSpan.Zero))];
    }
}

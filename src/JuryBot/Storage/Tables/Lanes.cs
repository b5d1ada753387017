using System.Collections.Concurrent;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;

namespace JuryBot.Storage;

/// <summary>Sending budgets shared by all replicas: a row per lane logs when sends were allowed, and whoever adds to it
/// under its ETag may send.</summary>
public sealed class Lanes
{
    /// <summary>How long an allowance is good for. A send that is held up longer, by another lane or by storage, takes another.</summary>
    internal static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(100);

    private const string Row = "log";
    private const string Sends = "Sends";
    private const string PausedUntil = "PausedUntil";
    private const int MostQueues = 1_000;
    private const int MostRounds = 4;

    // Longer pauses are not waited for here.
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private readonly TableClient table;
    private readonly TimeProvider time;

    /// <summary>Keeps this process's senders in a queue instead of racing for the row. Replicas still race.</summary>
    private readonly ConcurrentDictionary<string, Queue> queues = new(StringComparer.Ordinal);

    internal Lanes(StorageClients clients, TimeProvider time) => (table, this.time) = (clients.Table(TableNames.Lanes), time);

    /// <summary>Returns when every lane allows one send: make it at once. Waits on JuryBot's clock, first come first served within a process.</summary>
    /// <param name="lanes">The one most waited for first.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="KeyRefusedException">A lane's name is not a valid key.</exception>
    /// <exception cref="UnavailableException">A lane is paused for longer than anybody waits.</exception>
    public async Task AcquireAsync(IReadOnlyList<Lane> lanes, CancellationToken ct = default)
    {
        var allowed = new DateTimeOffset[lanes.Count];
        for (var round = 0; round < MostRounds && allowed.Any(IsStale); round++)
        {
            for (var i = 0; i < lanes.Count; i++)
            {
                if (IsStale(allowed[i]))
                {
                    allowed[i] = await TakeAsync(lanes[i], ct);
                }
            }
        }
    }

    /// <summary>Allows nothing in a lane before a moment on JuryBot's clock, on any replica: who serves it asked to be left alone.</summary>
    public async Task PauseAsync(string lane, DateTimeOffset until, CancellationToken ct = default)
    {
        while (true)
        {
            var (tag, sends, paused) = await ReadAsync(Keys.Checked(lane), ct);
            if (paused >= until || await TryWriteAsync(lane, tag, sends, until, ct) is not null)
            {
                return;
            }
        }
    }

    private bool IsStale(DateTimeOffset allowed) => time.GetUtcNow() - allowed > Fresh;

    private async Task<DateTimeOffset> TakeAsync(Lane lane, CancellationToken ct)
    {
        Keys.Checked(lane.Name);
        if (queues.Count > MostQueues)
        {
            queues.Clear(); // Who waits in one goes on; the row decides.
        }

        var queue = queues.GetOrAdd(lane.Name, _ => new());
        await queue.Turn.WaitAsync(ct);
        try
        {
            for (var round = 0; ; round++)
            {
                if (await TryTakeAsync(lane, queue, ct) is { } moment)
                {
                    return moment;
                }

                queue.Known = null;
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(Math.Min(5 * round, 200) + 1)), TimeProvider.System, ct);
            }
        }
        finally
        {
            queue.Turn.Release();
        }
    }

    /// <summary>Waits for the next allowed moment and takes it; <c>null</c> when another replica took it first.</summary>
    private async Task<DateTimeOffset?> TryTakeAsync(Lane lane, Queue queue, CancellationToken ct)
    {
        queue.Known ??= await ReadAsync(lane.Name, ct);
        var (tag, sends, paused) = queue.Known.Value;
        var now = time.GetUtcNow();
        if (paused - now is { } wait && wait > LongestPause)
        {
            throw new UnavailableException("What these messages go through", wait);
        }

        var paced = lane.Paces.Max(pace => pace.Next(sends));
        for (var next = paused > paced ? paused.Value : paced; next > now; now = time.GetUtcNow())
        {
            await Task.Delay(next - now, time, ct);
        }

        DateTimeOffset[] kept = [.. sends.SkipWhile(send => lane.Paces.All(pace => send + pace.Guarded <= now)).Append(now).TakeLast(lane.Paces.Max(pace => pace.Count))];
        queue.Known = await TryWriteAsync(lane.Name, tag, kept, paused > now ? paused : null, ct);
        return queue.Known is null ? null : now;
    }

    /// <summary>The row as it is then; <c>null</c> when another replica changed it first.</summary>
    private async Task<(ETag? Tag, DateTimeOffset[] Sends, DateTimeOffset? Paused)?> TryWriteAsync(string lane, ETag? tag, DateTimeOffset[] sends, DateTimeOffset? paused, CancellationToken ct)
    {
        var row = Schema.NewRow(lane, Row);
        Chunks.Write(row, Sends, JsonSerializer.Serialize(sends.Select(send => send.UtcTicks)));
        row[PausedUntil] = paused;
        Limits.Check(row);
        try
        {
            var written = await (tag is { } standing ? table.UpdateEntityAsync(row, standing, TableUpdateMode.Replace, ct) : table.AddEntityAsync(row, ct));
            return (written.Headers.ETag, sends, paused);
        }
        catch (RequestFailedException e) when (e.Status is 404 or 409 or 412)
        {
            return null;
        }
    }

    private async Task<(ETag? Tag, DateTimeOffset[] Sends, DateTimeOffset? Paused)> ReadAsync(string lane, CancellationToken ct)
    {
        var stored = await table.GetEntityIfExistsAsync<TableEntity>(lane, Row, cancellationToken: ct);
        if (!stored.HasValue)
        {
            return (null, [], null);
        }

        Schema.Check(stored.Value!);
        var ticks = JsonSerializer.Deserialize<long[]>(Chunks.Read(stored.Value!, Sends) ?? "[]")!;
        return (stored.Value!.ETag, [.. ticks.Select(tick => new DateTimeOffset(tick, TimeSpan.Zero))], stored.Value!.GetDateTimeOffset(PausedUntil));
    }

    /// <summary>This process's senders of a lane.</summary>
    private sealed class Queue
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        /// <summary>The row as this process last wrote or read it; another replica may have gone on from there.</summary>
        public (ETag? Tag, DateTimeOffset[] Sends, DateTimeOffset? Paused)? Known { get; set; }
    }
}

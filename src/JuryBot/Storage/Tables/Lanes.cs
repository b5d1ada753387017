using System.Collections.Concurrent;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;

namespace JuryBot.Storage;

/// <summary>Sending budgets shared by all replicas: a row per lane logs when sends are allowed, and whoever adds to it
/// under its ETag may send then. Those who wait together add together, and a little ahead of time.</summary>
public sealed class Lanes
{
    /// <summary>How long an allowance is good for at most. A send that is held up longer, by another lane or by storage, takes another.</summary>
    internal static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(100);

    private const string Row = "log";
    private const string Sends = "Sends";
    private const string PausedUntil = "PausedUntil";
    private const int MostQueues = 1_000;
    private const int MostRounds = 4;

    // Longer pauses are not waited for here.
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    // A lane that is full is asked when its next moment is near, and for all moments up to further ahead: those still come when a pause is asked for meanwhile.
    private static readonly TimeSpan Near = TimeSpan.FromMilliseconds(100), Ahead = TimeSpan.FromMilliseconds(250);

    private readonly TableClient table;
    private readonly TimeProvider time;

    /// <summary>Keeps this process's senders in a queue instead of racing for the row. Replicas still race.</summary>
    private readonly ConcurrentDictionary<string, Queue> queues = new(StringComparer.Ordinal);

    internal Lanes(StorageClients clients, TimeProvider time) => (table, this.time) = (clients.Table(TableNames.Lanes), time);

    /// <summary>Returns when every lane allows one send: make it at once. Waits on JuryBot's clock, first come first served within a process.</summary>
    /// <param name="lanes">The one most waited for first: the others are asked for the moment it allows.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="KeyRefusedException">A lane's name is not a valid key.</exception>
    /// <exception cref="UnavailableException">A lane is paused for longer than anybody waits.</exception>
    public async Task AcquireAsync(IReadOnlyList<Lane> lanes, CancellationToken ct = default)
    {
        var allowed = new DateTimeOffset[lanes.Count];
        for (var round = 0; round < MostRounds && IsStale(lanes, allowed); round++)
        {
            for (var i = 0; i < lanes.Count; i++)
            {
                var from = Later(time.GetUtcNow(), allowed.Max());
                if (from - allowed[i] > lanes[i].Fresh)
                {
                    allowed[i] = await TakeAsync(lanes[i], from, allowed[i], ct);
                }
            }

            for (var now = time.GetUtcNow(); allowed.Max() is var at && at > now; now = time.GetUtcNow())
            {
                await Task.Delay(at - now, time, ct);
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
                queues.GetValueOrDefault(lane)?.Ahead.Clear();
                return;
            }
        }
    }

    private bool IsStale(IReadOnlyList<Lane> lanes, DateTimeOffset[] allowed)
    {
        var now = time.GetUtcNow();
        return lanes.Where((lane, i) => now - allowed[i] > lane.Fresh).Any();
    }

    /// <summary>A moment that nobody else has, not before the given one. It may be a little ahead.</summary>
    /// <param name="unused">One taken before, for which it has become too late.</param>
    private async Task<DateTimeOffset> TakeAsync(Lane lane, DateTimeOffset from, DateTimeOffset unused, CancellationToken ct)
    {
        Keys.Checked(lane.Name);
        if (queues.Count > MostQueues)
        {
            // Those that nobody waits in; were somebody about to, the row decides.
            foreach (var idle in queues.Where(known => known.Value.IsIdle))
            {
                queues.TryRemove(idle);
            }
        }

        var queue = queues.GetOrAdd(lane.Name, _ => new());
        Interlocked.Increment(ref queue.Waiting);
        try
        {
            await queue.Turn.WaitAsync(ct);
        }
        finally
        {
            Interlocked.Decrement(ref queue.Waiting);
        }

        try
        {
            if (unused != default)
            {
                queue.Unused.Add(unused);
            }

            for (var round = 0; ; round++)
            {
                from = Later(from, time.GetUtcNow());
                while (queue.Ahead.TryDequeue(out var moment))
                {
                    // One that is nearly stale is not begun with.
                    if (from - moment < lane.Fresh / 2)
                    {
                        return moment;
                    }

                    queue.Unused.Add(moment);
                }

                if (await TryTakeAsync(lane, queue, from, ct) is { } taken)
                {
                    return taken;
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

    /// <summary>Takes the next allowed moment, and more for those who wait here as far as they are near; <c>null</c> when another replica took it first.</summary>
    private async Task<DateTimeOffset?> TryTakeAsync(Lane lane, Queue queue, DateTimeOffset from, CancellationToken ct)
    {
        queue.Known ??= await ReadAsync(lane.Name, ct);
        var (tag, sends, paused) = queue.Known.Value;
        var now = time.GetUtcNow();
        if (paused - now is { } wait && wait > LongestPause)
        {
            throw new UnavailableException("What these messages go through", wait);
        }

        // What was not sent leaves room.
        List<DateTimeOffset> kept = [.. sends], taken = [];
        queue.Unused.ForEach(unused => kept.Remove(unused));
        var next = lane.Next(kept, paused ?? now);
        for (; next - Near > now; now = time.GetUtcNow())
        {
            await Task.Delay(next - Near - now, time, ct);
        }

        var moment = Later(next, lane.Next(kept, Later(from, now)));
        for (var wanted = 1 + Volatile.Read(ref queue.Waiting); taken.Count == 0 || (taken.Count < wanted && moment - Ahead <= now); moment = lane.Next(kept, moment))
        {
            kept.Add(moment);
            taken.Add(moment);
        }

        DateTimeOffset[] log = [.. kept.SkipWhile(send => lane.Paces.All(pace => send + pace.Guarded <= now)).TakeLast(lane.Paces.Max(pace => pace.Count))];
        queue.Known = await TryWriteAsync(lane.Name, tag, log, paused > now ? paused : null, ct);
        if (queue.Known is null)
        {
            return null;
        }

        queue.Unused.Clear();
        foreach (var more in taken.Skip(1))
        {
            queue.Ahead.Enqueue(more);
        }

        return taken[0];
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

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

        public int Waiting;

        public bool IsIdle => Volatile.Read(ref Waiting) == 0 && Turn.CurrentCount > 0 && Ahead.IsEmpty;

        /// <summary>Moments taken for nothing.</summary>
        public List<DateTimeOffset> Unused { get; } = [];

        /// <summary>Moments taken and not yet handed out.</summary>
        public ConcurrentQueue<DateTimeOffset> Ahead { get; } = new();

        /// <summary>The row as this process last wrote or read it; another replica may have gone on from there.</summary>
        public (ETag? Tag, DateTimeOffset[] Sends, DateTimeOffset? Paused)? Known { get; set; }
    }
}

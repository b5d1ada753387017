using System.Collections.Concurrent;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;

namespace JuryBot.Storage;

/// <summary>How many may be at work on one thing at once, all replicas together, and until when it is to be left alone: a row for each. A replica takes the slots it has
/// use for, keeps them while it is busy, and gives way where others wait. The slots of one that died are free again when their lease is over.</summary>
public sealed class Slots : IAsyncDisposable
{
    private const string Row = "slots";
    private const string Reason = "The mailbox";
    private const string Holders = nameof(Holders);
    private const string PausedUntil = nameof(PausedUntil);

    // A row read longer ago is read again before it is relied on.
    private static readonly TimeSpan Recent = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan WishFor = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(10);

    private readonly string replica = Guid.NewGuid().ToString("N");
    private readonly ConcurrentDictionary<string, Share> shares = new(StringComparer.Ordinal);
    private readonly TableClient table;
    private readonly TimeProvider time;

    internal Slots(StorageClients clients, TimeProvider time) => (table, this.time) = (clients.Table(TableNames.Lanes), time);

    /// <summary>The longest that anything may be at work, in real time.</summary>
    public static readonly TimeSpan LongestWork = TimeSpan.FromSeconds(30);

    /// <summary>How long slots are held without being renewed, in real time: longer than anything may be at work, and clocks differ.</summary>
    internal TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(1);

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>Waits for a slot; dispose of it when the work is done.</summary>
    /// <param name="name">What is worked on, as a key.</param>
    /// <param name="most">How many may be at work, the same for everyone.</param>
    /// <param name="patience">The longest pause to be waited for, on JuryBot's clock.</param>
    /// <param name="turn">The longest to wait for a slot, in real time.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="UnavailableException">It would take longer.</exception>
    public async Task<IAsyncDisposable> EnterAsync(string name, int most, TimeSpan patience, TimeSpan turn, CancellationToken ct = default)
    {
        var share = ShareOf(name);
        var giveUp = Now + turn;
        Interlocked.Increment(ref share.Waiting);
        try
        {
            if (!await share.Turn.WaitAsync(turn, ct))
            {
                throw new UnavailableException(Reason, turn);
            }

            try
            {
                for (var round = 1; ; round++)
                {
                    var freed = share.Freed.Task;
                    var (entered, paused) = await TryEnterAsync(name, share, most, ct);
                    if (entered)
                    {
                        return new Slot(this, name, share);
                    }

                    if (paused > patience || Now > giveUp)
                    {
                        throw new UnavailableException(Reason, paused > patience ? paused : turn);
                    }

                    await (paused > TimeSpan.Zero
                        ? Task.Delay(paused, time, ct)
                        : Task.WhenAny(freed, Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(10, Math.Min(50 * round, 250) + 11)), TimeProvider.System, ct)));
                }
            }
            finally
            {
                share.Turn.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref share.Waiting);
        }
    }

    /// <summary>Lets nobody in before a moment on JuryBot's clock, on any replica. Who is at work goes on.</summary>
    public async Task PauseAsync(string name, DateTimeOffset until, CancellationToken ct = default)
    {
        var share = ShareOf(name);
        await share.Row.WaitAsync(ct);
        try
        {
            do
            {
                share.Seen = await ReadAsync(name, ct);
            }
            while (share.Seen.Paused < until && !await TryWriteAsync(name, share, share.Seen.Holders, until, ct));
        }
        finally
        {
            share.Row.Release();
        }
    }

    /// <summary>Gives back what this replica holds and has no use for.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var (name, share) in shares)
        {
            await GiveBackAsync(name, share);
        }
    }

    private Share ShareOf(string name) => shares.GetOrAdd(Keys.Checked(name), _ => new());

    /// <summary>Takes a slot held here or, from the row, one that is free.</summary>
    /// <returns>Whether it did; otherwise how long nobody is let in.</returns>
    private async Task<(bool Entered, TimeSpan Paused)> TryEnterAsync(string name, Share share, int most, CancellationToken ct)
    {
        await share.Row.WaitAsync(ct);
        try
        {
            var now = Now;
            var seen = share.Seen = share.Seen is { } recent && now - recent.At < Recent ? recent : await ReadAsync(name, ct);
            if (seen.Paused - time.GetUtcNow() is { Ticks: > 0 } paused)
            {
                return (false, paused);
            }

            List<Holder> others = [.. seen.Holders.Where(h => h.Replica != replica && ((h.Count > 0 && h.Until > now) || h.Wants > now))];
            var mine = seen.Holders.FirstOrDefault(h => h.Replica == replica);
            var used = Volatile.Read(ref share.Used);
            var fair = others.Exists(h => h.Wants > now) ? most / (others.Count + 1) : most;
            var lasts = share.Until - now >= LongestWork + Skew;
            if (used < share.Held && used < fair && lasts)
            {
                Interlocked.Increment(ref share.Used);
                return (true, default);
            }

            var free = most - others.Where(h => h.Until > now).Sum(h => h.Count);
            // With more replicas than slots, one that was used goes back first, for anybody to take.
            var limit = used < fair ? fair : used > 0 ? used : share.Held > 0 ? 0 : 1;
            var count = Math.Max(used, Math.Min(Math.Min(used + Volatile.Read(ref share.Waiting), free), limit));
            var wants = count <= used && free < most ? now + WishFor : DateTimeOffset.MinValue;
            if (count == share.Held && lasts && (wants == DateTimeOffset.MinValue || mine?.Wants > now + (WishFor / 2)))
            {
                return (false, default);
            }

            // What is given back counts as gone at once: the answer may be lost.
            share.Held = Math.Min(share.Held, count);
            var until = now + Lease;
            if (!await TryWriteAsync(name, share, [.. others, new Holder(replica, count, until, wants)], seen.Paused, ct))
            {
                return (false, default);
            }

            (share.Held, share.Until) = (count, until);
            if (used >= count)
            {
                return (false, default);
            }

            Interlocked.Increment(ref share.Used);
            return (true, default);
        }
        finally
        {
            share.Row.Release();
        }
    }

    private async Task LeaveAsync(string name, Share share)
    {
        Interlocked.Decrement(ref share.Used);
        Volatile.Write(ref share.LeftAt, TimeProvider.System.GetTimestamp());
        Interlocked.Exchange(ref share.Freed, Share.NewFreed()).TrySetResult();
        if (Interlocked.Exchange(ref share.Lingering, 1) == 1)
        {
            return;
        }

        while (TimeProvider.System.GetElapsedTime(Volatile.Read(ref share.LeftAt)) < Linger)
        {
            await Task.Delay(Linger, TimeProvider.System);
        }

        Volatile.Write(ref share.Lingering, 0);
        await GiveBackAsync(name, share);
    }

    private async Task GiveBackAsync(string name, Share share)
    {
        await share.Row.WaitAsync();
        try
        {
            for (var given = share.Held <= share.Used; !given && Volatile.Read(ref share.Waiting) == 0;)
            {
                var (seen, used) = (share.Seen ?? await ReadAsync(name, default), share.Used);
                (share.Seen, share.Held) = (seen, used);
                var others = seen.Holders.Where(h => h.Replica != replica);
                given = await TryWriteAsync(name, share, [.. used == 0 ? others : others.Append(new Holder(replica, used, share.Until, default))], seen.Paused, default);
            }
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException or OperationCanceledException)
        {
            // Storage does not answer: what is not given back is free when its lease ends.
        }
        finally
        {
            share.Row.Release();
        }
    }

    /// <summary>Whether nobody else changed the row since it was seen.</summary>
    private async Task<bool> TryWriteAsync(string name, Share share, IReadOnlyList<Holder> holders, DateTimeOffset paused, CancellationToken ct)
    {
        var row = Schema.NewRow(name, Row);
        row[Holders] = JsonSerializer.Serialize(holders, Json.Options);
        row[PausedUntil] = paused;
        Limits.Check(row);
        var tag = share.Seen!.Tag;
        // An answer that is lost leaves what is written unknown.
        share.Seen = null;
        try
        {
            var written = await (tag is { } standing ? table.UpdateEntityAsync(row, standing, TableUpdateMode.Replace, ct) : table.AddEntityAsync(row, ct));
            share.Seen = new(written.Headers.ETag, holders, paused, Now);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    private async Task<Seen> ReadAsync(string name, CancellationToken ct)
    {
        var at = Now;
        var stored = await table.GetEntityIfExistsAsync<TableEntity>(name, Row, cancellationToken: ct);
        if (!stored.HasValue)
        {
            return new(null, [], Unpaused, at);
        }

        Schema.Check(stored.Value!);
        return new(stored.Value!.ETag, JsonSerializer.Deserialize<List<Holder>>(stored.Value.GetString(Holders), Json.Options)!, stored.Value.GetDateTimeOffset(PausedUntil) ?? Unpaused, at);
    }

    // The earliest moment that Tables hold.
    private static readonly DateTimeOffset Unpaused = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="Until">End of the lease, in real time.</param>
    /// <param name="Wants">Waits for more, until then unless said again.</param>
    private sealed record Holder(string Replica, int Count, DateTimeOffset Until, DateTimeOffset Wants);

    private sealed record Seen(ETag? Tag, IReadOnlyList<Holder> Holders, DateTimeOffset Paused, DateTimeOffset At);

    /// <summary>What this replica holds of something. <see cref="Row"/> is held by whoever reads or writes the row.</summary>
    private sealed class Share
    {
        public int Held, Used, Waiting, Lingering;
        public long LeftAt;
        public TaskCompletionSource Freed = NewFreed();

        public SemaphoreSlim Turn { get; } = new(1, 1);

        public SemaphoreSlim Row { get; } = new(1, 1);

        public DateTimeOffset Until { get; set; }

        public Seen? Seen { get; set; }

        public static TaskCompletionSource NewFreed() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Slot(Slots slots, string name, Share share) : IAsyncDisposable
    {
        private int left;

        public ValueTask DisposeAsync()
        {
            if (Interlocked.Exchange(ref left, 1) == 0)
            {
                _ = slots.LeaveAsync(name, share);
            }

            return ValueTask.CompletedTask;
        }
    }
}

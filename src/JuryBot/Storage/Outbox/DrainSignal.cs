using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace JuryBot.Storage;

/// <summary>Tells this process that a partition's outbox may have something due. Only a shortcut: what is lost here, a
/// wake-up brings back.</summary>
internal sealed class DrainSignal(TimeProvider time)
{
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(1);

    private readonly Channel<PartitionAddress> channel = Channel.CreateBounded<PartitionAddress>(4096);
    private readonly ConcurrentDictionary<PartitionAddress, bool> waiting = new();
    private readonly ConcurrentDictionary<PartitionAddress, DateTimeOffset> alarms = new();

    public void Raise(PartitionAddress address)
    {
        if (waiting.TryAdd(address, true) && !channel.Writer.TryWrite(address))
        {
            waiting.TryRemove(address, out _);
        }
    }

    /// <summary>Raises at a moment of JuryBot's clock; an earlier alarm for the same partition stands.</summary>
    public void RaiseAt(PartitionAddress address, DateTimeOffset moment, CancellationToken stopping)
    {
        if (alarms.TryGetValue(address, out var earlier) && earlier <= moment)
        {
            return;
        }
        alarms[address] = moment;
        _ = RingAsync();

        async Task RingAsync()
        {
            var delay = moment - time.GetUtcNow();
            await Task.Delay(delay < TimeSpan.Zero ? TimeSpan.Zero : delay < LongestTimer ? delay : LongestTimer, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            alarms.TryRemove(new(address, moment));
            Raise(address);
        }
    }

    public async IAsyncEnumerable<PartitionAddress> ReadAllAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var address in channel.Reader.ReadAllAsync(ct))
        {
            waiting.TryRemove(address, out _);
            yield return address;
        }
    }
}

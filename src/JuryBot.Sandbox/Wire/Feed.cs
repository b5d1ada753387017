using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace JuryBot.Sandbox.Wire;

/// <summary>Something changed that a person could see.</summary>
/// <param name="Kind">chat, mail, calendar, clock or jurybot.</param>
/// <param name="Person">Id of whose it is; <c>null</c> means everyone's.</param>
public sealed record Change(string Kind, string? Person);

/// <summary>Tells the portal, and whoever waits for something, that the tenant has changed.</summary>
public sealed class Feed
{
    private readonly Lock gate = new();
    private readonly List<ChannelWriter<Change>> readers = [];
    private long version;

    /// <summary>Grows with every change.</summary>
    public long Version => Volatile.Read(ref version);

    internal void Publish(string kind, string? person = null)
    {
        lock (gate)
        {
            version++;
            readers.ForEach(reader => reader.TryWrite(new Change(kind, person)));
        }
    }

    /// <summary>Every change until cancelled.</summary>
    public async IAsyncEnumerable<Change> ChangesAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var channel = Subscribe();
        try
        {
            await foreach (var change in channel.Reader.ReadAllAsync(ct))
            {
                yield return change;
            }
        }
        finally
        {
            Unsubscribe(channel);
        }
    }

    /// <summary>Waits until a condition holds, looking again after every change.</summary>
    /// <exception cref="TimeoutException">It did not within <paramref name="patience"/> (real time).</exception>
    public async Task WaitForAsync(Func<bool> condition, TimeSpan patience, CancellationToken ct = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(patience);
        var channel = Subscribe();
        try
        {
            while (!condition())
            {
                await channel.Reader.ReadAsync(limit.Token);
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException($"What was waited for did not happen within {patience}.");
        }
        finally
        {
            Unsubscribe(channel);
        }
    }

    private Channel<Change> Subscribe()
    {
        var channel = Channel.CreateUnbounded<Change>();
        lock (gate)
        {
            readers.Add(channel.Writer);
        }

        return channel;
    }

    private void Unsubscribe(Channel<Change> channel)
    {
        lock (gate)
        {
            readers.Remove(channel.Writer);
        }
    }
}

using System.Collections.Concurrent;
using System.Threading.Channels;
using JuryBot.Storage;

namespace JuryBot.Tests.Storage;

/// <summary>Where pings arrive, from any host. Shared between hosts to see what a crash does.</summary>
public sealed class Inbox
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<(Ping Ping, Delivery Delivery)> arrived = Channel.CreateUnbounded<(Ping, Delivery)>();

    public ConcurrentQueue<(Ping Ping, Guid Key)> All { get; } = [];

    /// <summary>What happens at a delivery before it counts as arrived. Throw to make it fail.</summary>
    public Func<Ping, Delivery, CancellationToken, Task> OnPing { get; set; } = (_, _, _) => Task.CompletedTask;

    public async Task TakeAsync(Ping ping, Delivery delivery, CancellationToken ct)
    {
        await OnPing(ping, delivery, ct);
        All.Enqueue((ping, delivery.Key));
        await arrived.Writer.WriteAsync((ping, delivery), ct);
    }

    public async Task<(Ping Ping, Delivery Delivery)> NextAsync() => await arrived.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    public async Task<IReadOnlyList<Ping>> NextAsync(int count)
    {
        var pings = new List<Ping>();
        while (pings.Count < count)
        {
            pings.Add((await NextAsync()).Ping);
        }
        return pings;
    }
}

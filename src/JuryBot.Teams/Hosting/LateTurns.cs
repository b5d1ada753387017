using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;

namespace JuryBot.Teams;

/// <summary>The turns that go on behind their answer. When the process is to stop they get some time to end, and are cancelled then.</summary>
internal sealed class LateTurns : IHostedService, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<Task, bool> running = new();
    private readonly CancellationTokenSource stop = new();

    /// <summary>Cancelled when a turn may go on no longer.</summary>
    public CancellationToken Stopping => stop.Token;

    /// <param name="turn">The rest of a turn; never fails.</param>
    public void Add(Task turn)
    {
        running.TryAdd(turn, true);
        _ = turn.ContinueWith(ended => running.TryRemove(ended, out _), TaskScheduler.Default);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(running.Keys).WaitAsync(Patience, TimeProvider.System, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await stop.CancelAsync();
        await Task.WhenAll(running.Keys).WaitAsync(Patience / 10, TimeProvider.System, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => stop.Dispose();
}

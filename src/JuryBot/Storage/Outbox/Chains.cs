using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace JuryBot.Storage;

/// <summary>Runs deliveries of different recipients side by side, and those of one recipient one after the other. Stops
/// after everything that starts chains, and waits for those under way.</summary>
internal sealed partial class Chains(StorageOptions options, ILogger<Chains> logger) : IHostedService, IDisposable
{
    private readonly ConcurrentDictionary<string, Task> running = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim places = new(options.Parallel);
    private readonly CancellationTokenSource stopping = new();

    public CancellationToken Stopping => stopping.Token;

    /// <summary>Starts <paramref name="run"/> unless a chain of the same key is under way.</summary>
    /// <param name="finished">Called when the key is free again, if <paramref name="run"/> returned true.</param>
    public void Start(string key, Func<CancellationToken, Task<bool>> run, Action? finished = null)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!stopping.IsCancellationRequested && running.TryAdd(key, start.Task))
        {
            running[key] = RunAsync();
            start.SetResult();
        }

        async Task RunAsync()
        {
            await start.Task;
            var moved = false;
            try
            {
                await places.WaitAsync(stopping.Token);
                try
                {
                    moved = await run(stopping.Token);
                }
                finally
                {
                    places.Release();
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
            }
            catch (Exception e)
            {
                // Storage did not answer. The rows are still there, and their lease runs out.
                LogBroken(e);
            }
            running.TryRemove(key, out _);
            if (moved)
            {
                finished?.Invoke();
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await Task.WhenAll(running.Values).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        stopping.Dispose();
        places.Dispose();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Deliveries were interrupted and will be taken up again")]
    private partial void LogBroken(Exception exception);
}

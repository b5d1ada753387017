namespace JuryBot.Sandbox.Processes;

/// <summary>The organisation's setup policy: as soon as JuryBot is ready, it is installed for everybody with an account.</summary>
internal sealed class SetupPolicy : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly CancellationTokenSource stopping = new();
    private readonly TaskCompletionSource installed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Tenant tenant;
    private readonly Task watching;

    public SetupPolicy(Tenant tenant)
    {
        this.tenant = tenant;
        watching = WatchAsync();
    }

    /// <summary>Completes when JuryBot has been ready for the first time and everybody has it.</summary>
    public Task Installed => installed.Task;

    private async Task WatchAsync()
    {
        try
        {
            await WatchUntilStoppedAsync();
        }
        catch (OperationCanceledException)
        {
            installed.TrySetCanceled();
        }
        catch (Exception failure)
        {
            installed.TrySetException(failure);
            throw;
        }
    }

    private async Task WatchUntilStoppedAsync()
    {
        var wasReady = false;
        while (!stopping.IsCancellationRequested)
        {
            var ready = await IsReadyAsync();
            if (ready && !wasReady)
            {
                await tenant.Teams.InstallEverywhereAsync(stopping.Token);
                installed.TrySetResult();
            }

            if (ready != wasReady)
            {
                tenant.Feed.Publish("jurybot");
            }

            wasReady = ready;
            await Task.Delay(Pause, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var response = await http.GetAsync(new Uri(tenant.JuryBots.Addresses[0], "health/ready"), stopping.Token);
            return response.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or IOException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await watching;
        installed.TrySetCanceled();
        http.Dispose();
        stopping.Dispose();
    }
}

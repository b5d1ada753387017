using System.Globalization;

namespace JuryBot.Sandbox.Clock;

/// <summary>The time of a JuryBot process: follows the clock of the tenant at <paramref name="tenant"/>. When the tenant
/// cannot be reached it keeps the last offset it knew and tries again every second.</summary>
public sealed class ClockTimeProvider(Uri tenant) : MovableTimeProvider, IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = tenant, Timeout = Timeout.InfiniteTimeSpan };
    private readonly CancellationTokenSource disposed = new();
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <returns>A provider that has taken the tenant's present offset and follows it until it is disposed.</returns>
    public static async Task<ClockTimeProvider> ConnectAsync(Uri tenant, CancellationToken ct = default)
    {
        var provider = new ClockTimeProvider(tenant);
        _ = provider.FollowAsync();
        await provider.first.Task.WaitAsync(ct);
        return provider;
    }

    private async Task FollowAsync()
    {
        while (!disposed.IsCancellationRequested)
        {
            try
            {
                await ReadAsync();
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
            {
                // the tenant is not there: its last offset holds
            }

            await Task.Delay(TimeSpan.FromSeconds(1), disposed.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ReadAsync()
    {
        using var lines = new StreamReader(await http.GetStreamAsync(new Uri("sandbox/clock", UriKind.Relative), disposed.Token));
        var follower = await lines.ReadLineAsync(disposed.Token);
        while (await lines.ReadLineAsync(disposed.Token) is { } line)
        {
            var offset = TimeSpan.FromTicks(long.Parse(line, CultureInfo.InvariantCulture));
            if (first.Task.IsCompleted)
            {
                MoveTo(offset);
            }
            else
            {
                StartAt(offset);
            }

            first.TrySetResult();
            using var told = await http.PostAsync(new Uri($"sandbox/clock/{follower}/{line}", UriKind.Relative), null, disposed.Token);
        }
    }

    public void Dispose()
    {
        disposed.Cancel();
        http.Dispose();
    }
}

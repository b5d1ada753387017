using JuryBot.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace JuryBot.Operations.Health;

/// <summary>Whether what was decided is carried out in time: the queue, what was given up, and the deadlines.</summary>
internal sealed class BacklogHealth(BacklogReader reader)
{
    /// <summary>A delivery is tried again for some minutes before it is given up: what is older than this is not being seen to.</summary>
    private static readonly TimeSpan Tolerated = TimeSpan.FromMinutes(15);

    private readonly Lock gate = new();
    private Task<Backlog>? reading;

    public Task<HealthCheckResult> QueueAsync(CancellationToken ct) => JudgeAsync(
        backlog => backlog.OldestWakeUp < Tolerated, backlog => $"{backlog.WakeUps} wake-ups, the oldest due one {backlog.OldestWakeUp:c} old", ct);

    public Task<HealthCheckResult> PoisonAsync(CancellationToken ct) => JudgeAsync(
        backlog => backlog.Poisoned == 0, backlog => $"{backlog.Poisoned} deliveries given up: the coordinator sees them beside their sitting, session or candidate", ct);

    public Task<HealthCheckResult> DeadlinesAsync(CancellationToken ct) => JudgeAsync(
        backlog => backlog.DeadlineLag < Tolerated, backlog => $"the oldest is overdue by {backlog.DeadlineLag:c}", ct);

    // The three are asked side by side: one reading serves them.
    private Task<Backlog> ReadAsync()
    {
        lock (gate)
        {
            return reading is { IsCompleted: false } ? reading : reading = reader.ReadAsync(CancellationToken.None);
        }
    }

    private async Task<HealthCheckResult> JudgeAsync(Func<Backlog, bool> good, Func<Backlog, string> say, CancellationToken ct)
    {
        try
        {
            var backlog = await ReadAsync().WaitAsync(ct);
            return new HealthCheckResult(good(backlog) ? HealthStatus.Healthy : HealthStatus.Degraded, say(backlog));
        }
        catch (Exception unreadable) when (unreadable is not OperationCanceledException)
        {
            return HealthCheckResult.Degraded(unreadable.GetType().Name);
        }
    }
}

using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace JuryBot.Operations.Health;

/// <summary>The last report on everything, a few seconds old at most: asking often costs nobody anything.</summary>
internal sealed class HealthReports(HealthCheckService checks) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim turn = new(1, 1);
    private (HealthReport Report, long At)? last;

    public async Task<HealthReport> LatestAsync(CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            if (last is not { } known || TimeProvider.System.GetElapsedTime(known.At) > Fresh)
            {
                last = known = (await checks.CheckHealthAsync(ct), TimeProvider.System.GetTimestamp());
            }

            return known.Report;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}

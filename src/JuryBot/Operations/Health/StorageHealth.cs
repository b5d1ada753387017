using JuryBot.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace JuryBot.Operations.Health;

/// <summary>Ready means that tables answer.</summary>
internal sealed class StorageHealth(Lookups lookups) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await lookups.GetAsync("health", "probe", cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Azure.RequestFailedException unreachable)
        {
            return HealthCheckResult.Unhealthy(unreachable.ErrorCode ?? $"{unreachable.Status}");
        }
        catch (AggregateException)
        {
            // The retries' way of saying that nobody answered.
            return HealthCheckResult.Unhealthy("NoAnswer");
        }
    }
}

using Azure.Core;
using JuryBot.Configuration;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace JuryBot.Operations.Health;

/// <summary>Whether JuryBot still gets its own tokens. Without, everything is taken and decided, and nothing is sent.</summary>
internal sealed class TokenHealth(TokenCredential credential, Settings settings) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await credential.GetTokenAsync(new TokenRequestContext([settings.Graph.Scope]), cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception refused) when (refused is not OperationCanceledException)
        {
            return HealthCheckResult.Degraded(refused.GetType().Name);
        }
    }
}

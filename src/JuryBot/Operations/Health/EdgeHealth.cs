using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace JuryBot.Operations.Health;

/// <summary>How Graph and Teams have answered this replica lately. Nothing is sent to find out.</summary>
internal static class EdgeHealth
{
    private const int Tolerated = 5;

    public static HealthCheckResult Of(Edge edge) => edge.FailuresInARow < Tolerated ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"{edge.FailuresInARow} failures in a row");
}

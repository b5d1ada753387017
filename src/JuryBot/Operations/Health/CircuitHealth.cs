using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace JuryBot.Operations.Health;

/// <summary>Whether Graph and Teams have answered this replica lately. Nothing is sent to find out.</summary>
internal static class CircuitHealth
{
    public static HealthCheckResult Of(Circuit circuit) => circuit.IsOpen
        ? HealthCheckResult.Degraded(string.Create(CultureInfo.InvariantCulture, $"does not answer since {circuit.OpenSince:u}"))
        : HealthCheckResult.Healthy();
}

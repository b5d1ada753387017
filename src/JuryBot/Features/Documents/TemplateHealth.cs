using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace JuryBot.Features.Documents;

/// <summary>Whether the school's templates keep the rules, which an upgrade may add to. One that does not makes no document until it is mended; nothing else waits for it.</summary>
internal sealed class TemplateHealth(Templates templates) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        templates.Faults() is { Count: > 0 } faults ? HealthCheckResult.Degraded(string.Join(' ', faults.Select(fault => fault.Say("en")))) : HealthCheckResult.Healthy());
}

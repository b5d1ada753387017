using JuryBot.Domain.People;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace JuryBot.Operations.Health;

/// <summary>How JuryBot is, with figures.</summary>
/// <param name="Status"><c>healthy</c>, <c>degraded</c> or <c>unhealthy</c>, as for each dependency.</param>
internal sealed record HealthDetails(string Status, IReadOnlyDictionary<string, DependencyHealth> Dependencies);

internal sealed record DependencyHealth(string Status, string? Detail);

internal static class HealthRoutes
{
    private const string Ready = "ready";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<BacklogHealth>().AddSingleton<HealthReports>();
        var checks = services.AddHealthChecks()
            .AddCheck<StorageHealth>("storage", tags: [Ready], timeout: Patience)
            .AddCheck<TokenHealth>("tokens", failureStatus: HealthStatus.Degraded, timeout: Patience);
        Add("graph", (provider, _) => Task.FromResult(CircuitHealth.Of(provider.GetRequiredService<Circuits>().Graph)));
        Add("teams", (provider, _) => Task.FromResult(CircuitHealth.Of(provider.GetRequiredService<Circuits>().Teams)));
        Add("queue", (provider, ct) => provider.GetRequiredService<BacklogHealth>().QueueAsync(ct));
        Add("poison", (provider, ct) => provider.GetRequiredService<BacklogHealth>().PoisonAsync(ct));
        Add("deadlines", (provider, ct) => provider.GetRequiredService<BacklogHealth>().DeadlinesAsync(ct));
        return services;

        void Add(string name, Func<IServiceProvider, CancellationToken, Task<HealthCheckResult>> check) =>
            checks.Add(new HealthCheckRegistration(name, provider => new Check(ct => check(provider, ct)), HealthStatus.Degraded, null, Patience));
    }

    /// <summary><c>/health/live</c> says that the process answers, <c>/health/ready</c> that its storage does too: these two are for probes, and come before the routes, which
    /// are made at the first request that asks for one.</summary>
    public static WebApplication UseProbes(this WebApplication app)
    {
        app.UseHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.UseHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) });
        return app;
    }

    /// <summary><c>/health</c> names every dependency with its state, and nothing more; 503 only when storage does not answer, since the rest makes JuryBot late, not unable.</summary>
    public static WebApplication MapHealth(this WebApplication app)
    {
        app.MapGet("/health", async (HealthReports reports, HttpContext http) =>
        {
            var report = await reports.LatestAsync(http.RequestAborted);
            return Results.Json(
                new { status = Word(report.Status), dependencies = report.Entries.ToDictionary(entry => entry.Key, entry => Word(entry.Value.Status)) },
                statusCode: report.Status == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
        }).AllowAnonymous();
        return app;
    }

    /// <summary><c>GET /api/health</c>: the same with figures, for the coordination and the director.</summary>
    public static RouteGroupBuilder MapHealthDetails(this RouteGroupBuilder api)
    {
        api.MapGet("/health", async (HealthReports reports, HttpContext http) =>
        {
            var report = await reports.LatestAsync(http.RequestAborted);
            return TypedResults.Ok(new HealthDetails(Word(report.Status), report.Entries.ToDictionary(entry => entry.Key, entry => new DependencyHealth(Word(entry.Value.Status), entry.Value.Description))));
        }).For(PersonRole.Coordinator, PersonRole.Director);
        return api;
    }

    private static string Word(HealthStatus status) => status.ToString().ToLowerInvariant();

    private sealed class Check(Func<CancellationToken, Task<HealthCheckResult>> run) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => run(cancellationToken);
    }
}

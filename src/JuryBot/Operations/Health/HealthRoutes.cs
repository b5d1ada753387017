using JuryBot.Domain.People;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace JuryBot.Operations.Health;

/// <summary>How JuryBot is, with figures.</summary>
/// <param name="Status"><c>healthy</c>, <c>degraded</c> or <c>unhealthy</c>, as for each dependency.</param>
internal sealed record HealthDetails(string Status, IReadOnlyDictionary<string, DependencyHealth> Dependencies);

internal sealed record DependencyHealth(string Status, string? Detail);

internal static class HealthRoutes
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<StorageHealth>().AddSingleton<BacklogHealth>().AddSingleton<HealthReports>();
        var checks = services.AddHealthChecks()
            .AddCheck<StorageHealth>("storage", timeout: Patience)
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

    /// <summary><c>/health/live</c> says that the process answers, <c>/health/ready</c> that its storage does too: these two are for probes. A start waits for the second, so that
    /// neither needs what the rest is made of.</summary>
    public static void UseProbes(this WebApplication app)
    {
        var storage = app.Services.GetRequiredService<StorageHealth>();
        app.Use((http, next) => http.Request.Path.Value switch
        {
            "/health/live" => SayAsync(http, ready: true),
            "/health/ready" => LookAsync(http, storage),
            _ => next(http),
        });
    }

    private static async Task LookAsync(HttpContext http, StorageHealth storage)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        patience.CancelAfter(Patience);
        var ready = false;
        try
        {
            ready = (await storage.CheckHealthAsync(new HealthCheckContext(), patience.Token)).Status == HealthStatus.Healthy;
        }
        catch (Exception) when (!http.RequestAborted.IsCancellationRequested)
        {
            // Whatever it is, storage has not answered.
        }

        await SayAsync(http, ready);
    }

    private static Task SayAsync(HttpContext http, bool ready)
    {
        http.Response.StatusCode = ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.ContentType = "text/plain";
        return http.Response.WriteAsync(ready ? nameof(HealthStatus.Healthy) : nameof(HealthStatus.Unhealthy));
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

using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using JuryBot.Storage;

namespace JuryBot.Features.Integrity;

internal static class IntegrityRoutes
{
    public static IServiceCollection AddIntegrity(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<StorageHealth>("storage", tags: ["ready"]);
        return services;
    }

    /// <summary><c>/health/live</c> says that the process answers, <c>/health/ready</c> that its storage does too. They come before the routes, which
    /// are made at the first request that asks for one.</summary>
    public static WebApplication UseIntegrity(this WebApplication app)
    {
        app.UseHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.UseHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") });
        return app;
    }
}

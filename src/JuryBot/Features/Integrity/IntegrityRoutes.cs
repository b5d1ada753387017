using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using JuryBot.Domain;
using JuryBot.Storage;

namespace JuryBot.Features.Integrity;

internal static class IntegrityRoutes
{
    public static IServiceCollection AddIntegrity(this IServiceCollection services)
    {
        services.AddEffect<TellParked, TellProblems>((handler, effect, delivery, cancellation) => handler.HandleAsync(effect, delivery, cancellation));
        services.AddHealthChecks().AddCheck<StorageHealth>("storage", tags: ["ready"]);
        return services;
    }

    /// <summary><c>/health/live</c> says that the process answers, <c>/health/ready</c> that its storage does too.</summary>
    public static WebApplication MapIntegrity(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") });
        return app;
    }
}

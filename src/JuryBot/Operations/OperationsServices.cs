using JuryBot.Configuration;
using JuryBot.Operations.Health;
using JuryBot.Operations.Telemetry;
using JuryBot.Operations.Web;

namespace JuryBot.Operations;

/// <summary>What who runs JuryBot needs of it: health, telemetry, logs without personal data, limits, headers, an end without loss.</summary>
internal static class OperationsServices
{
    /// <summary>Container Apps gives 30 s between SIGTERM and SIGKILL.</summary>
    private static readonly TimeSpan ShutdownWithin = TimeSpan.FromSeconds(25);

    public static WebApplicationBuilder AddOperations(this WebApplicationBuilder builder, OperationsSettings settings)
    {
        builder.Services.AddSingleton(DiscreetLogs.Create);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownWithin);
        builder.Services.AddExceptionHandler<NewerVersion>();
        builder.Services.AddHealth().AddRateLimits(settings).AddProxies(settings);
        return builder.AddTelemetry(settings);
    }

    /// <summary>Goes before everything else.</summary>
    public static WebApplication UseOperations(this WebApplication app, Settings settings)
    {
        app.UseProxies(settings.Operations);
        app.UseSecurityHeaders(settings);
        return app;
    }
}

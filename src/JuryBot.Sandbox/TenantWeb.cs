using JuryBot.Sandbox.Clock;
using JuryBot.Sandbox.Faults;
using JuryBot.Sandbox.Graph;
using JuryBot.Sandbox.PortalApi;
using JuryBot.Sandbox.Teams;
using JuryBot.Sandbox.Tokens;
using JuryBot.Sandbox.Wire;

namespace JuryBot.Sandbox;

/// <summary>The tenant's web server: localhost only.</summary>
internal static class TenantWeb
{
    public static WebApplication Build(Tenant tenant, Lock gate, TenantOptions options, CancellationToken stopping)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(TenantWeb).Assembly.GetName().Name });
        builder.Configuration.Sources.Clear(); // ASPNETCORE_* and appsettings of whoever runs this are not the tenant's
        builder.Logging.ClearProviders().AddConsole().SetMinimumLevel(LogLevel.Error);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(tenant.Address.Port));
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy.SetIsOriginAllowed(tenant.JuryBots.IsOrigin).AllowAnyHeader().AllowAnyMethod()));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));

        var app = builder.Build();
        app.UseLocalOnly(tenant);
        app.UseRetryWatch(tenant.Clock, tenant.Counters);
        app.UseWireHook(tenant.Wire);
        app.UseRouting();
        app.UseCors();
        app.MapMetadata(tenant);
        app.MapSignIn(tenant);
        app.MapGraph(tenant, new GraphApi(tenant, gate, options.GraphLatency));
        app.MapConnector(tenant);
        app.MapClock(tenant.Clock, stopping);
        app.MapPortal(tenant, stopping);
        app.ServePortal(options.PortalFiles);
        return app;
    }
}

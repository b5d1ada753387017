using Microsoft.AspNetCore.Hosting;

namespace JuryBot.Teams.Tests;

/// <summary>Real Kestrel on a free port; nothing from files, whose watchers a machine has only so many of.</summary>
internal static class WebServer
{
    public static WebApplicationBuilder CreateBuilder(string environment = "Development")
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = environment });
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        return builder;
    }

    /// <summary>The address it listens on, without a trailing slash.</summary>
    public static string Address(this WebApplication app) => app.Urls.Single();
}

using JuryBot.Configuration;
using Microsoft.AspNetCore.HttpOverrides;

namespace JuryBot.Operations.Web;

/// <summary>Believes the ingress, and nobody else, about who is behind it.</summary>
internal static class Proxies
{
    public static IServiceCollection AddProxies(this IServiceCollection services, OperationsSettings settings) => services.Configure<ForwardedHeadersOptions>(options =>
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in settings.TrustedProxies)
        {
            options.KnownIPNetworks.Add(network);
        }
    });

    public static void UseProxies(this WebApplication app, OperationsSettings settings)
    {
        if (settings.TrustedProxies.Count > 0)
        {
            app.UseForwardedHeaders();
        }
    }
}

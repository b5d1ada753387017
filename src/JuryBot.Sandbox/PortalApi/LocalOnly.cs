using System.Net;

namespace JuryBot.Sandbox.PortalApi;

/// <summary>Answers only requests for localhost (no DNS rebinding) from no page, the portal's own, or JuryBot's; JuryBot's pages
/// reach no further than signing in.</summary>
internal static class LocalOnly
{
    public static void UseLocalOnly(this IApplicationBuilder app, Tenant tenant) => app.Use(async (http, next) =>
    {
        if (!IsLocal(http.Request.Host.Host) || !MayAsk(http, tenant))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        await next(http);
    });

    private static bool IsLocal(string host) => host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool MayAsk(HttpContext http, Tenant tenant)
    {
        var origin = http.Request.Headers.Origin.ToString();
        return origin.Length == 0
            || origin == $"http://{http.Request.Host}"
            || (tenant.JuryBots.IsOrigin(origin) && http.Request.Path.StartsWithSegments($"/{tenant.Organisation.TenantId}"));
    }
}

using JuryBot.Configuration;

namespace JuryBot.Operations.Web;

/// <summary>What every answer says to a browser, whoever made it, a failure included. A page that needs more says so itself.</summary>
internal static class SecurityHeaders
{
    private const string Nothing = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this WebApplication app, Settings settings)
    {
        var onlySecure = app.Environment.IsProduction() && settings.PublicUrl.Scheme == Uri.UriSchemeHttps;
        app.Use((http, next) =>
        {
            http.Response.OnStarting(() =>
            {
                var headers = http.Response.Headers;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "no-referrer";
                headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
                headers.ContentSecurityPolicy = headers.ContentSecurityPolicy is { Count: > 0 } own ? own : Nothing;
                if (http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && headers.CacheControl.Count == 0)
                {
                    headers.CacheControl = "no-store";
                }

                if (onlySecure)
                {
                    headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
                }

                return Task.CompletedTask;
            });
            return next(http);
        });
    }
}

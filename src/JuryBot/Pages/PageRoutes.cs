using System.Threading.RateLimiting;
using JuryBot.Configuration;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace JuryBot.Pages;

internal static class PageRoutes
{
    // Fifteen comments of the largest size, escaped.
    private const int LargestForm = 512 * 1024;

    // A school's jurors may share one address. Each replica counts for itself.
    private const int PerAddress = 300, PerLink = 60;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>Marks the routes that a personal link opens.</summary>
    private sealed record PersonalRoute;

    public static IServiceCollection AddPages(this IServiceCollection services) => services
        .AddSingleton<PageFrame>()
        .AddSingleton<PersonalPages>()
        .AddSingleton<LinkMail>()
        .AddRateLimiter(options =>
        {
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                Limit(PerAddress, http => http.Connection.RemoteIpAddress?.ToString() ?? ""),
                Limit(PerLink, http => http.GetRouteValue("token") is string token ? token[..Math.Min(token.Length, 64)] : ""));
            options.OnRejected = async (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
                var seconds = (int)Math.Ceiling(wait.TotalSeconds);
                Protect(rejected.HttpContext.Response);
                rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
                await rejected.HttpContext.RequestServices.GetRequiredService<PersonalPages>().SayAsync(rejected.HttpContext, StatusCodes.Status429TooManyRequests, "TooMany", seconds);
            };
        });

    /// <summary>Counts requests to personal pages, before anything is read for them.</summary>
    public static WebApplication UsePages(this WebApplication app)
    {
        app.UseWhen(http => IsPersonal(http.GetEndpoint()), pages => pages.UseRateLimiter());
        return app;
    }

    /// <summary>The routes below <c>/{path}/{token}</c>: whoever has the link is let in, for what the link is for. HEAD is answered as GET is.</summary>
    public static RouteGroupBuilder MapPersonal(this WebApplication app, string path)
    {
        var group = app.MapGroup($"/{path}/{{token}}").AllowAnonymous().WithMetadata(new PersonalRoute(), new RequestSizeLimitAttribute(LargestForm));
        group.AddEndpointFilter(async (call, next) =>
        {
            Protect(call.HttpContext.Response);
            if (!HttpMethods.IsPost(call.HttpContext.Request.Method) || IsOurs(call.HttpContext))
            {
                return await next(call);
            }

            await call.HttpContext.RequestServices.GetRequiredService<PersonalPages>().SayAsync(call.HttpContext, StatusCodes.Status403Forbidden, "Foreign");
            return Results.Empty;
        });
        return group;
    }

    /// <summary>A route that only reads.</summary>
    public static void MapRead(this RouteGroupBuilder group, string pattern, Delegate handler) => group.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], handler);

    /// <summary>Whether a route is one that a personal link opens.</summary>
    public static bool IsPersonal(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<PersonalRoute>() is not null;

    internal static void Protect(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["X-Robots-Tag"] = "noindex, nofollow";
    }

    // The browser says where a form comes from. An older one names the origin only, and "null" for a page that sends no referrer, as ours do.
    private static bool IsOurs(HttpContext http)
    {
        if (http.Request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return site is "same-origin" or "none";
        }

        var origin = http.Request.Headers.Origin.ToString();
        return origin is "" or "null" || origin == http.RequestServices.GetRequiredService<Settings>().PublicUrl.GetLeftPart(UriPartial.Authority);
    }

    private static PartitionedRateLimiter<HttpContext> Limit(int permits, Func<HttpContext, string> of) => PartitionedRateLimiter.Create<HttpContext, string>(http =>
        RateLimitPartition.GetFixedWindowLimiter(of(http), _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = Window }));
}

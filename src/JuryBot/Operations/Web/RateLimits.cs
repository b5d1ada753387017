using System.Globalization;
using System.Threading.RateLimiting;
using JuryBot.Configuration;
using JuryBot.Features.Watching;
using JuryBot.Pages;
using JuryBot.Teams;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;

namespace JuryBot.Operations.Web;

/// <summary>How often a client may ask of what needs no sign-in, and how often it may try without one. Who is signed in, and the channel, are not limited: Teams brings
/// everybody's actions from a few addresses. Each replica counts for itself.</summary>
internal static class RateLimits
{
    private static readonly Texts Texts = Texts.Of("Pages");
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddRateLimits(this IServiceCollection services, OperationsSettings settings) => services
        .AddSingleton(_ => new Refused(Limit(settings.RefusedPerMinute, Address)))
        .AddRateLimiter(options =>
        {
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                Limit(settings.PagesPerMinute, http => http.IsPersonal() ? Address(http) : null),
                Limit(settings.LinkPerMinute, http => http.IsPersonal() && http.GetRouteValue("token") is string token ? token[..Math.Min(token.Length, 64)] : null),
                Limit(settings.OpenPerMinute, http => IsOpen(http) ? Address(http) : null),
                // Graph comes from many addresses, and tries again later what is turned away.
                Limit(settings.NotificationsPerMinute, http => http.Request.Path.StartsWithSegments(WatchingRoutes.Path) ? "" : null));
            options.OnRejected = async (rejected, _) => await RejectAsync(rejected.HttpContext, rejected.Lease);
        });

    /// <summary>Goes before authentication: who has been refused too often is not looked at.</summary>
    public static void UseRateLimits(this IApplicationBuilder app, OperationsSettings settings)
    {
        app.UseRateLimiter();
        app.Use(async (http, next) =>
        {
            // Behind an ingress that is not believed, everybody has its address: one attacker would have all turned away.
            if (settings.TrustedProxies.Count == 0 && http.Request.Headers.ContainsKey("X-Forwarded-For"))
            {
                await next(http);
                return;
            }

            var refused = http.RequestServices.GetRequiredService<Refused>().Limiter;
            using var lease = refused.AttemptAcquire(http, permitCount: 0);
            if (!lease.IsAcquired)
            {
                await RejectAsync(http, lease);
                return;
            }

            await next(http);
            if ((http.Response.StatusCode is StatusCodes.Status401Unauthorized || (http.Response.StatusCode is StatusCodes.Status403Forbidden && IsAnonymous(http))) && http.Features.Get<FromChannel>() is null)
            {
                refused.AttemptAcquire(http).Dispose();
            }
        });
    }

    private static string Address(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";

    private static bool IsAnonymous(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null && !http.IsPersonal();

    private static bool IsOpen(HttpContext http) => IsAnonymous(http) && HttpMethods.IsGet(http.Request.Method);

    private static async Task RejectAsync(HttpContext http, RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        PageRoutes.Protect(http.Response);
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var pages = http.RequestServices.GetRequiredService<PersonalPages>();
        if (http.Request.Path.StartsWithSegments("/api"))
        {
            var language = pages.Language(http);
            await Results.Problem(statusCode: StatusCodes.Status429TooManyRequests, type: "urn:jurybot:too-many", title: Texts.Get(language, "TooMany"), detail: Texts.Get(language, "TooMany.Next", seconds)).ExecuteAsync(http);
            return;
        }

        await pages.SayAsync(http, StatusCodes.Status429TooManyRequests, "TooMany", seconds);
    }

    /// <param name="of">Whom a request counts for; <c>null</c> when it does not count here.</param>
    private static PartitionedRateLimiter<HttpContext> Limit(int permits, Func<HttpContext, string?> of) => PartitionedRateLimiter.Create<HttpContext, string>(http => of(http) is { } key
        ? RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = Window })
        : RateLimitPartition.GetNoLimiter("-"));

    private sealed record Refused(PartitionedRateLimiter<HttpContext> Limiter);
}

using System.Threading.RateLimiting;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Mailboxes;
using JuryBot.Storage;
using Microsoft.AspNetCore.Mvc;

namespace JuryBot.Features.Watching;

internal static class WatchingRoutes
{
    private const int LargestBody = 1024 * 1024;

    // Each replica counts for itself. Graph tries again later what is turned away, and says what was lost for good.
    private static readonly FixedWindowRateLimiterOptions Limit = new() { PermitLimit = 3000, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 };

    public static IServiceCollection AddWatching(this IServiceCollection services) => services
        .AddSingleton<KeepWatch>()
        .AddSingleton<ReceiveNotifications>()
        .AddEffect<WatchCalendar, KeepWatch>((handler, effect, delivery, cancellation) => handler.StartAsync(effect, delivery, cancellation))
        .AddEffect<KeepSubscription, KeepWatch>((handler, effect, delivery, cancellation) => handler.SubscribeAsync(effect, delivery, cancellation))
        .AddEffect<ReadCalendar, ReadChanges>((handler, effect, delivery, cancellation) => handler.OnNotificationAsync(effect, delivery, cancellation))
        .AddEffect<SweepCalendar, ReadChanges>((handler, effect, delivery, cancellation) => handler.OnSweepAsync(effect, delivery, cancellation));

    /// <summary>Where Graph speaks to JuryBot, which it does without a token: the secret of each subscription opens these.</summary>
    public static WebApplication MapNotifications(this WebApplication app)
    {
        var limiter = new FixedWindowRateLimiter(Limit);
        app.Lifetime.ApplicationStopped.Register(limiter.Dispose);
        var notifications = app.MapGroup("/notifications").AllowAnonymous().WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        notifications.AddEndpointFilter(async (call, next) =>
        {
            using var lease = limiter.AttemptAcquire();
            if (lease.IsAcquired)
            {
                return await next(call);
            }

            call.HttpContext.Response.Headers.RetryAfter = "60";
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        });
        notifications.MapPost("/events", (HttpContext http, ReceiveNotifications receive) => receive.EventsAsync(http));
        notifications.MapPost("/lifecycle", (HttpContext http, ReceiveNotifications receive) => receive.LifecycleAsync(http));
        return app;
    }
}

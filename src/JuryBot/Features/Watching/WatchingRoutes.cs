using JuryBot.Domain.Exams;
using JuryBot.Domain.Mailboxes;
using JuryBot.Storage;
using Microsoft.AspNetCore.Mvc;

namespace JuryBot.Features.Watching;

internal static class WatchingRoutes
{
    /// <summary>Where Graph's notifications arrive.</summary>
    public const string Path = "/notifications";

    private const int LargestBody = 1024 * 1024;

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
        var notifications = app.MapGroup(Path).AllowAnonymous().WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        notifications.MapPost("/events", (HttpContext http, ReceiveNotifications receive) => receive.EventsAsync(http));
        notifications.MapPost("/lifecycle", (HttpContext http, ReceiveNotifications receive) => receive.LifecycleAsync(http));
        return app;
    }
}

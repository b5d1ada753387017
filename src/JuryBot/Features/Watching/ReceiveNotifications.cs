using System.Text.Json;
using JuryBot.Domain.Mailboxes;
using JuryBot.Storage;

namespace JuryBot.Features.Watching;

/// <summary>POST /notifications/events and /notifications/lifecycle: Graph says that something changed, or how its subscription fares. Nothing in a notification is believed but that: what
/// has changed is read. Whoever does not know a subscription's secret gets the same answer, and nothing happens.</summary>
internal sealed partial class ReceiveNotifications(KeepWatch watches, Store store, TimeProvider time, ILogger<ReceiveNotifications> logger)
{
    private const int LongestToken = 4096, LongestId = 128, MostInOne = 1000;

    private sealed record Body(IReadOnlyList<Notification?>? Value);

    private sealed record Notification(string? SubscriptionId, string? ClientState, string? LifecycleEvent);

    public Task<IResult> EventsAsync(HttpContext http) => HandleAsync(http, (watch, _) => WatchVerbs.Notify(watch, time.GetUtcNow()));

    public Task<IResult> LifecycleAsync(HttpContext http) => HandleAsync(http, (watch, what) => what switch
    {
        "subscriptionRemoved" => WatchVerbs.Lose(watch, removed: true, time.GetUtcNow()),
        "reauthorizationRequired" => WatchVerbs.Lose(watch, removed: false, time.GetUtcNow()),
        _ => WatchVerbs.Notify(watch, time.GetUtcNow()),
    });

    private async Task<IResult> HandleAsync(HttpContext http, Func<MailboxWatch, string?, Domain.Decision<MailboxWatch>> decide)
    {
        if (http.Request.Query["validationToken"] is [{ } token])
        {
            http.Response.Headers.XContentTypeOptions = "nosniff";
            return token.Length <= LongestToken ? Results.Text(token, "text/plain") : Results.BadRequest();
        }

        Body? body;
        try
        {
            body = await JsonSerializer.DeserializeAsync<Body>(http.Request.Body, JsonSerializerOptions.Web, http.RequestAborted);
        }
        catch (JsonException)
        {
            return Results.BadRequest();
        }
        catch (BadHttpRequestException refused)
        {
            return Results.StatusCode(refused.StatusCode);
        }

        if (body?.Value is not { Count: <= MostInOne } notifications)
        {
            return Results.BadRequest();
        }

        foreach (var (subscription, secret, what) in notifications.OfType<Notification>().Select(n => (n.SubscriptionId, n.ClientState, n.LifecycleEvent)).Distinct())
        {
            if (subscription is not { Length: > 0 and <= LongestId } || secret is null || await watches.FindAsync(subscription, secret, http.RequestAborted) is not { } watch)
            {
                LogUnknown();
                continue;
            }

            await store.ExecuteAsync(
                Aggregates.Mailboxes, watch.Id, new Command("calendar.notified", "graph"), known => decide(known!, what), ct: http.RequestAborted);
        }

        return Results.Accepted();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A notification of no subscription of ours was ignored")]
    private partial void LogUnknown();
}

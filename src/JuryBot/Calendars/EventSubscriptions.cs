using JuryBot.Configuration;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;

namespace JuryBot.Calendars;

/// <summary>Graph's change notifications of a mailbox's events.</summary>
public sealed class EventSubscriptions(GraphServiceClient graph, Settings settings)
{
    /// <summary>Where Graph notifies JuryBot, <c>…/events</c> and <c>…/lifecycle</c> below it; <c>null</c> when it cannot reach there.</summary>
    private Uri? Address => settings.NotificationUrl is var address && (address.Scheme == Uri.UriSchemeHttps || (address.IsLoopback && settings.Graph.BaseUrl.IsLoopback)) ? address : null;

    /// <summary>Asks to be notified, in the place of whatever JuryBot had asked for this mailbox before: a process may have ended between asking and keeping the answer.</summary>
    /// <param name="secret">Graph says it with each notification.</param>
    /// <returns>The subscription's id and end; <c>null</c> when Graph gives none: it does not reach JuryBot, or may not be asked.</returns>
    public async Task<(string Id, DateTimeOffset Expires)?> CreateAsync(string mailbox, string secret, DateTimeOffset until, CancellationToken cancellation)
    {
        if (Address is not { } address)
        {
            return null;
        }

        var wanted = new Subscription
        {
            ChangeType = "created,updated,deleted",
            Resource = $"users/{mailbox}/events",
            NotificationUrl = $"{address}/events",
            LifecycleNotificationUrl = $"{address}/lifecycle",
            ClientState = secret,
            ExpirationDateTime = until,
        };
        try
        {
            await DeleteLikeAsync(wanted, cancellation);
            var made = await graph.Subscriptions.PostAsync(wanted, request => request.Headers.Add("Prefer", "IdType=\"ImmutableId\""), cancellation);
            return (made!.Id!, made.ExpirationDateTime ?? until);
        }
        catch (ODataError refused) when (refused.ResponseStatusCode is StatusCodes.Status400BadRequest or StatusCodes.Status403Forbidden)
        {
            return null;
        }
    }

    /// <returns>Its new end; <c>null</c> when Graph does not know it any more, or will not renew it.</returns>
    public async Task<DateTimeOffset?> RenewAsync(string id, DateTimeOffset until, CancellationToken cancellation)
    {
        try
        {
            return (await graph.Subscriptions[id].PatchAsync(new Subscription { ExpirationDateTime = until }, cancellationToken: cancellation))?.ExpirationDateTime ?? until;
        }
        catch (ODataError refused) when (refused.ResponseStatusCode is StatusCodes.Status404NotFound or StatusCodes.Status400BadRequest or StatusCodes.Status403Forbidden)
        {
            return null;
        }
    }

    public async Task DeleteAsync(string id, CancellationToken cancellation)
    {
        try
        {
            await graph.Subscriptions[id].DeleteAsync(cancellationToken: cancellation);
        }
        catch (ODataError gone) when (gone.ResponseStatusCode == StatusCodes.Status404NotFound)
        {
            // It had ended.
        }
    }

    private async Task DeleteLikeAsync(Subscription wanted, CancellationToken cancellation)
    {
        var earlier = new List<string>();
        var page = await graph.Subscriptions.GetAsync(cancellationToken: cancellation);
        await PageIterator<Subscription, SubscriptionCollectionResponse>.CreatePageIterator(graph, page!, known =>
        {
            if (wanted.Resource!.Equals(known.Resource?.TrimStart('/'), StringComparison.OrdinalIgnoreCase) && known.NotificationUrl == wanted.NotificationUrl)
            {
                earlier.Add(known.Id!);
            }

            return true;
        }).IterateAsync(cancellation);
        foreach (var id in earlier)
        {
            await DeleteAsync(id, cancellation);
        }
    }
}

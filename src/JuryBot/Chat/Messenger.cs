using System.Text.Json;
using JuryBot.Calendars;
using JuryBot.Domain.People;
using JuryBot.Storage;
using JuryBot.Teams;
using JuryBot.Teams.Cards;
using Microsoft.Extensions.Options;

namespace JuryBot.Chat;

/// <summary>Writes to people in Teams.</summary>
public sealed class Messenger(ConnectorClient connector, Conversations conversations, Lookups lookups, TeamsApps apps, IOptions<BotOptions> bot)
{
    /// <summary>Why a delivery to someone without the app fails; the coordinator sees it and can try again.</summary>
    public const string NotReachable = nameof(NotReachable);

    /// <summary>Why a delivery of a card over the channel's limit fails.</summary>
    public const string MessageTooLarge = nameof(MessageTooLarge);

    private const string Cards = Conversations.Cards;

    private sealed record Sent(string ServiceUrl, string Conversation, string Activity);

    /// <summary>Whether the person can be written to: has an account and the app, or is given it now.</summary>
    public async Task<bool> CanReachAsync(Person person, CancellationToken cancellation) =>
        person.EntraId is { } entra && (await conversations.FindAsync(entra, cancellation) ?? await InstallAsync(entra, cancellation)) is not null;

    /// <summary>As <see cref="SendAsync"/>, where something else serves a person whom Teams does not reach.</summary>
    /// <returns>False when Teams does not reach them.</returns>
    public async Task<bool> TrySendAsync(Person person, AdaptiveCard card, string summary, string key, Delivery delivery, CancellationToken cancellation)
    {
        try
        {
            await SendAsync(person, card, summary, key, delivery, cancellation);
            return true;
        }
        catch (PoisonException unreachable) when (unreachable.Message == NotReachable)
        {
            return false;
        }
    }

    /// <summary>Sends a card under a key: its place is kept, so that it is not sent again and <see cref="ReplaceAsync"/> can change it later.</summary>
    /// <exception cref="PoisonException">The person cannot be reached in Teams, or nobody can with a card that large.</exception>
    public async Task SendAsync(Person person, AdaptiveCard card, string summary, string key, Delivery delivery, CancellationToken cancellation)
    {
        if (delivery.Progress<Sent>() is not { } sent)
        {
            var reference = person.EntraId is { } entra ? await conversations.FindAsync(entra, cancellation) ?? await InstallAsync(entra, cancellation) : null;
            if (reference is null)
            {
                throw new PoisonException(NotReachable);
            }

            var activity = MessageFactory.Card(card.RefreshingFor(reference.User?.Id), summary) with { From = reference.Bot, Recipient = reference.User };
            string id;
            try
            {
                id = await connector.SendToConversationAsync(reference.ServiceUrl, reference.Conversation.Id, activity, cancellation);
            }
            catch (MessageWritesBlockedException)
            {
                await conversations.ForgetAsync(person.EntraId!, cancellation);
                throw new PoisonException(NotReachable);
            }
            catch (MessageTooLargeException)
            {
                throw new PoisonException(MessageTooLarge);
            }
            catch (ConnectorException busy) when (ConnectorGate.LeftAlone(busy) is { } wait)
            {
                throw new UnavailableException("Microsoft Teams", wait);
            }

            sent = new Sent(reference.ServiceUrl, reference.Conversation.Id, id);
            await delivery.SaveProgressAsync(sent, cancellation);
        }

        await lookups.PutAsync(Cards, key, JsonSerializer.Serialize(sent, Json.Options), cancellation);
    }

    // Somebody who has not installed the app gets it, where the organisation has set that. Teams tells us so, too: what it then says is kept instead.
    private async Task<ConversationReference?> InstallAsync(string entraId, CancellationToken cancellation)
    {
        if (await apps.InstallAsync(entraId, cancellation) is not { } chat)
        {
            return null;
        }

        var reference = new ConversationReference
        {
            ServiceUrl = bot.Value.ServiceUrls.FirstOrDefault() ?? $"{BotOptions.PublicServiceUrl}teams/",
            Conversation = new ConversationAccount { Id = chat },
            Bot = new ChannelAccount { Id = $"28:{bot.Value.AppId}" },
            TenantId = bot.Value.TenantId,
        };
        await conversations.KeepAsync(entraId, reference, cancellation);
        return reference;
    }

    /// <summary>Whether a card was sent under this key.</summary>
    public async Task<bool> HasSentAsync(string key, CancellationToken cancellation) => await lookups.GetAsync(Cards, key, cancellation) is not null;

    /// <summary>Puts another card in the place of one sent under a key; nothing when none was sent.</summary>
    /// <exception cref="PoisonException">The person cannot be reached there any more, or nobody can with a card that large.</exception>
    public async Task ReplaceAsync(string key, AdaptiveCard card, CancellationToken cancellation)
    {
        if (await lookups.GetAsync(Cards, key, cancellation) is { } json && JsonSerializer.Deserialize<Sent>(json, Json.Options) is { } sent)
        {
            try
            {
                await connector.UpdateActivityAsync(sent.ServiceUrl, sent.Conversation, sent.Activity, MessageFactory.Card(card.RefreshingFor(null)), cancellation);
            }
            catch (MessageWritesBlockedException)
            {
                throw new PoisonException(NotReachable);
            }
            catch (MessageTooLargeException)
            {
                throw new PoisonException(MessageTooLarge);
            }
            catch (ConnectorException busy) when (ConnectorGate.LeftAlone(busy) is { } wait)
            {
                throw new UnavailableException("Microsoft Teams", wait);
            }
        }
    }
}

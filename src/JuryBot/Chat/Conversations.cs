using System.Text.Json;
using JuryBot.Storage;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Chat;

/// <summary>Where people can be written to in Teams: kept when they install the app, whether JuryBot knows them yet or not.</summary>
public sealed class Conversations(Lookups lookups)
{
    internal const string Cards = "card";
    private const string Kind = "teams";
    private const string Index = "index";
    private const string Reachable = "reachable";

    public async Task KeepAsync(string entraId, ConversationReference reference, CancellationToken cancellation)
    {
        await lookups.PutAsync(Kind, entraId, JsonSerializer.Serialize(reference with { ActivityId = null }, TeamsJson.Options), cancellation);
        await lookups.PutAsync(Index, Reachable, entraId, "", cancellation);
    }

    public async Task ForgetAsync(string entraId, CancellationToken cancellation)
    {
        await lookups.DeleteAsync(Kind, entraId, cancellation);
        await lookups.DeleteAsync(Index, Reachable, entraId, cancellation);
    }

    public async Task<ConversationReference?> FindAsync(string entraId, CancellationToken cancellation) =>
        await lookups.GetAsync(Kind, entraId, cancellation) is { } json ? JsonSerializer.Deserialize<ConversationReference>(json, TeamsJson.Options) : null;

    /// <summary>The keys under which cards were sent (<see cref="Messenger.SendAsync"/>): a walk over all of them, for work that nobody waits for.</summary>
    public async Task<IReadOnlyList<string>> CardsAsync(CancellationToken cancellation) => await lookups.WalkAsync(Cards, cancellation).Select(card => card.Key).ToListAsync(cancellation);

    /// <summary>Forgets where a card was sent: nothing can change it any more.</summary>
    public Task ForgetCardAsync(string key, CancellationToken cancellation) => lookups.DeleteAsync(Cards, key, cancellation);

    public async Task<IReadOnlySet<string>> ListReachableAsync(CancellationToken cancellation) =>
        (await lookups.ListAsync(Index, Reachable, cancellation)).Select(row => row.Row).ToHashSet();
}

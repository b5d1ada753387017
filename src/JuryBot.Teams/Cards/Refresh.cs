using System.Text.Json.Serialization;

namespace JuryBot.Teams.Cards;

/// <summary>How a card brings itself up to date: the client runs the action by itself, for the people listed, when the card is the last one and over a minute old.</summary>
public sealed record Refresh
{
    /// <summary>Most people a card may refresh for (Teams).</summary>
    public const int MaxUsers = 60;

    /// <param name="action">An <see cref="ExecuteAction"/>.</param>
    /// <param name="userIds">"29:…" ids, at most <see cref="MaxUsers"/>.</param>
    /// <exception cref="ArgumentException">Another kind of action, or too many people.</exception>
    [JsonConstructor]
    public Refresh(CardAction action, IReadOnlyList<string> userIds)
    {
        Action = action as ExecuteAction ?? throw new ArgumentException("Only Action.Execute can refresh a card.", nameof(action));
        UserIds = userIds.Count <= MaxUsers ? userIds : throw new ArgumentException($"A card refreshes for at most {MaxUsers} people.", nameof(userIds));
    }

    public CardAction Action { get; }

    public IReadOnlyList<string> UserIds { get; }
}

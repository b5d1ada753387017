using JuryBot.Teams.Cards;

namespace JuryBot.Teams;

/// <summary>Messages to send.</summary>
public static class MessageFactory
{
    /// <param name="text">Markdown: give outside strings through <see cref="Markdown.Escape"/>.</param>
    public static Activity Text(string text) => new() { Type = ActivityTypes.Message, Text = text };

    /// <param name="card">The card to show.</param>
    /// <param name="summary">What a notification shows, since a card has no text of its own.</param>
    public static Activity Card(AdaptiveCard card, string? summary = null) =>
        new() { Type = ActivityTypes.Message, Attachments = [Attachment.Of(card)], Summary = summary };
}

using System.Text.Json;
using JuryBot.Teams.Cards;

namespace JuryBot.Teams;

/// <summary>A card or file of a message. The content is held as JSON, so that a message can be kept by any serializer and sent later unchanged.</summary>
public sealed record Attachment
{
    public required string ContentType { get; init; }

    public JsonElement? Content { get; init; }

    public string? ContentUrl { get; init; }

    public string? Name { get; init; }

    public static Attachment Of(AdaptiveCard card) => new() { ContentType = AdaptiveCard.ContentType, Content = TeamsJson.ToElement(card) };
}

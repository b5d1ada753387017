using System.Text.Json;
using System.Text.Json.Serialization;

namespace JuryBot.Teams.Cards;

/// <summary>An Adaptive Card 1.5, the newest version Teams takes from bots. Source: adaptivecards.io, schema 1.5.</summary>
public sealed record AdaptiveCard
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    public string Type => "AdaptiveCard";

    [JsonPropertyName("$schema")]
    public string Schema => "http://adaptivecards.io/schemas/adaptive-card.json";

    public string Version => "1.5";

    /// <summary>BCP 47 language of the card: how dates and numbers are written.</summary>
    public string? Lang { get; init; }

    /// <summary>What is said for the card, by a screen reader among others.</summary>
    public string? Speak { get; init; }

    /// <summary>Shown where the client cannot show cards of this version.</summary>
    public string? FallbackText { get; init; }

    public IReadOnlyList<CardElement> Body { get; init; } = [];

    /// <summary>Buttons at the foot of the card. Prefer an <see cref="ActionSet"/> in the body: fallbacks work there in every client.</summary>
    public IReadOnlyList<CardAction>? Actions { get; init; }

    public CardAction? SelectAction { get; init; }

    public Refresh? Refresh { get; init; }

    public VerticalAlignment? VerticalContentAlignment { get; init; }

    /// <summary>Such as "80px".</summary>
    public string? MinHeight { get; init; }

    public bool? Rtl { get; init; }

    [JsonPropertyName("msteams")]
    public TeamsCardProperties? Teams { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, TeamsJson.Options);
}

/// <param name="Width">"Full" lets the card use the whole width of the chat.</param>
public sealed record TeamsCardProperties(string Width)
{
    public static TeamsCardProperties FullWidth { get; } = new("Full");
}

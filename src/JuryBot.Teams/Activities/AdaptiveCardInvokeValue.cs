using System.Text.Json;

namespace JuryBot.Teams;

/// <summary>The <see cref="Activity.Value"/> of an <see cref="InvokeNames.AdaptiveCardAction"/> invoke.</summary>
public sealed record AdaptiveCardInvokeValue
{
    public required AdaptiveCardInvokeAction Action { get; init; }

    /// <summary>"manual" when the person pressed, "automatic" when the card refreshed itself.</summary>
    public string? Trigger { get; init; }

    /// <summary>The value of an invoke, or <c>null</c> when it does not have this shape.</summary>
    public static AdaptiveCardInvokeValue? From(JsonElement? value)
    {
        try
        {
            return value?.Deserialize<AdaptiveCardInvokeValue>(TeamsJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

public sealed record AdaptiveCardInvokeAction
{
    /// <summary>"Action.Execute".</summary>
    public string? Type { get; init; }

    public string? Id { get; init; }

    public string? Verb { get; init; }

    /// <summary>The card's data merged with the inputs.</summary>
    public JsonElement? Data { get; init; }
}

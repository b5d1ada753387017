using System.Text.Json;
using System.Text.Json.Nodes;

namespace JuryBot.Teams.Cards;

/// <summary>Sends the data and the inputs to the bot as an invoke, which may answer with another card.</summary>
public sealed record ExecuteAction : CardAction
{
    public string? Verb { get; init; }

    /// <summary>An object; the client merges the inputs into it.</summary>
    public JsonElement? Data { get; init; }

    /// <summary>Default auto: every input of the card is sent and checked.</summary>
    public AssociatedInputs? AssociatedInputs { get; init; }

    /// <param name="title">What the button says.</param>
    /// <param name="verb">What it asks for.</param>
    /// <param name="data">Written as a JSON object, or <c>null</c> for none.</param>
    public static ExecuteAction For(string title, string verb, object? data = null) =>
        new() { Title = title, Verb = verb, Data = data is null ? null : TeamsJson.ToElement(data) };

    /// <summary>The same action with the verb in its data too (member "verb") and, for clients that fail on Action.Execute, an Action.Submit of the same looks, data and verb.</summary>
    public ExecuteAction WithSubmitFallback()
    {
        var members = Data is { } given ? JsonObject.Create(given) ?? [] : [];
        members["verb"] = Verb;
        var data = TeamsJson.ToElement(members);
        return this with
        {
            Data = data,
            Fallback = new SubmitAction
            {
                Id = Id,
                Title = Title,
                IconUrl = IconUrl,
                Style = Style,
                IsEnabled = IsEnabled,
                Mode = Mode,
                Tooltip = Tooltip,
                Data = data,
                AssociatedInputs = AssociatedInputs,
            },
        };
    }
}

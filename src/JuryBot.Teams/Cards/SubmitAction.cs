using System.Text.Json;

namespace JuryBot.Teams.Cards;

/// <summary>Sends the data and the inputs to the bot as a message without text.</summary>
public sealed record SubmitAction : CardAction
{
    /// <summary>An object; the client merges the inputs into it.</summary>
    public JsonElement? Data { get; init; }

    /// <summary>Default auto: every input of the card is sent and checked.</summary>
    public AssociatedInputs? AssociatedInputs { get; init; }
}

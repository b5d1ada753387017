using System.Text.Json;

namespace JuryBot.Teams.Cards;

/// <summary>What a person sent by pressing a button of a card, in whichever shape it came: the invoke of an Action.Execute, the message
/// of an Action.Submit, or the invoke that opens or submits a dialog. All of it is the sender's word: identity comes from <see cref="TurnContext.Caller"/>.</summary>
public sealed record CardSubmission
{
    private static readonly JsonElement NoData = TeamsJson.ToElement(new Dictionary<string, string>());

    public required string Verb { get; init; }

    /// <summary>An object: the card's data merged with the inputs.</summary>
    public required JsonElement Data { get; init; }

    /// <summary>The message that carries the card, when the channel said.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>True when the answer goes back as an <see cref="AdaptiveCardInvokeResponse"/>, or as a <see cref="TaskModuleResponse"/>
    /// where <see cref="IsTask"/>; false when it must be sent or put in place of the message.</summary>
    public bool IsInvoke { get; init; }

    /// <summary>Whether it opens or submits a dialog.</summary>
    public bool IsTask { get; init; }

    /// <summary>Whether the card refreshed itself, without anyone pressing.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>The submission an activity carries, or <c>null</c> when it carries none that can be read: what <see cref="TurnContext.Submission"/> holds.</summary>
    public static CardSubmission? From(Activity activity) => activity switch
    {
        { Type: ActivityTypes.Invoke, Name: InvokeNames.AdaptiveCardAction } => FromInvoke(activity),
        { Type: ActivityTypes.Invoke } when InvokeNames.IsTask(activity.Name) => FromTask(activity),
        { Type: ActivityTypes.Message, Value: { } value } when value.Member("verb")?.AsText() is { Length: > 0 } verb =>
            new() { Verb = verb, Data = value, ReplyToId = activity.ReplyToId },
        _ => null,
    };

    /// <summary>A member of the data as text: a string, a number or a boolean as written; <c>null</c> when it is missing, empty or of another kind.</summary>
    public string? this[string name] => Data.Member(name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString() is { Length: > 0 } given ? given : null,
        { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } plain => plain.GetRawText(),
        _ => null,
    };

    /// <summary>The values chosen in a <see cref="ChoiceSetInput"/> that takes several.</summary>
    public IReadOnlyList<string> Choices(string name) =>
        this[name]?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static CardSubmission? FromTask(Activity activity) =>
        TaskModuleRequest.From(activity.Value)?.Data is { } data && data.Member("verb")?.AsText() is { Length: > 0 } verb
            ? new() { Verb = verb, Data = data, ReplyToId = activity.ReplyToId, IsInvoke = true, IsTask = true }
            : null;

    private static CardSubmission? FromInvoke(Activity activity)
    {
        if (activity.Value is not { } value || value.Member("action") is not { } action)
        {
            return null;
        }

        var data = action.Member("data") is { ValueKind: not JsonValueKind.Null } given ? given : NoData;
        var verb = action.Member("verb") is { ValueKind: not JsonValueKind.Null } named ? named.AsText() : null;
        verb = verb is { Length: > 0 } ? verb : data.Member("verb")?.AsText();
        return data.ValueKind != JsonValueKind.Object || string.IsNullOrEmpty(verb) ? null : new()
        {
            Verb = verb,
            Data = data,
            ReplyToId = activity.ReplyToId,
            IsInvoke = true,
            IsAutomatic = value.Member("trigger")?.AsText() == "automatic",
        };
    }
}

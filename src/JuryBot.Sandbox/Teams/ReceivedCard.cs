using System.Text.Json.Nodes;

namespace JuryBot.Sandbox.Teams;

/// <summary>A card as the person who received it reads it: its words, inputs and buttons.</summary>
public sealed class ReceivedCard
{
    private readonly List<CardAction> actions = [];
    private readonly List<CardInput> inputs = [];
    private readonly List<string> texts = [];

    public ReceivedCard(JsonObject card)
    {
        Json = card;
        Read(card, []);
    }

    public JsonObject Json { get; }

    /// <summary>Buttons, those on inner cards included.</summary>
    public IReadOnlyList<CardAction> Actions => actions;

    public IReadOnlyList<CardInput> Inputs => inputs;

    /// <summary>Every text in reading order: text blocks, facts, runs.</summary>
    public IReadOnlyList<string> Texts => texts;

    /// <returns>The first button with this verb (in <c>verb</c>, or in its data's <c>verb</c>), or <c>null</c>.</returns>
    public CardAction? Action(string verb) => actions.Find(action => action.Verb == verb);

    // An action sends the inputs of its card and of the cards around it, wherever on them they stand: so inputs first.
    private void Read(JsonObject card, IReadOnlyList<CardInput> outer)
    {
        var own = Elements(card).Where(element => Type(element).StartsWith("Input.", StringComparison.Ordinal)).Select(CardInput.Read).ToList();
        inputs.AddRange(own);
        List<CardInput> sent = [.. outer, .. own];
        foreach (var element in Elements(card))
        {
            texts.AddRange(Words(element));
            if (Type(element) == "Action.ShowCard" && element["card"] is JsonObject inner)
            {
                Read(inner, sent);
            }
            else if (Type(element) is "Action.Execute" or "Action.Submit" or "Action.OpenUrl")
            {
                actions.Add(Button(element, sent));
            }
        }
    }

    private static CardAction Button(JsonObject json, IReadOnlyList<CardInput> inputs)
    {
        var data = json["data"] as JsonObject ?? [];
        return new CardAction(Type(json), Text(json, "title"), Text(json, "verb") ?? Text(data, "verb"), Text(json, "id"), data, Text(json, "associatedInputs") == "none" ? [] : inputs)
        {
            Url = Text(json, "url"),
        };
    }

    // Everything with a type on this card, inner cards and fallbacks excepted.
    private static IEnumerable<JsonObject> Elements(JsonNode? node) => node switch
    {
        JsonObject json => json.Where(pair => pair.Key is not ("card" or "fallback" or "data" or "refresh" or "authentication" or "msteams"))
            .SelectMany(pair => pair.Value is JsonObject { } child && Type(child).Length > 0 ? Elements(child).Prepend(child) : Elements(pair.Value)),
        JsonArray array => array.SelectMany(item => item is JsonObject child ? Elements(child).Prepend(child) : Elements(item)),
        _ => [],
    };

    private static IEnumerable<string> Words(JsonObject element) => Type(element) switch
    {
        "TextBlock" or "TextRun" => [Text(element, "text") ?? ""],
        "FactSet" => (element["facts"] as JsonArray ?? []).OfType<JsonObject>().Select(fact => $"{Text(fact, "title")} {Text(fact, "value")}"),
        _ => [],
    };

    private static string Type(JsonObject json) => Text(json, "type") ?? "";

    private static string? Text(JsonObject json, string name) => json[name]?.ToString();
}

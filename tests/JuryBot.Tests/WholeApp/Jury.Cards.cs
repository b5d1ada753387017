using System.Text.Json.Nodes;
using JuryBot.Sandbox.People;
using JuryBot.Sandbox.Teams;

namespace JuryBot.Tests.WholeApp;

/// <summary>The cards of a jury's people, and what pressing them answers.</summary>
internal sealed partial class Jury
{
    /// <summary>A whole sheet, every criterion acquired.</summary>
    public Dictionary<string, string> Good(Person juror, string candidate) => Find(juror, "sheet.submit", candidate)!.Value.Action.Inputs
        .Where(i => i.Id.StartsWith("j.", StringComparison.Ordinal)).ToDictionary(i => i.Id, _ => "acquired");

    /// <summary>The newest of a person's cards with this button, for this sitting and candidate.</summary>
    public (string Message, CardAction Action)? Find(Person person, string verb, string? candidate = null)
    {
        foreach (var message in house.Tenant.Chats.Cards(person))
        {
            if (message.Card!.Action(verb) is { } action && action.Data["sitting"]?.ToString() == Sitting && action.Data["candidate"]?.ToString() == candidate)
            {
                return (message.Id, action);
            }
        }

        return null;
    }

    public async Task<DeliveryAnswer> PressAsync(Person person, string verb, string? candidate, Dictionary<string, string>? values = null)
    {
        var (message, action) = Find(person, verb, candidate) ?? throw new InvalidOperationException($"{person.Name} has no card for {verb}.");
        return await house.Tenant.Teams.PressAsync(person, message, action, values);
    }

    /// <summary>Sends what is typed as a client that checks nothing would.</summary>
    /// <param name="type">Action.Execute, or Action.Submit as older clients do.</param>
    public async Task<DeliveryAnswer> ForceAsync(Person person, (string Message, CardAction Action) card, Dictionary<string, string> values, string type = "Action.Execute")
    {
        var data = card.Action.Data.DeepClone().AsObject();
        foreach (var (input, value) in values)
        {
            data[input] = value;
        }

        return await house.Tenant.Teams.SendAsync(person, card.Message, type, card.Action.Verb, card.Action.Id, data);
    }

    /// <summary>A refusal is a sentence, or a card whose notice stands in the attention colour right below its heading.</summary>
    public static bool IsRefusal(DeliveryAnswer answer) => answer.Body is not JsonObject body || body["value"] is not JsonObject card || IsRefusal(card);

    public static bool IsRefusal(JsonObject card) =>
        card["body"]!.AsArray().OfType<JsonObject>().FirstOrDefault(e => e["type"]?.ToString() == "Container")?["style"]?.ToString() == "attention";

    /// <summary>The sentence of an answer that shows no card.</summary>
    public static string? Sentence(DeliveryAnswer answer) => answer.Body?["type"]?.ToString() == "application/vnd.microsoft.activity.message" ? answer.Body["value"]?.ToString() : null;
}

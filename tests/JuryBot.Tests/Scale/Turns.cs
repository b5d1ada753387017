using System.Text.Json.Nodes;
using JuryBot.Sandbox;
using JuryBot.Sandbox.People;
using JuryBot.Sandbox.Teams;

namespace JuryBot.Tests.Scale;

/// <summary>Buttons of cards pressed by people who have no chat to find them in.</summary>
internal static class Turns
{
    private const int MostPresses = 20;

    /// <summary>Presses again, as a person would, while the answer is that it takes long.</summary>
    public static async Task<DeliveryAnswer> PressAsync(this Tenant tenant, Person who, string verb, string sitting, string candidate, IReadOnlyDictionary<string, string>? values = null)
    {
        for (var pressed = 1; ; pressed++)
        {
            var answer = await tenant.Teams.SendAsync(who, "0", "Action.Execute", verb, null, Data(verb, sitting, candidate, values));
            if (pressed == MostPresses || !TakesLong(answer))
            {
                return answer;
            }
        }
    }

    public static bool TakesLong(DeliveryAnswer answer) => Words(answer) is var words && (words == Text("fr") || words == Text("en"));

    private static string Text(string language) => global::JuryBot.Texts.Of("Chat").Get(language, "GoesOn");

    public static JsonObject Data(string verb, string sitting, string candidate, IReadOnlyDictionary<string, string>? values)
    {
        var data = new JsonObject { ["v"] = 2, ["verb"] = verb, ["sitting"] = sitting, ["candidate"] = candidate };
        foreach (var (id, value) in values ?? new Dictionary<string, string>())
        {
            data[id] = value;
        }

        return data;
    }

    /// <summary>What the summary of a sheet says was read, to be confirmed; <c>null</c> when the answer is no summary.</summary>
    public static string? Read(DeliveryAnswer summary) =>
        summary.Body?["value"] is JsonObject card ? new ReceivedCard(card).Action("sheet.confirm")?.Data["read"]?.ToString() : null;

    /// <summary>What a person reads of an answer: its sentence, or all the words of its card.</summary>
    public static string Words(DeliveryAnswer answer) => answer.Body?["value"] is JsonObject card ? string.Join('\n', new ReceivedCard(card).Texts) : answer.Body?["value"]?.ToString() ?? "";
}

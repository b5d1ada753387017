using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using JuryBot.Sandbox.People;
using JuryBot.Sandbox.Teams;
using JuryBot.Storage;
using JuryBot.Tests.WholeApp;

namespace JuryBot.Tests.Fuzz;

/// <summary>Keeps which buttons every person ever had, and holds the ledgers against that: whatever a person changed, a button of a card of
/// their own could have changed, in that partition, and no row that is another's.</summary>
internal sealed class Witness
{
    /// <summary>Asks for all that a person may still do, juror or candidate.</summary>
    private const string Agenda = "mes jurys";

    private static readonly string[] OwnRows = ["s|sheet|", "s|poll|"];
    private static readonly HashSet<string> Verbs = [.. typeof(JuryBot.Chat.Verbs).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)];
    private readonly House house;
    private readonly IReadOnlyDictionary<string, string> people;
    private readonly HashSet<(string Partition, long Sequence)> before;
    private readonly ConcurrentDictionary<(string Person, string Verb, string Partition), bool> buttons = new();

    private Witness(House house, IReadOnlyDictionary<string, string> people, HashSet<(string Partition, long Sequence)> before) =>
        (this.house, this.people, this.before) = (house, people, before);

    public static async Task<Witness> StartAsync(House house)
    {
        var people = (await house.GetAsync(house.Coordinator, "api/people")).Body.AsArray()
            .Select(p => (Id: p!["id"]!.ToString(), Account: house.Organisation.Find(p["mail"]!.ToString())?.Id))
            .Where(p => p.Account is not null && p.Account != house.Coordinator.Id && p.Account != house.Director.Id).ToDictionary(p => p.Account!, p => p.Id);
        var witness = new Witness(house, people, [.. (await house.LedgersAsync()).Select(entry => (entry.Partition, entry.Entry.Sequence))]);
        house.Tenant.Chats.Shown += witness.LookAt;
        // What a person has not asked for yet is theirs all the same: another's button passed on does no more than their own would.
        foreach (var person in house.Organisation.People.Where(p => people.ContainsKey(p.Id)))
        {
            await house.Tenant.Teams.SayAsync(person, Agenda);
        }

        foreach (var person in house.Organisation.People)
        {
            foreach (var message in house.Tenant.Chats.Of(person))
            {
                witness.LookAt(person, message);
            }
        }

        return witness;
    }

    /// <summary>The card an action was answered with is its sender's too.</summary>
    public void LookAt(JsonObject? activity, JsonObject? answer)
    {
        var card = answer?["value"] as JsonObject ?? (((answer?["task"] as JsonObject)?["value"] as JsonObject)?["card"] as JsonObject)?["content"] as JsonObject;
        if (card is not null && Text((activity?["from"] as JsonObject)?["aadObjectId"]) is { } account && people.TryGetValue(account, out var person))
        {
            Keep(person, new ReceivedCard(card));
        }
    }

    public async Task<(int Commits, IReadOnlyList<string> Impossible)> CheckAsync()
    {
        var ours = people.Values.ToHashSet();
        var entries = (await house.LedgersAsync()).Where(e => !before.Contains((e.Partition, e.Entry.Sequence)) && ours.Contains(e.Entry.Actor) && !IsEffect(e.Entry.Verb)).ToList();
        return (entries.Count, [.. entries.Where(e => !IsPossible(e.Partition, e.Entry)).Select(e => $"{e.Entry.Actor} did {e.Entry.Verb} in {e.Partition}: {string.Join(", ", e.Entry.Rows.Keys)}")]);
    }

    /// <summary>Whether a verb is one of the verb table's.</summary>
    public static bool Knows(string verb) => Verbs.Contains(verb);

    /// <summary>The verb an activity asks for, read loosely.</summary>
    public static string? VerbOf(JsonObject? activity)
    {
        var value = activity?["value"] as JsonObject;
        return Text((value?["action"] as JsonObject)?["verb"]) ?? Text(((value?["action"] as JsonObject)?["data"] as JsonObject)?["verb"])
            ?? Text((value?["data"] as JsonObject)?["verb"]) ?? Text(value?["verb"]);
    }

    public static string? Text(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.ToString() : null;

    /// <summary>What follows from a decision is written in the name of who decided, in other partitions.</summary>
    private static bool IsEffect(string verb) => !Knows(verb);

    private bool IsPossible(string partition, LedgerEntry entry) => buttons.ContainsKey((entry.Actor, entry.Verb, partition)) && (LocksSheets(entry) || WroteOwnRows(entry));

    /// <summary>Opening a deliberation locks everybody's sheets.</summary>
    private static bool LocksSheets(LedgerEntry entry) => entry.Verb is JuryBot.Chat.Verbs.OpenDeliberation;

    private static bool WroteOwnRows(LedgerEntry entry) => entry.Rows.Keys.Where(row => OwnRows.Any(own => row.StartsWith(own, StringComparison.Ordinal))).All(row => row.EndsWith($"|{entry.Actor}", StringComparison.Ordinal));

    private void LookAt(Person owner, ChatMessage message)
    {
        if (message.Card is { } card && people.TryGetValue(owner.Id, out var person))
        {
            Keep(person, card);
        }
    }

    private void Keep(string person, ReceivedCard card)
    {
        foreach (var action in card.Actions.Where(action => action.Verb is not null))
        {
            buttons[(person, action.Verb!, Text(action.Data["sitting"]) ?? Text(action.Data["session"]) ?? "")] = true;
        }
    }
}

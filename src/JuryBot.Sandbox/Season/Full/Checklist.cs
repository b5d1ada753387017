using System.Text.Json.Nodes;

namespace JuryBot.Sandbox.Season.Full;

/// <summary>What a full season must have had, each ticked once its effect has been seen from outside, and never because a step ran.</summary>
public sealed class Checklist
{
    private readonly List<Item> items = [];

    /// <param name="What">Such as « a missing sheet waived ».</param>
    /// <param name="Instead">What was seen instead, when somebody looked and it was not there.</param>
    public sealed record Item(string Part, string What, bool Seen = false, string? Instead = null);

    public IReadOnlyList<Item> Items => items;

    public bool IsWhole => items.TrueForAll(item => item.Seen);

    public JsonArray ToJson() => [.. items.Select(item => (JsonNode)new JsonObject { ["part"] = item.Part, ["what"] = item.What, ["seen"] = item.Seen, ["instead"] = item.Instead })];

    internal void Expect(string part, IEnumerable<string> what) => items.AddRange(what.Select(each => new Item(part, each)));

    /// <summary>Once it was looked for and was not there, it stays so.</summary>
    /// <param name="what">As it was expected.</param>
    /// <param name="held">Whether the effect is there.</param>
    /// <param name="found">What was seen, for whoever reads why it is not.</param>
    internal void Saw(string what, bool held, object? found = null)
    {
        var at = items.FindIndex(item => item.What == what);
        items[at] = items[at].Instead is not null ? items[at] : items[at] with { Seen = held, Instead = held ? null : found?.ToString() ?? "not there" };
    }

    /// <summary>The part stopped before it was over.</summary>
    internal void Stopped(string part, string why)
    {
        for (var i = 0; i < items.Count; i++)
        {
            items[i] = items[i] is { Seen: false, Instead: null } open && open.Part == part ? open with { Instead = why } : items[i];
        }
    }
}

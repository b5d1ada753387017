using System.Text.Json.Nodes;
using JuryBot.Sandbox.People;

namespace JuryBot.Sandbox.Season.Full;

/// <summary>A sitting's day on which not everything goes as planned.</summary>
internal sealed class EventfulDay(FullSeason season, SittingDay day)
{
    public SittingDay Day => day;

    public JuryCards Cards => day.Cards;

    public Task<JsonNode> ExamAsync(string candidate, CancellationToken ct) => season.ExamAsync(day.Id, candidate, ct);

    /// <summary>The chair looks where the sheets are, from a card that is still there or from their agenda.</summary>
    public async Task FollowAsync(CancellationToken ct)
    {
        if (Cards.Find(day.Chair, "sitting.follow") is null)
        {
            await season.Office.Tenant.Teams.SayAsync(day.Chair, "mes jurys", ct);
        }

        await season.Office.Clock.UntilAsync("the card that follows the sheets", () => Cards.Find(day.Chair, "sitting.follow") is not null, ct);
        await Cards.PressAsync(day.Chair, "sitting.follow", null, null, ct);
    }

    /// <summary>The chair looks where the sheets are, and says what happened.</summary>
    /// <returns>The exam it is about, as it is then; <c>null</c> when it is about none.</returns>
    public async Task<JsonNode?> ReportAsync(string what, string? candidate, string? member, string? reason, CancellationToken ct)
    {
        await FollowAsync(ct);
        await Cards.PressAsync(day.Chair, "sitting.report", null, null, ct);
        await Cards.PressAsync(day.Chair, "sitting.report", null, new() { ["what"] = what, ["about"] = candidate ?? "", ["member"] = member ?? "", ["reason"] = reason ?? "" }, ct);
        return candidate is null ? null : await ExamAsync(candidate, ct);
    }

    /// <summary>A member steps back from a candidate, on their sheet.</summary>
    public async Task RecuseAsync(Person member, string candidate, string reason, CancellationToken ct)
    {
        await Cards.PressAsync(member, "sheet.recuse", candidate, null, ct);
        await Cards.PressAsync(member, "sheet.recuse", candidate, new() { ["reason"] = reason }, ct);
    }

    /// <summary>Everybody who judges the candidate hands in their sheet, but for the one whose sheet is written otherwise.</summary>
    public async Task GradeAsync(string candidate, CancellationToken ct, Person? except = null)
    {
        var waited = (await ExamAsync(candidate, ct))["sheets"]!.AsArray().Where(s => !s!["submitted"]!.GetValue<bool>()).Select(s => s!["person"]!.ToString()).ToHashSet();
        await day.GradeAsync(candidate, Members(waited).Where(m => m.HasAccount && m != except), ct);
    }

    public async Task HearAsync(string candidate, CancellationToken ct, Func<IReadOnlyDictionary<string, string>>? otherwise = null)
    {
        await GradeAsync(candidate, ct);
        await day.DeliberateAsync(candidate, otherwise, ct);
    }

    /// <summary>Ballots of the panel on one subject, in the order of its seats.</summary>
    /// <param name="subject">A block, or <c>award</c>.</param>
    public Dictionary<string, string> Vote(string subject, string candidate, params string[] ballots)
    {
        var inputs = Cards.Find(day.Chair, "deliberation.decide", candidate)!.Value.Action.Inputs.Select(i => i.Id).Where(id => id.StartsWith($"v.{subject}.", StringComparison.Ordinal));
        // The chair votes first.
        var chair = day.Panel.First(m => m.Person == day.Chair).Id;
        return inputs.OrderBy(id => id.EndsWith(chair, StringComparison.Ordinal) ? 0 : 1).Zip(ballots).Append((subject == "award" ? "award" : $"b.{subject}", "vote")).ToDictionary(pair => pair.Item1, pair => pair.Item2);
    }

    /// <summary>What the minutes say; their pages are turned until the last, where they are acknowledged.</summary>
    public async Task<string> ReadMinutesAsync(Person reader, CancellationToken ct)
    {
        await season.Office.Clock.UntilAsync("the minutes", () => Minutes() is not null, ct);
        var said = "";
        while (Cards.Find(reader, "minutes.acknowledge") is null)
        {
            said += Minutes();
            await Cards.PressAsync(reader, "minutes.show", null, null, ct);
        }

        return said + Minutes();

        string? Minutes() => season.Office.Tenant.Chats.Cards(reader).FirstOrDefault(m => m.Card!.Actions.Any(a => a.Verb is "minutes.acknowledge" or "minutes.show" && a.Data["sitting"]?.ToString() == day.Id)) is { } message
            ? string.Join('\n', message.Card!.Texts) : null;
    }

    private IEnumerable<Person> Members(HashSet<string> ids) => season.Office.Tenant.Organisation.Jurors.Where(j => day.Panel.Any(m => m.Person == j && ids.Contains(m.Id)));
}

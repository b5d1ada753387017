using System.Net;
using System.Text.Json.Nodes;
using JuryBot.Sandbox.Calendars;

namespace JuryBot.Sandbox.Season.Full;

/// <summary>Candidates who made one deliverable together are heard together at the jury of block 4, and judged each on their own.</summary>
internal sealed class GroupWork() : SeasonStep("Group work, block 4", Shared, Individual, Different)
{
    private const string Shared = "a group of candidates shares one slot, as each one's convocation says", Individual = "each of the group judged on sheets of their own", Different = "different results in one group";

    private const string Group = "Médiation Nord";

    private IReadOnlyList<string> sittings = [];

    /// <summary>The jury of block 4, with the group.</summary>
    public static JuryCall Call(Cast cast) => Play.Juries[2] with { Groups = new Dictionary<string, IReadOnlyList<string>> { [Group] = [.. cast.Group.Select(cast.IdOf)] } };

    public override async Task BeforeAsync(FullSeason season, JuryCall call, string session, IReadOnlyList<string> held, CancellationToken ct)
    {
        if (call.Groups.Count == 0)
        {
            return;
        }

        sittings = held;
        var events = season.Cast.Group.Select(Event);
        await season.Office.Clock.UntilAsync("the group's events", () => events.All(item => item is not null), ct);
        var (slots, exams) = (events.Select(item => (item!.Start, item.End)).Distinct().ToList(), await ExamsAsync(season, ct));
        season.Saw(
            Shared,
            slots is [var (start, end)] && end - start == TimeSpan.FromMinutes(30 * season.Cast.Group.Count) && exams.All(e => e["group"]?.ToString() == Group) && exams.DistinctBy(e => e["start"]!.ToString()).Count() == 1,
            string.Join(", ", slots));

        CalendarItem? Event(People.Person member) => season.Office.Tenant.Calendars.All(member.Mail)
            .FirstOrDefault(item => item is { IsOrganizer: false, IsCancelled: false } && WebUtility.HtmlDecode(item.BodyHtml).Contains(Group, StringComparison.Ordinal));
    }

    public override async Task LiveAsync(FullSeason season, CancellationToken ct)
    {
        var exams = await ExamsAsync(season, ct);
        season.Saw(
            Individual, exams.All(e => e["group"]?.ToString() == Group && e["state"]!.ToString() == "published" && e["sheets"]!.AsArray() is { Count: > 0 } sheets && sheets.All(s => s!["submitted"]!.GetValue<bool>())), exams[0]["sheets"]);
        var results = new List<string>();
        foreach (var member in season.Cast.Group)
        {
            results.Add((await season.RecordAsync(season.Cast.IdOf(member), ct))["blocks"]!.AsArray().Single(b => b!["block"]!.ToString() == "4")!["state"]!.ToString());
        }

        season.Saw(Different, results is ["proposedFavourable", "proposedUnfavourable", "proposedFavourable"], string.Join(", ", results));
    }

    private async Task<IReadOnlyList<JsonNode>> ExamsAsync(FullSeason season, CancellationToken ct)
    {
        var exams = new List<JsonNode>();
        foreach (var member in season.Cast.Group.Select(season.Cast.IdOf))
        {
            exams.Add(await season.ExamAsync(await season.SittingOfAsync(sittings, member, ct), member, ct));
        }

        return exams;
    }
}

using System.Text.Json.Nodes;

namespace JuryBot.Sandbox.Season.Full;

/// <summary>A member leaves in the middle of a sitting; once everybody is heard, nobody new may sit.</summary>
internal sealed class MemberLeaves() : SeasonStep("Intermediate jury, block 5", Left, Frozen)
{
    private const string Left = "a member leaves in the middle: they judge nobody who is not decided yet", Frozen = "the panel frozen: a replacement refused once the exams have begun";

    public override async Task LiveAsync(FullSeason season, CancellationToken ct)
    {
        var (office, cast) = (season.Office, season.Cast);
        var (_, sittings) = await season.ConveneAsync(Play.Juries[3], cast.HeardFor("5"), ct);
        foreach (var id in sittings)
        {
            var day = await season.ComeAsync(id, cast.FirstVerdicts, ct);
            await day.Day.OpenAsync(null, ct);
            await day.HearAsync(day.Day.Exams[0], ct);
            if (id == sittings[0])
            {
                await LeaveAsync(season, day, ct);
            }

            foreach (var candidate in day.Day.Exams.Skip(1))
            {
                await day.HearAsync(candidate, ct);
            }

            await office.ClosedAsync(id, ct);
        }

        await office.PublishAsync(sittings, ct);
    }

    private static async Task LeaveAsync(FullSeason season, EventfulDay day, CancellationToken ct)
    {
        var (office, member, last) = (season.Office, day.Day.Panel.First(m => m.Role == "professional"), day.Day.Exams[^1]);
        await day.ReportAsync("left", null, member.Id, "Rappelé par son entreprise.", ct);
        var (first, after) = (await day.ExamAsync(day.Day.Exams[0], ct), await day.ExamAsync(last, ct));
        season.Saw(Left, first["away"]!.AsArray().Count == 0 && after["away"]!.AsArray().Any(a => a!["person"]!.ToString() == member.Id && a["kind"]!.ToString() == "left"), after["away"]);

        await office.Clock.MoveAsync(DateTimeOffset.Parse(after["start"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture), ct);
        var chair = day.Day.Panel.First(m => m.Person == day.Day.Chair).Id;
        var substitutes = (await office.Api.GetAsync(office.Coordinator, $"api/sittings/{day.Day.Id}/substitutes/{chair}", ct))!.AsArray();
        var rule = await office.Api.RefusedAsync(
            office.Coordinator, HttpMethod.Post, $"api/sittings/{day.Day.Id}/replacements", new JsonObject { ["declined"] = chair, ["substitute"] = substitutes[0]!["person"]!.ToString() }, ct);
        season.Saw(Frozen, rule == "PanelFrozen", rule);
    }
}

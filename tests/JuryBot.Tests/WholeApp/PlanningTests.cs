using System.Globalization;
using System.Text.Json.Nodes;
using JuryBot.Tests.Azurite;

namespace JuryBot.Tests.WholeApp;

/// <summary>One exam for each candidate, and the sittings that come of them.</summary>
public sealed class PlanningTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Sittings_are_half_days_of_one_panel_in_one_room_and_lunch_is_kept_free()
    {
        await using var house = await House.StartAsync(azurite, House.Small with { Candidates = 10 });
        var jury = await Jury.WithRostersAsync(house);
        var heard = house.Organisation.Candidates.Where(c => c.Route != "vae").ToList();
        var session = await jury.AskForPlanAsync("1", heard, perSitting: 3);

        var sittings = session["plan"]["sittings"]!.AsArray();
        Assert.Equal(heard.Count, session["plan"]["scheduled"]!.GetValue<int>());
        Assert.Equal(heard.Count, sittings.Sum(s => s!["candidates"]!.AsArray().Count));
        Assert.All(sittings, sitting =>
        {
            var exams = sitting!["candidates"]!.AsArray();
            Assert.InRange(exams.Count, 1, 3);
            Assert.Equal((At(exams[0]!, "start"), At(exams[^1]!, "end")), (At(sitting, "start"), At(sitting, "end")));
            Assert.All(exams.Zip(exams.Skip(1)), pair => Assert.True(At(pair.First!, "end") <= At(pair.Second!, "start")));
            Assert.True(At(sitting, "end").TimeOfDay <= new TimeSpan(10, 30, 0) || At(sitting, "start").TimeOfDay >= new TimeSpan(11, 30, 0), $"{sitting["start"]} runs into lunch."); // UTC
        });
    }

    [Fact]
    public async Task Nobody_hears_more_than_four_candidates_in_a_row_without_a_break()
    {
        await using var house = await House.StartAsync(azurite, House.Small with { Candidates = 10 });
        var jury = await Jury.WithRostersAsync(house);
        var session = await jury.AskForPlanAsync("1", house.Organisation.Candidates.Where(c => c.Route != "vae"), perSitting: 8);

        var exams = session["plan"]["sittings"]!.AsArray().SelectMany(s => s!["panel"]!.AsArray(), (s, seat) => (Juror: seat!["person"]!.ToString(), Exams: s!["candidates"]!.AsArray()))
            .SelectMany(seat => seat.Exams, (seat, exam) => (seat.Juror, Start: At(exam!, "start"), End: At(exam!, "end"))).GroupBy(exam => exam.Juror);
        Assert.Contains(exams, juror => juror.Count() > 4);
        Assert.All(exams, juror =>
        {
            var (run, end) = (0, DateTimeOffset.MinValue);
            foreach (var exam in juror.OrderBy(exam => exam.Start))
            {
                run = exam.Start - end < TimeSpan.FromMinutes(15) ? run + 1 : 1;
                end = exam.End;
                Assert.InRange(run, 1, 4);
            }
        });
    }

    private static DateTimeOffset At(JsonNode node, string name) => DateTimeOffset.Parse(node[name]!.ToString(), CultureInfo.InvariantCulture).ToUniversalTime();
}

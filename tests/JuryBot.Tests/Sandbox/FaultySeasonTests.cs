using System.Text.Json.Nodes;
using JuryBot.Sandbox.Faults;
using JuryBot.Sandbox.People;
using JuryBot.Sandbox.Season;

namespace JuryBot.Tests.Sandbox;

/// <summary>A short season under every fault at once, two processes of JuryBot on one storage.</summary>
public sealed class FaultySeasonTests
{
    private const int Seed = 1;

    [Fact]
    public async Task Whatever_goes_wrong_the_decisions_the_awards_and_the_outcomes_told_are_those_that_candidates_doing_leads_to()
    {
        var report = await FaultySeason.PlayAsync(Fault.All, replicas: 2, Seed, TestContext.Current.CancellationToken);
        Assert.Empty(report.Faults);
        Assert.All(Fault.All, fault => Assert.True(report.Figures["faults"]![fault.Name]!.GetValue<int>() > 0, $"{fault.Name} never came"));
        var organisation = new OrganisationGenerator(Seed).Generate(24, FaultySeason.Candidates);
        var verdicts = new Verdicts(organisation.Candidates, Seed);
        foreach (var candidate in organisation.Candidates)
        {
            var (came, told) = (report.Figures["result"]![candidate.Mail]!, (string[])["1", "1", "2", "3", "4", "5"]);
            var failed = Enumerable.Range(1, 5).Count(block => !verdicts.Passes(candidate.Mail, $"{block}"));
            string[] blocks =
            [
                .. Enumerable.Range(1, 5).Select(block => $"final {block} {(verdicts.Passes(candidate.Mail, $"{block}") ? "acquired" : "notAcquired")}"),
                $"intermediate 1 {(verdicts.Passes(candidate.Mail, "1") ? "favourable" : "unfavourable")}",
            ];
            Assert.Equal(blocks, Texts(came["blocks"]!));
            Assert.Equal(failed switch { 0 => "title", 5 => "none", _ => "partial" }, came["award"]!.ToString());
            Assert.Equal(told, Texts(came["told"]!["mail"]!).Select(text => text.Split(' ')[0]));
            Assert.Equal(candidate.HasAccount ? told : [], Texts(came["told"]!["teams"]!));
        }
    }

    private static IEnumerable<string> Texts(JsonNode array) => array.AsArray().Select(text => text!.ToString());
}

using System.Text.Json.Nodes;
using JuryBot.Domain.Certifications;
using JuryBot.Tests.Azurite;

namespace JuryBot.Tests.WholeApp;

/// <summary>Plans side by side, of which the coordinator takes one.</summary>
public sealed class ProposalTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_final_jury_is_convened_as_the_proposal_that_the_coordinator_took_of_three_valid_ones()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.WithRostersAsync(house);
        await jury.PlanAsync(null, house.Organisation.Candidates.Take(2));
        var read = await house.GetAsync(house.Coordinator, jury.Session);

        var proposals = Proposals(read);
        Assert.Equal([(1, true), (2, false), (3, false)], proposals.Select(p => (p["number"]!.GetValue<int>(), p["taken"]!.GetValue<bool>())));
        Assert.Equal(3, proposals.Select(p => string.Join('|', Sitting(p)["panel"]!.AsArray().Select(m => m!["person"]!.ToString()).Append($"{Sitting(p)["start"]} {Sitting(p)["room"]}"))).Distinct().Count());
        Assert.Equal(proposals[0]["sittings"]!.ToJsonString(), read["plan"]["sittings"]!.ToJsonString());
        Assert.All(proposals, p =>
        {
            Assert.Empty(Sitting(p)["findings"]!.AsArray());
            Assert.Equal(2, Sitting(p)["candidates"]!.AsArray().Count);
        });
        Assert.Equal(Certification.Rncp31168.Ruleset.Quotation.Fr, read["plan"]["rule"]!.ToString());
        Assert.Null(read["plan"]["onlyOne"]);

        // The same press again, and what one reads of a plan that is not there any more.
        foreach (var _ in Enumerable.Range(0, 2))
        {
            (await ChooseAsync(read, 2, "press")).Accepted();
        }

        var late = await ChooseAsync(read, 3, null);
        Assert.Equal((409, "urn:jurybot:refusal:PlanChanged"), (late.Status, late["type"].ToString()));
        var chosen = await house.GetAsync(house.Coordinator, jury.Session);
        Assert.Equal([(1, false), (2, true), (3, false)], Proposals(chosen).Select(p => (p["number"]!.GetValue<int>(), p["taken"]!.GetValue<bool>())));
        Assert.Equal(proposals[1]["sittings"]!.ToJsonString(), chosen["plan"]["sittings"]!.ToJsonString());
        Assert.Equal("urn:jurybot:refusal:PlanChanged", (await ChooseAsync(chosen, 4, null))["type"].ToString());

        // Whoever read the plan before does not convene the one that was taken since.
        var old = await house.PostAsync(house.Coordinator, $"{jury.Session}/convene", new JsonObject { ["seen"] = read["plan"]["sha256"]!.ToString() });
        Assert.Equal((409, "urn:jurybot:refusal:PlanChanged"), (old.Status, old["type"].ToString()));

        await jury.ConveneAsync();
        var (taken, sitting) = (Sitting(proposals[1]), await jury.ReadAsync());
        Assert.Equal((taken["start"]!.ToString(), taken["room"]!.ToString()), (sitting["start"].ToString(), sitting["room"].ToString()));
        Assert.Equal(taken["panel"]!.AsArray().Select(m => m!["person"]!.ToString()), sitting["panel"].AsArray().Select(m => m!["person"]!.ToString()));
        Assert.Equal("urn:jurybot:refusal:AlreadyConvened", (await ChooseAsync(chosen, 3, null))["type"].ToString());

        Task<Answer> ChooseAsync(Answer session, int proposal, string? key) => house.PostAsync(
            house.Coordinator, $"{jury.Session}/plan/choice", new JsonObject { ["plan"] = session["plan"]["sha256"]!.ToString(), ["proposal"] = proposal }, key);
    }

    [Fact]
    public async Task Of_more_than_eight_exams_there_is_one_plan_and_it_says_why()
    {
        await using var house = await House.StartAsync(azurite, House.Small with { Candidates = 14 });
        var jury = await Jury.WithRostersAsync(house);
        var read = await jury.AskForPlanAsync("1", house.Organisation.Candidates.Where(c => c.Route != "vae").Take(9));
        Assert.Equal(9, read["plan"]["scheduled"]!.GetValue<int>());
        Assert.Empty(Proposals(read));
        Assert.Equal("Un seul plan à lire : JuryBot n'en propose plusieurs à comparer que jusqu'à 8 passages ; celui-ci en compte 9.", read["plan"]["onlyOne"]!.ToString());
    }

    private static List<JsonNode> Proposals(Answer session) => [.. session["plan"]["proposals"]!.AsArray().OfType<JsonNode>()];

    private static JsonNode Sitting(JsonNode proposal) => Assert.Single(proposal["sittings"]!.AsArray())!;
}

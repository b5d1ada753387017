using System.Text.Json.Nodes;
using JuryBot.Domain.Certifications;
using JuryBot.Tests.Azurite;

namespace JuryBot.Tests.WholeApp;

/// <summary>Which block the final jury's dossier validates is a setting of the organisation.</summary>
public sealed class SynthesisTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Where_another_block_is_the_synthesis_block_its_jury_is_advice_the_others_propose_and_the_final_jury_judges_it()
    {
        await using var house = await House.StartAsync(azurite, settings: new() { ["Organisation:SynthesisBlock"] = "1" });
        var candidate = house.Organisation.Candidates.First();
        var advice = await Jury.OpenedAsync(house, "1");
        var id = advice.IdOf(candidate);
        var certification = (await house.GetAsync(house.Coordinator, "api/certifications")).Accepted().Body.AsArray().Single()!;
        Assert.Equal(("1", Certification.Rncp31168.Synthesis.Quotation.Fr), (certification["synthesisBlock"]!.ToString(), certification["synthesisQuotation"]!.ToString()));

        await advice.GradeAsync(id);
        await advice.DecideAsync(id);
        (await advice.PublishAsync()).Accepted();
        await house.SettleAsync();
        var exam = (await advice.ReadAsync())["exams"][0]!;
        Assert.Equal(("published", 0), (exam["state"]!.ToString(), exam["decisions"]!.AsArray().Count));
        Assert.Equal("none", await StateAsync("1"));

        var study = await OpenedAsync("3", day: 19);
        await study.GradeAsync(id);
        await study.DecideAsync(id);
        await house.UntilAsync("the proposal", async () => await StateAsync("3") == "proposedFavourable");

        var final = await OpenedAsync(null, day: 26);
        var chair = await final.ChairAsync();
        Assert.Equal(["j.1.1", "j.1.2", "j.oral"], final.Good(chair, id).Keys);
        await final.GradeAsync(id);
        await final.OpenDeliberationAsync(id);
        Assert.Equal(["b.1", "b.2", "b.3", "b.4", "b.5"], final.Ruling(chair, id).Keys.Where(key => key.StartsWith("b.", StringComparison.Ordinal)));
        Assert.Null((await house.VerifyAsync()).FirstFault);

        async Task<Jury> OpenedAsync(string? block, int day)
        {
            var jury = new Jury(house, advice);
            await jury.PlanAsync(block, [candidate], day);
            await jury.ConveneAsync();
            await jury.AnswerAsync();
            await jury.OpenAsync();
            return jury;
        }

        async Task<string> StateAsync(string block) => (await house.GetAsync(house.Director, $"api/candidates/{id}"))["blocks"].AsArray().Single(b => b!["block"]!.ToString() == block)!["state"]!.ToString();
    }

    [Fact]
    public async Task Votes_follow_the_organisations_settings()
    {
        await using var house = await House.StartAsync(azurite, settings: new() { ["Organisation:CastingVote"] = "true", ["Organisation:Abstentions"] = "false" });
        var jury = await Jury.OpenedAsync(house);
        var (candidate, panel, chair) = ((await jury.ExamsAsync())[0], await jury.PanelAsync(), await jury.ChairAsync());
        Assert.Equal(2, panel.Count);
        await jury.GradeAsync(candidate);
        await jury.OpenDeliberationAsync(candidate);
        var form = jury.Find(chair, "deliberation.decide", candidate)!.Value;
        var ballots = form.Action.Inputs.Where(i => i.Id.StartsWith("v.1.", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, ballots.Count);
        Assert.All(ballots, ballot => Assert.DoesNotContain("abstain", ballot.Choices.Keys));

        Assert.True(Jury.IsRefusal(await jury.ForceAsync(chair, form, Tied("abstain"))));
        Assert.False(Jury.IsRefusal(await jury.PressAsync(chair, "deliberation.decide", candidate, Tied("against"))));
        Assert.False(Jury.IsRefusal(await jury.PressAsync(chair, "deliberation.confirm", candidate)));
        var decision = (await jury.ReadAsync())["exams"][0]!["decisions"]![0]!;
        var votes = decision["votes"]!;
        Assert.Equal((true, 1, 1, 0, true), (decision["acquired"]!.GetValue<bool>(), Count("for"), Count("against"), Count("abstained"), votes["castingVote"]!.GetValue<bool>()));

        int Count(string ballot) => votes[ballot]!.GetValue<int>();

        Dictionary<string, string> Tied(string other) => new(jury.Ruling(chair, candidate))
        {
            ["b.1"] = "vote", ["r.1"] = "", [$"v.1.{panel.Single(m => m.Person == chair).Id}"] = "for", [$"v.1.{panel.Single(m => m.Person != chair).Id}"] = other,
        };
    }
}

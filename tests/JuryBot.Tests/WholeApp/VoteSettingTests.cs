using JuryBot.Tests.Azurite;

namespace JuryBot.Tests.WholeApp;

/// <summary>What the organisation settles about votes, on the chair's card.</summary>
public sealed class VoteSettingTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("false", "true")]
    public async Task Members_abstain_and_the_chair_settles_a_tie_as_the_organisation_sets(string? abstentions, string? castingVote)
    {
        await using var house = await House.StartAsync(azurite, settings: new() { ["Organisation:Abstentions"] = abstentions, ["Organisation:CastingVote"] = castingVote });
        var jury = await Jury.OpenedAsync(house);
        var candidate = (await jury.ExamsAsync())[0];
        var (panel, chair) = (await jury.PanelAsync(), await jury.ChairAsync());
        Assert.Equal(2, panel.Count);
        await jury.GradeAsync(candidate);
        await jury.OpenDeliberationAsync(candidate);
        var card = jury.Find(chair, "deliberation.decide", candidate)!.Value;
        // The card offers what counts; a client that sends something else all the same is refused.
        Assert.Equal(abstentions is null, card.Action.Inputs.Single(i => i.Id == $"v.1.{panel[1].Id}").Choices.ContainsKey("abstain"));
        Assert.Equal(abstentions is not null, Jury.IsRefusal(await jury.ForceAsync(chair, card, Votes("abstain"))));

        Assert.False(Jury.IsRefusal(await jury.ForceAsync(chair, card, Votes("against"))));
        Assert.False(Jury.IsRefusal(await jury.PressAsync(chair, "deliberation.confirm", candidate)));
        var decision = (await jury.ReadAsync())["exams"][0]!["decisions"]![0]!;
        Assert.Equal(
            (castingVote is not null, 1, 1, castingVote is not null),
            (decision["acquired"]!.GetValue<bool>(), decision["votes"]!["for"]!.GetValue<int>(), decision["votes"]!["against"]!.GetValue<int>(), decision["votes"]!["castingVote"]!.GetValue<bool>()));

        Dictionary<string, string> Votes(string others) => panel.ToDictionary(member => $"v.1.{member.Id}", member => member.Person == chair ? "for" : others)
            .Append(new("b.1", "vote")).ToDictionary();
    }
}

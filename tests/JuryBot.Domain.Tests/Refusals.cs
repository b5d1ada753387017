using JuryBot.Domain.Awards;

namespace JuryBot.Domain.Tests;

public sealed class Refusals
{
    [Fact]
    public void Two_refusals_are_the_same_only_when_rule_arguments_and_details_are()
    {
        var refusal = new Refusal("A", "x", 1) { Details = [new Refusal("B", "y")] };
        Assert.Equal(refusal, new Refusal("A", "x", 1) { Details = [new Refusal("B", "y")] });
        Refusal[] others = [refusal with { Rule = "B" }, refusal with { Arguments = ["x", 2] }, refusal with { Details = [] }, refusal with { Details = [new Refusal("B", "z")] }];
        Assert.All(others, other => Assert.NotEqual(refusal, other));
        Assert.False(refusal.Equals(null));
    }

    [Fact]
    public void Missing_blocks_are_listed_with_commas() => Assert.Equal(["2, 4"], AwardRefusals.TitleNeedsAllBlocks(["2", "4"]).Arguments);
}

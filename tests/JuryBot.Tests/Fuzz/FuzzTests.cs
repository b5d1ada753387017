using JuryBot.Tests.Azurite;

namespace JuryBot.Tests.Fuzz;

public sealed class FuzzTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Mutated_activities_under_a_valid_token_never_fail_and_change_nothing_that_a_card_could_not()
    {
        var report = await FuzzRun.RunAsync(azurite, 1_200, seed: 1);

        Assert.True(report.Faults.Count == 0, string.Join("\n", report.Faults));
        Assert.InRange(report.Share, 0.3, 1);
        Assert.NotEqual(0, report.Commits);
    }
}

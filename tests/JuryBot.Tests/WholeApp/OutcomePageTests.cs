using JuryBot.Domain.Awards;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using Microsoft.Extensions.DependencyInjection;

namespace JuryBot.Tests.WholeApp;

/// <summary>What a published sitting said of a candidate without an account, on the page behind the link in their mail.</summary>
public sealed class OutcomePageTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_proposal_is_read_as_one_once_published_and_by_its_own_candidate_only()
    {
        await using var stand = await SheetStand.OpenAsync(azurite);
        foreach (var (candidate, link) in (await stand.Jury.ExamsAsync()).Zip(stand.Links(stand.Outside, "sheet")))
        {
            Assert.Equal(303, (await stand.Visitor.PostAsync(link, await stand.GoodAsync(link, "submit"))).Status);
            await stand.DecideAsync(candidate);
        }

        await stand.House.SettleAsync();
        Assert.Empty(stand.Links(stand.Stranger, "outcome"));
        (await stand.Jury.PublishAsync()).Accepted();
        await stand.House.UntilAsync("the outcome", () => stand.Links(stand.Stranger, "outcome").Count == 1);
        await stand.House.SettleAsync();
        Assert.Equal(0, stand.Mails(stand.House.Organisation.Candidates.First(), "outcome"));

        var outcome = stand.Links(stand.Stranger, "outcome")[0];
        var before = await stand.House.SnapshotAsync();
        var page = await stand.Visitor.GetAsync(outcome);
        Assert.Contains("Évaluation favorable, sous réserve du jury de certification", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(stand.House.Organisation.Candidates.First().LastName, page.Text, StringComparison.Ordinal);
        Assert.Contains("Favourable assessment", (await stand.Visitor.GetAsync($"{outcome}?lang=en")).Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(405, (await stand.Visitor.PostAsync(outcome, [new("do", "submit")])).Status);
        Assert.Equal(before, await stand.House.SnapshotAsync());

        // What is not published any more is not shown, whatever link there is.
        await stand.House.App.Services.GetRequiredService<Store>().ExecuteAsync(
            Aggregates.Candidates, stand.Jury.IdOf(stand.Stranger), new Command("test", "test"), record => record! with { Results = record.Results.ConvertAll(r => r with { PublishedAt = null }) });
        Assert.Equal(404, (await stand.Visitor.GetAsync(outcome)).Status);
    }
}

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
        await stand.CloseAsync();
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
        Assert.Equal(200, (await stand.Visitor.PostAsync(outcome, [new("do", "submit")])).Status);
        Assert.Equal(before, await stand.House.SnapshotAsync());

        // Asked for once, whatever is pressed; the coordination lets them; then it comes by mail, and again when asked.
        Assert.Contains("Demander à lire ce que le jury a écrit", page.Text, StringComparison.Ordinal);
        var candidate = stand.Jury.IdOf(stand.Stranger);
        Assert.Equal(303, (await stand.Visitor.PostAsync(outcome, [new("do", "ask")])).Status);
        Assert.Equal(303, (await stand.Visitor.PostAsync(outcome, [new("do", "ask")])).Status);
        Assert.Single(await stand.House.LedgersAsync(), e => e.Entry.Verb == "assessment.ask" && e.Entry.Actor == candidate && e.Partition == stand.Jury.Sitting);
        page = await stand.Visitor.GetAsync(outcome);
        Assert.Contains("La coordination examine votre demande", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page.Html, StringComparison.Ordinal);
        Assert.Contains("You asked", (await stand.Visitor.GetAsync($"{outcome}?lang=en")).Text, StringComparison.Ordinal);
        (await stand.House.PostAsync(stand.House.Coordinator, $"api/sittings/{stand.Jury.Sitting}/assessments/{candidate}/grant")).Accepted();
        await stand.House.UntilAsync("the assessment", () => Assessments() == 1);
        Assert.Contains("Votre demande a été acceptée", (await stand.Visitor.GetAsync(outcome)).Text, StringComparison.Ordinal);
        Assert.Equal(303, (await stand.Visitor.PostAsync(outcome, [new("do", "ask")])).Status);
        await stand.House.SettleAsync();
        Assert.Equal(1, Assessments());
        await stand.House.Tenant.Clock.AdvanceAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(303, (await stand.Visitor.PostAsync(outcome, [new("do", "ask")])).Status);
        await stand.House.UntilAsync("the assessment again", () => Assessments() == 2);

        // What is not published any more is not shown, whatever link there is.
        await stand.House.App.Services.GetRequiredService<Store>().ExecuteAsync(
            Aggregates.Candidates, stand.Jury.IdOf(stand.Stranger), new Command("test", "test"), record => record! with { Results = record.Results.ConvertAll(r => r with { PublishedAt = null }) });
        Assert.Equal(404, (await stand.Visitor.GetAsync(outcome)).Status);
        Assert.Equal(404, (await stand.Visitor.PostAsync(outcome, [new("do", "ask")])).Status);

        int Assessments() => stand.House.Tenant.Mailboxes.Inbox(stand.Stranger.Mail).Count(mail => mail.Subject == "Ce que le jury a écrit de votre passage");
    }
}

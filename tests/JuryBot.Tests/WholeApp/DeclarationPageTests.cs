using System.Text.RegularExpressions;
using JuryBot.Domain.People;
using JuryBot.Identity;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using Microsoft.Extensions.DependencyInjection;

namespace JuryBot.Tests.WholeApp;

/// <summary>A juror without an account declares their independence on the page behind the link in their convocation's mail.</summary>
public sealed partial class DeclarationPageTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_juror_without_an_account_signs_on_the_page_their_convocation_leads_to_and_nothing_is_written_before()
    {
        await using var stand = await SheetStand.ConveneAsync(azurite, outsideName: "<b>Zoé</b>", candidateName: "<i>Bo</i>");
        await stand.House.UntilAsync("the convocation", () => stand.Links(stand.Outside, "declaration").Count == 1);
        Assert.Equal((1, 1), (stand.Mails(stand.Outside, "convocation"), stand.Mails(stand.Outside, "declaration")));
        Assert.Equal(0, stand.Mails(stand.Stranger, "declaration"));
        Assert.DoesNotContain(stand.House.Tenant.Mailboxes.Of(stand.House.JuryMailbox), mail => mail.Html.Contains("/declaration/", StringComparison.Ordinal));

        var link = stand.Links(stand.Outside, "declaration")[0];
        var exams = await stand.Jury.ExamsAsync();
        var before = await stand.House.SnapshotAsync();
        var page = await stand.Visitor.GetAsync(link);
        Assert.Equal(exams.Select(e => $"l.{e}"), Field().Matches(page.Html).Select(m => m.Groups[1].Value));
        Assert.Contains("Je soussigné·e <b>Zoé</b>", page.Text, StringComparison.Ordinal);
        Assert.Contains("<form method=\"post\" data-lost=\"JuryBot ne répond pas", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>", page.Html, StringComparison.Ordinal);

        var summary = await stand.Visitor.PostAsync(link, [new("do", "prepare"), new($"l.{exams[0]}", "none"), new($"l.{exams[1]}", "accompanied")]);
        Assert.Equal(200, summary.Status);
        Assert.Contains("Ce lien fait obstacle", summary.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>", summary.Html, StringComparison.Ordinal);
        Assert.Contains("selected>Je l'ai accompagné·e", (await stand.Visitor.PostAsync(link, [new("do", "back"), new($"l.{exams[0]}", "none"), new($"l.{exams[1]}", "accompanied")])).Text, StringComparison.Ordinal);
        foreach (var (wrong, status) in new (KeyValuePair<string, string>[], int)[]
        {
            ([new("do", "prepare")], 409), ([new("do", "sign")], 409), ([new("do", "sign"), new("l.nobody", "none")], 409), ([new("do", "sign"), new($"l.{exams[0]}", "<script>")], 409),
            ([new("do", "sign"), new($"l.{exams[0]}", "family"), new($"w.{exams[0]}", new string('x', 501))], 409), ([new($"l.{exams[0]}", "none")], 200), ([new("do", "else"), new($"l.{exams[0]}", "none")], 200),
        })
        {
            var answer = await stand.Visitor.PostAsync(link, wrong);
            Assert.Equal(status, answer.Status);
            Assert.Equal(status == 409, answer.Html.Contains("role=\"alert\"", StringComparison.Ordinal));
            Assert.Equal(1, Regex.Count(answer.Html, "<script"));
        }

        Assert.Equal(before, await stand.House.SnapshotAsync());
        Assert.Equal(403, (await stand.Visitor.PostAsync(link, [new("do", "sign"), new($"l.{exams[0]}", "none")], ("Sec-Fetch-Site", "cross-site"))).Status);
        Assert.Equal(303, (await stand.Visitor.PostAsync(link, [new("do", "sign"), new($"l.{exams[0]}", "none"), new($"l.{exams[1]}", "accompanied"), new($"w.{exams[1]}", "Son <u>projet</u>.")])).Status);
        var signed = await stand.Visitor.GetAsync(link);
        Assert.Contains("Signé par <b>Zoé</b>, le", signed.Text, StringComparison.Ordinal);
        Assert.Contains("Je l'ai accompagné·e (projet, VAE) — Son <u>projet</u>.", signed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<u>", signed.Html, StringComparison.Ordinal);
        Assert.Contains("Correct my declaration", (await stand.Visitor.GetAsync($"{link}?lang=en")).Text, StringComparison.Ordinal);
        await stand.House.SettleAsync();
        Assert.Equal([exams[1]], (await PersonAsync(stand)).Links.Select(l => l.Candidate));
        Assert.Empty((await stand.Jury.ReadAsync())["declarations"].AsArray().Single(d => d!["person"]!.ToString() == stand.OutsideId)!["outstanding"]!.AsArray());

        // Corrected: the form shows what stands, and both are kept.
        var again = await stand.Visitor.PostAsync(link, [new("do", "correct")]);
        Assert.Contains("selected>Je l'ai accompagné·e", again.Text, StringComparison.Ordinal);
        Assert.Equal(303, (await stand.Visitor.PostAsync(link, [new("do", "sign"), new($"l.{exams[1]}", "none")])).Status);
        await stand.House.SettleAsync();
        Assert.Empty((await PersonAsync(stand)).Links);
        var kept = (await stand.House.GetAsync(stand.House.Coordinator, $"{stand.Jury.Session}/declarations"))["jurors"].AsArray().Single(j => j!["person"]!.ToString() == stand.OutsideId)!;
        Assert.Equal(2, kept["signatures"]!.AsArray().Count);
        Assert.True((await stand.House.VerifyAsync()).Ok);
    }

    [Fact]
    public async Task The_link_is_for_its_juror_and_their_session_alone_and_comes_anew_by_mail_when_the_coordinator_asks()
    {
        await using var stand = await SheetStand.ConveneAsync(azurite);
        await stand.House.UntilAsync("the convocation", () => stand.Links(stand.Outside, "declaration").Count == 1);
        var link = stand.Links(stand.Outside, "declaration")[0];
        var links = stand.House.App.Services.GetRequiredService<PersonalLinks>();
        var expires = stand.House.Tenant.Clock.GetUtcNow().AddDays(1);
        var stranger = await stand.IdOfAsync(await stand.Jury.StrangerAsync());
        var candidate = stand.Jury.IdOf(stand.Stranger);
        foreach (var gone in new[]
        {
            $"{link}x", "declaration/x", link.Replace("declaration/", "minutes/", StringComparison.Ordinal), stand.Links(stand.Outside, "convocation")[0].Replace("convocation/", "declaration/", StringComparison.Ordinal),
            $"declaration/{await links.IssueAsync(new PersonalLink("declaration", stranger, stand.Jury.Sitting, expires), default)}",
            $"declaration/{await links.IssueAsync(new PersonalLink("declaration", candidate, stand.Jury.Sitting, expires), default)}",
            $"declaration/{await links.IssueAsync(new PersonalLink("declaration", stand.OutsideId, "none", expires), default)}",
        })
        {
            Assert.Equal(404, (await stand.Visitor.GetAsync(gone)).Status);
            Assert.Equal(404, (await stand.Visitor.PostAsync(gone, [new("do", "sign"), new($"l.{candidate}", "none")])).Status);
        }

        (await stand.House.PostAsync(stand.House.Coordinator, $"{stand.Jury.Session}/declarations/asks", new System.Text.Json.Nodes.JsonObject { ["people"] = new System.Text.Json.Nodes.JsonArray(stand.OutsideId) })).Accepted();
        await stand.House.UntilAsync("the link anew", () => stand.Mails(stand.Outside, "declaration") == 2);
        Assert.Equal(404, (await stand.Visitor.GetAsync(link)).Status);
        Assert.Equal(200, (await stand.Visitor.GetAsync(stand.Links(stand.Outside, "declaration")[0])).Status);
        Assert.DoesNotContain(stand.House.Tenant.Mailboxes.Of(stand.House.JuryMailbox), mail => mail.Html.Contains("/declaration/", StringComparison.Ordinal));
    }

    [GeneratedRegex("<select [^>]*name=\"([^\"]+)\"")]
    private static partial Regex Field();

    private static async Task<Person> PersonAsync(SheetStand stand) => (await stand.House.App.Services.GetRequiredService<Store>().ReadAsync(Aggregates.People, stand.OutsideId))!;
}

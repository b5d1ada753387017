using System.Text.RegularExpressions;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Panels;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using Microsoft.Extensions.DependencyInjection;

namespace JuryBot.Tests.WholeApp;

/// <summary>A juror whom Teams does not reach fills in their sheets from the links in one mail.</summary>
public sealed partial class SheetPageTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_member_without_an_account_saves_reviews_submits_and_corrects_and_reads_everybodys_sheet_once_the_deliberation_is_open()
    {
        await using var stand = await SheetStand.OpenAsync(azurite);
        var (jury, visitor) = (stand.Jury, stand.Visitor);
        Assert.Equal((1, 2), (stand.Mails(stand.Outside, "sheet"), stand.Links(stand.Outside, "sheet").Count));
        // Sheets are blind: whoever reads the juries' mailbox finds no link.
        Assert.DoesNotContain(stand.House.Tenant.Mailboxes.Of(stand.House.JuryMailbox), mail => mail.Html.Contains("/sheet/", StringComparison.Ordinal));
        var (link, candidate) = (stand.Links(stand.Outside, "sheet")[0], (await jury.ExamsAsync())[0]);
        var first = await visitor.GetAsync(link);
        Assert.Contains("Assurer la promotion et la communication du projet", first.Text, StringComparison.Ordinal);

        var draft = new Dictionary<string, string>(await stand.GoodAsync(link, "save")) { ["j.1.1"] = "", ["overall"] = "À finir" };
        Assert.Equal(303, (await visitor.PostAsync(link, draft)).Status);
        Assert.Contains("Brouillon enregistré", (await visitor.GetAsync(link)).Text, StringComparison.Ordinal);

        var whole = await stand.GoodAsync(link, "review");
        var before = await stand.House.SnapshotAsync();
        var review = await visitor.PostAsync(link, whole);
        Assert.Equal(200, review.Status);
        Assert.Contains("rien n'est encore remis", review.Text, StringComparison.Ordinal);
        Assert.Equal(before, await stand.House.SnapshotAsync());
        Assert.Contains("value=\"acquired\" checked", (await visitor.PostAsync(link, Also(whole, ("do", "edit")))).Html, StringComparison.Ordinal);

        Assert.Equal(303, (await visitor.PostAsync(link, Also(whole, ("do", "submit")))).Status);
        Assert.Equal([stand.OutsideId], await SubmittedAsync(stand, candidate));
        var corrected = await stand.GoodAsync(link, "submit");
        Assert.Equal(303, (await visitor.PostAsync(link, Also(corrected, ("overall", "Corrigé après coup")))).Status);

        foreach (var (member, _, _) in (await jury.PanelAsync()).Where(m => m.Id != stand.OutsideId))
        {
            await jury.SubmitAsync(member, candidate);
        }

        var late = Also(await stand.GoodAsync(link, "submit"), ("t.1.1", "Écrit trop tard"));
        await jury.OpenDeliberationAsync(candidate);
        before = await stand.House.SnapshotAsync();
        foreach (var action in new[] { "save", "review", "submit" })
        {
            var refused = await visitor.PostAsync(link, Also(late, ("do", action)));
            Assert.Equal(409, refused.Status);
            Assert.Contains("les grilles ne changent plus", refused.Text, StringComparison.Ordinal);
            Assert.Contains("Écrit trop tard", refused.Text, StringComparison.Ordinal);
        }

        Assert.Equal(before, await stand.House.SnapshotAsync());
        var locked = await visitor.GetAsync(link);
        Assert.DoesNotContain("<form", locked.Html, StringComparison.Ordinal);
        Assert.Contains("Corrigé après coup", locked.Text, StringComparison.Ordinal);
        Assert.Contains((await jury.ChairAsync()).LastName, locked.Text, StringComparison.Ordinal);
        // The other candidate's sheet is a link of its own, and still open.
        Assert.Contains("<form", (await visitor.GetAsync(stand.Links(stand.Outside, "sheet")[1])).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_next_to_its_field_and_above_and_keeps_what_was_typed()
    {
        await using var stand = await SheetStand.OpenAsync(azurite);
        var link = stand.Links(stand.Outside, "sheet")[0];
        var good = await stand.GoodAsync(link, "submit");
        var before = await stand.House.SnapshotAsync();
        (string Field, string Value, string Says)[] mistakes =
        [
            ("j.1.1", "", "choisissez acquis"), ("j.1.1", "partly", "un commentaire est demandé"), ("j.1.1", "brilliant", "ce choix n'existe pas"), ("m.1.1", "20.5", "n'est pas entre 0 et 20"),
            ("m.1.1", "douze", "doit être un nombre"), ("t.1.1", new string('x', 2001), "dépasse 2000"), ("overall", new string('y', 2001), "dépasse 2000"), ("deliverables", "9.d9", "ne figure pas sur cette grille"),
        ];
        foreach (var (field, value, says) in mistakes)
        {
            foreach (var action in new[] { "submit", "review" })
            {
                var refused = await stand.Visitor.PostAsync(link, Also(good, ("t.1.2", "Tapé\r\ndeux lignes"), (field, value), ("do", action)));
                Assert.Equal(409, refused.Status);
                Assert.Contains("Tapé\ndeux lignes", refused.Text, StringComparison.Ordinal);
                Assert.Contains("Rien de ce que vous avez saisi n'est perdu", refused.Text, StringComparison.Ordinal);
                Assert.True(2 == Regex.Count(refused.Text, Regex.Escape(says)), $"{field}={value}: {refused.Text}");
                Assert.True(field[0] is 'j' or 'd' || refused.Html.Contains(value, StringComparison.Ordinal), $"{field}={value} is not kept");
                var ids = Ids().Matches(refused.Html).Select(m => m.Groups[1].Value).ToList();
                Assert.Equal(ids.Count, ids.Distinct().Count());
                Assert.All(Targets().Matches(refused.Html), m => Assert.Contains(m.Groups[1].Value, ids));
                Assert.Single(Targets().Matches(refused.Html), m => m.Value.StartsWith("aria-describedby", StringComparison.Ordinal));
                Assert.Equal(1, Regex.Count(refused.Html, " aria-invalid=\"true\" aria-describedby=\""));
            }
        }

        Assert.Equal(before, await stand.House.SnapshotAsync());
    }

    [Fact]
    public async Task A_window_that_has_not_seen_what_another_saved_does_not_write_over_it_unless_it_is_sent_again()
    {
        await using var stand = await SheetStand.OpenAsync(azurite);
        var link = stand.Links(stand.Outside, "sheet")[0];
        var (one, other) = (await stand.GoodAsync(link, "save"), await stand.GoodAsync(link, "save"));
        Assert.Equal(303, (await stand.Visitor.PostAsync(link, Also(one, ("overall", "Première fenêtre")))).Status);
        Assert.Equal(303, (await stand.Visitor.PostAsync(link, Also(one, ("overall", "Première fenêtre")))).Status);

        var refused = await stand.Visitor.PostAsync(link, Also(other, ("overall", "Seconde fenêtre")));
        Assert.Equal(409, refused.Status);
        Assert.Contains("a changé depuis, dans une autre fenêtre", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Seconde fenêtre", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Première fenêtre", (await stand.Visitor.GetAsync(link)).Text, StringComparison.Ordinal);

        Assert.Equal(303, (await stand.Visitor.PostAsync(link, Also(other, ("overall", "Seconde fenêtre"), ("seen", SheetStand.Seen(refused))))).Status);
        Assert.Contains("Seconde fenêtre", (await stand.Visitor.GetAsync(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_judge_any_more_opens_nothing_and_changes_nothing()
    {
        await using var stand = await SheetStand.OpenAsync(azurite);
        var link = stand.Links(stand.Outside, "sheet")[0];
        var candidate = (await stand.Jury.ExamsAsync())[0];
        var good = Also(await stand.GoodAsync(link, "submit"), ("overall", "Mon avis"));
        var now = stand.House.Tenant.Clock.GetUtcNow();
        (Func<Sitting, Sitting> Change, string Says)[] cases =
        [
            (s => s with { Panel = s.Panel.RemoveAll(m => m.Person == stand.OutsideId) }, "Seuls les membres de ce jury"),
            (s => s.With(s.Exam(candidate)! with { Recusals = [new Recusal(stand.OutsideId, "Je le connais.", now)] }), "Vous vous êtes récusé·e"),
            (s => s with { Panel = s.Panel.ConvertAll(m => m.Person == stand.OutsideId ? m with { Present = false } : m) }, "noté·e absent·e"),
            (s => s with { Exams = s.Exams.RemoveAll(e => e.Candidate == candidate) }, "Ce lien ne sert plus"),
        ];
        foreach (var (change, says) in cases)
        {
            Sitting? kept = null;
            await stand.ChangeAsync(sitting => change(kept = sitting));
            await RefusedAsync(says);
            await stand.ChangeAsync(_ => kept!);
        }

        await stand.House.App.Services.GetRequiredService<Store>().ExecuteAsync(
            Aggregates.People, stand.OutsideId, new Command("test.link", "test"), person => person! with { Links = [new(candidate, LinkKind.Family)] });
        await RefusedAsync("ne peut pas siéger");
        // The link to the candidate, known too late, is a reason to step back.
        Assert.Contains("value=\"stepBack\"", (await stand.Visitor.GetAsync(link)).Html, StringComparison.Ordinal);

        async Task RefusedAsync(string says)
        {
            var before = await stand.House.SnapshotAsync();
            Assert.Equal(says is "Vous vous êtes récusé·e" or "ne peut pas siéger" ? 200 : 404, (await stand.Visitor.GetAsync(link)).Status);
            foreach (var action in new[] { "save", "submit", "review" })
            {
                var refused = await stand.Visitor.PostAsync(link, Also(good, ("do", action)));
                Assert.True(refused.Status is 404 or 409, says);
                Assert.Contains(says, refused.Text, StringComparison.Ordinal);
            }

            Assert.Equal(before, await stand.House.SnapshotAsync());
        }
    }

    [Fact]
    public async Task A_member_without_an_account_steps_back_with_a_reason_that_confirms_it_and_is_shown_nothing_more()
    {
        await using var stand = await SheetStand.OpenAsync(azurite);
        var (link, candidate) = (stand.Links(stand.Outside, "sheet")[0], (await stand.Jury.ExamsAsync())[0]);
        var typed = Also(await stand.GoodAsync(link, "recuse"), ("overall", "Déjà écrit"));
        var before = await stand.House.SnapshotAsync();
        var asked = await stand.Visitor.PostAsync(link, typed);
        Assert.Equal(200, asked.Status);
        Assert.Contains("Motif de la récusation", asked.Text, StringComparison.Ordinal);
        // Who changes their mind finds what they had typed.
        Assert.Contains("value=\"Déjà écrit\"", asked.Html, StringComparison.Ordinal);
        Assert.Contains("Déjà écrit</textarea>", (await stand.Visitor.PostAsync(link, Also(typed, ("do", "edit")))).Html, StringComparison.Ordinal);
        foreach (var (reason, says) in new[] { ("", "motif"), ("  ", "motif"), (new string('x', 2001), "2000") })
        {
            var refused = await stand.Visitor.PostAsync(link, Also(typed, ("do", "stepBack"), ("reason", reason)));
            Assert.Equal(409, refused.Status);
            Assert.Contains(says, refused.Text, StringComparison.OrdinalIgnoreCase);
            Assert.Contains($"{reason}</textarea>", refused.Html, StringComparison.Ordinal);
        }

        Assert.Equal(before, await stand.House.SnapshotAsync());
        var done = Also(typed, ("do", "stepBack"), ("reason", "Ancien employeur."));
        Assert.Equal(303, (await stand.Visitor.PostAsync(link, done)).Status);
        Assert.Equal(303, (await stand.Visitor.PostAsync(link, done)).Status);
        var exam = (await stand.Jury.ReadAsync())["exams"].AsArray().Single(e => e!["candidate"]!.ToString() == candidate)!;
        Assert.Equal((stand.OutsideId, "Ancien employeur."), (exam["recusals"]![0]!["person"]!.ToString(), exam["recusals"]![0]!["reason"]!.ToString()));
        var page = await stand.Visitor.GetAsync(link);
        Assert.Contains("Vous vous êtes récusé·e", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page.Html, StringComparison.Ordinal);
        Assert.Contains("You recused yourself", (await stand.Visitor.GetAsync($"{link}?lang=en")).Text, StringComparison.OrdinalIgnoreCase);

        // Who has submitted has judged.
        var other = stand.Links(stand.Outside, "sheet")[1];
        Assert.Equal(303, (await stand.Visitor.PostAsync(other, await stand.GoodAsync(other, "submit"))).Status);
        before = await stand.House.SnapshotAsync();
        foreach (var action in new[] { "recuse", "stepBack" })
        {
            Assert.Equal(409, (await stand.Visitor.PostAsync(other, Also(done, ("do", action)))).Status);
        }

        Assert.Equal(before, await stand.House.SnapshotAsync());
    }

    [Fact]
    public async Task Nothing_from_outside_becomes_markup_on_the_page_in_the_mail_or_in_a_form()
    {
        const string Evil = "</textarea><script>x()</script>\"'&";
        await using var stand = await SheetStand.OpenAsync(azurite, outsideName: "<i>Zoé</i>", candidateName: "<b>Bo</b>\"");
        Assert.DoesNotContain("<i>", stand.House.Tenant.Mailboxes.Inbox(stand.Outside.Mail)[0].Html, StringComparison.Ordinal);
        foreach (var link in stand.Links(stand.Outside, "sheet"))
        {
            var typed = Also(await stand.GoodAsync(link, "review"), ("t.1.1", Evil), ("overall", Evil), ("m.1.1", "12"));
            foreach (var page in new[]
            {
                await stand.Visitor.GetAsync(link), await stand.Visitor.PostAsync(link, typed), await stand.Visitor.PostAsync(link, Also(typed, ("m.1.1", Evil))),
                await stand.Visitor.PostAsync(link, Also(typed, ("do", "edit"), ("j.1.1", Evil))), await stand.Visitor.PostAsync(link, Also(typed, ("deliverables", Evil))),
                await stand.Visitor.PostAsync(link, Also(typed, ("do", "save"), ("seen", Evil))),
            })
            {
                Assert.Equal(1, Regex.Count(page.Html, "<script", RegexOptions.IgnoreCase));
                Assert.Contains("script-src 'sha256-", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
                Assert.DoesNotContain("<b>", page.Html, StringComparison.Ordinal);
                Assert.Equal(Regex.Count(page.Html, "<textarea"), Regex.Count(page.Html, "</textarea>"));
            }
        }
    }

    private static Dictionary<string, string> Also(Dictionary<string, string> form, params (string Field, string Value)[] more)
    {
        var changed = new Dictionary<string, string>(form);
        foreach (var (field, value) in more)
        {
            changed[field] = value;
        }

        return changed;
    }

    private static async Task<IReadOnlyList<string>> SubmittedAsync(SheetStand stand, string candidate) => [.. (await stand.Jury.ReadAsync())["exams"].AsArray()
        .Single(e => e!["candidate"]!.ToString() == candidate)!["sheets"]!.AsArray().Where(s => s!["submitted"]!.GetValue<bool>()).Select(s => s!["person"]!.ToString())];

    [GeneratedRegex(" id=\"([^\"]+)\"")]
    private static partial Regex Ids();

    [GeneratedRegex("(?:aria-describedby=\"|href=\"#|for=\")([^\"]+)\"")]
    private static partial Regex Targets();
}

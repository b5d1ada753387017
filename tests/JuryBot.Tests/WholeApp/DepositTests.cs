using System.Text.Json.Nodes;
using JuryBot.Domain;
using JuryBot.Domain.Deposits;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Panels;
using JuryBot.Domain.People;
using JuryBot.Features.Deposits;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace JuryBot.Tests.WholeApp;

/// <summary>What candidates deposit before their exam, and who reads it.</summary>
public sealed class DepositTests(AzuriteFixture azurite)
{
    private static readonly byte[] Pdf = "%PDF-1.7 un dossier"u8.ToArray();

    [Fact]
    public async Task A_candidate_deposits_by_every_door_and_who_judges_them_reads_it_and_nobody_else()
    {
        await using var stand = await DepositStand.ConveneAsync(azurite);
        var (house, own, api) = (stand.House, stand.Own, stand.Path(stand.Own));
        var stranger = stand.Stand.Stranger;
        (await house.GetAsync(house.Director, "api/me")).Accepted();

        // By the API, and by the page that the mail of a candidate without an account leads to.
        (await stand.DepositAsync(own, own, ("dossier.pdf", Pdf), ("Budget détaillé.pdf", [.. Pdf, 1]))).Accepted();
        await house.UntilAsync("the mail", () => stand.Stand.Links(stranger, "deposit").Count == 1);
        var link = stand.Stand.Links(stranger, "deposit")[0];
        var empty = await stand.Stand.Visitor.GetAsync(link);
        Assert.Contains("Déposer mes livrables", empty.Text, StringComparison.Ordinal);
        Assert.Contains("Rien n'est déposé", empty.Text, StringComparison.Ordinal);
        Assert.Contains("(fuseau Europe/Paris)", empty.Text, StringComparison.Ordinal);
        Assert.Contains("script-src 'sha256-", empty.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        var done = await stand.UploadAsync(link, ("plan.png", [.. DepositStand.Png, .. new byte[3 * 1024 * 1024]]));
        Assert.Equal((303, $"/{link}?lang=fr"), (done.Status, done.Headers["Location"]));
        Assert.Contains("votre jury lira la version 1", (await stand.Stand.Visitor.GetAsync(link)).Text, StringComparison.Ordinal);
        Assert.Contains("Deposit my deliverables", (await stand.Stand.Visitor.GetAsync($"{link}?lang=en")).Text, StringComparison.Ordinal);
        Assert.True((await stand.BytesAsync($"{link}/1/1")).Content.SequenceEqual([.. DepositStand.Png, .. new byte[3 * 1024 * 1024]]));

        // From the convocation's page and card: a link of its own, which leaves the mailed one.
        var convocation = stand.Stand.Links(stranger, "convocation")[0];
        var convened = (await stand.Stand.Visitor.GetAsync(convocation)).Text;
        Assert.Contains("Déposer mes livrables", convened, StringComparison.Ordinal);
        Assert.Contains("<form method=\"post\" data-lost=\"JuryBot ne répond pas", convened, StringComparison.Ordinal);
        var led = await stand.Stand.Visitor.PostAsync(convocation, [new("do", "deposit")]);
        Assert.Equal(303, led.Status);
        Assert.Contains("plan.png", (await stand.Stand.Visitor.GetAsync(led.Headers["Location"][1..])).Text, StringComparison.Ordinal);
        Assert.Equal(200, (await stand.Stand.Visitor.GetAsync(link)).Status);
        await house.UntilAsync("the convocation's card", () => stand.Jury.Find(own, "deposit.open") is not null);
        await stand.Jury.PressAsync(own, "deposit.open", null);
        var chatted = await stand.ChattedAsync(own, "deposit");
        Assert.Contains("Budget détaillé.pdf", (await stand.Stand.Visitor.GetAsync(chatted)).Text, StringComparison.Ordinal);

        // Who judges: with an account by the API and from their chat, without one from their convocation.
        var (chair, outside) = (await stand.Jury.ChairAsync(), stand.Stand.Outside);
        foreach (var reader in new[] { chair, own })
        {
            Assert.Equal([.. Pdf, 1], await house.DownloadAsync(reader, $"{api}/1/2"));
        }

        await house.Tenant.Teams.SayAsync(chair, "mes jurys");
        await house.UntilAsync("the agenda", () => stand.Jury.Find(chair, "deposit.open") is not null);
        await stand.Jury.PressAsync(chair, "deposit.open", null);
        var reading = await stand.ChattedAsync(chair, "deposited");
        var read = await stand.Stand.Visitor.GetAsync(reading);
        Assert.Contains("plan.png", read.Text, StringComparison.Ordinal);
        Assert.Contains("Budget détaillé.pdf", read.Text, StringComparison.Ordinal);
        var memberLed = await stand.Stand.Visitor.PostAsync(stand.Stand.Links(outside, "convocation")[0], [new("do", "deposit")]);
        var member = memberLed.Headers["Location"][1..].Split('?')[0];
        var file = await stand.BytesAsync($"{member}/{stand.IdOf(own)}/1/2");
        Assert.Equal((200, "application/pdf", "nosniff", "no-store"), (file.Status, file.Type, file.Headers["X-Content-Type-Options"], file.Headers["Cache-Control"]));
        Assert.Equal("attachment; filename=\"Budget d_taill_.pdf\"; filename*=UTF-8''Budget%20d%C3%A9taill%C3%A9.pdf", file.Headers["Content-Disposition"]);
        Assert.Equal([.. Pdf, 1], file.Content);

        // Nobody else, by any door.
        await house.SettleAsync();
        var before = await house.SnapshotAsync();
        var elsewhere = await stand.Jury.StrangerAsync();
        foreach (var other in new[] { stand.Other, elsewhere, house.Coordinator, house.Director })
        {
            Assert.Equal((other.Name, 403), (other.Name, (await house.GetAsync(other, $"{api}/1/1")).Status));
        }

        foreach (var other in new[] { stand.Other, elsewhere, chair, house.Director })
        {
            Assert.Equal((other.Name, 403), (other.Name, (await stand.DepositAsync(other, own, ("a.pdf", Pdf))).Status));
        }

        Assert.Equal(401, (await house.GetAsync(null, $"{api}/1/1")).Status);
        foreach (var address in new[] { $"{link}/2/1", $"{link}/1/2", $"{link}/0/0", $"deposited/{link.Split('/')[1]}", $"deposit/{member.Split('/')[1]}", $"{member}/none/1/1", $"{member}/{stand.IdOf(own)}/2/1", "deposit/x", "deposited/x" })
        {
            Assert.Equal((address, 404), (address, (await stand.Stand.Visitor.GetAsync(address)).Status));
        }

        Assert.Equal(before, await house.SnapshotAsync());

        // The offices see that it is there, a candidate their own, a member what they may read.
        var listed = (await house.GetAsync(house.Coordinator, stand.List)).Accepted();
        Assert.Equal(3, listed["exams"].AsArray().Count);
        Assert.All(listed["exams"].AsArray(), exam => Assert.False((bool)exam!["readable"]!));
        Assert.Equal(64, listed["exams"].AsArray().Single(e => e!["candidate"]!.ToString() == stand.IdOf(own))!["deposits"]![0]!["files"]![1]!["sha256"]!.ToString().Length);
        Assert.Equal(stand.IdOf(own), Assert.Single((await house.GetAsync(own, stand.List)).Accepted()["exams"].AsArray())!["candidate"]!.ToString());
        Assert.Equal(3, (await house.GetAsync(chair, stand.List)).Accepted()["exams"].AsArray().Count);
        Assert.Equal(403, (await house.GetAsync(elsewhere, stand.List)).Status);

        // Who stepped back, is linked or was replaced reads no more, by the links they had neither; of the other candidates who stepped back still does.
        await stand.Stand.ChangeAsync(sitting => sitting.With(sitting.Exam(stand.IdOf(own))! with { Recusals = [new Recusal(stand.Stand.OutsideId, "Lien.", sitting.Start)] }));
        Assert.Equal(404, (await stand.Stand.Visitor.GetAsync($"{member}/{stand.IdOf(own)}/1/1")).Status);
        var others = (await stand.Stand.Visitor.GetAsync(member)).Text;
        Assert.DoesNotContain("dossier.pdf", others, StringComparison.Ordinal);
        Assert.Contains("plan.png", others, StringComparison.Ordinal);
        var chairId = (await stand.Jury.PanelAsync()).Single(m => m.Person == chair).Id;
        await stand.Store.ExecuteAsync(Aggregates.People, chairId, new Command("test", "test"), person => Decision<Person>.Accept(person! with { Links = [new Link(stand.IdOf(own), LinkKind.Family)] }));
        Assert.Equal(403, (await house.GetAsync(chair, $"{api}/1/1")).Status);
        Assert.Equal(404, (await stand.Stand.Visitor.GetAsync($"{reading}/{stand.IdOf(own)}/1/1")).Status);
        Assert.Equal(200, (await stand.Stand.Visitor.GetAsync($"{reading}/{stand.IdOf(stranger)}/1/1")).Status);
        await stand.Stand.ChangeAsync(sitting => sitting with { Panel = sitting.Panel.RemoveAll(m => m.Person == stand.Stand.OutsideId) });
        Assert.Equal(404, (await stand.Stand.Visitor.GetAsync(member)).Status);
        Assert.True((await house.VerifyAsync()).Ok);
    }

    [Fact]
    public async Task Hostile_names_and_contents_are_refused_by_their_name_and_rule_or_made_safe_and_nothing_is_kept_of_them()
    {
        await using var stand = await DepositStand.ConveneAsync(azurite, new() { ["Deposits:LargestMegabytes"] = "1" });
        (await stand.House.GetAsync(stand.Own, "api/me")).Accepted();
        await stand.House.SettleAsync();
        var before = await stand.House.SnapshotAsync();
        foreach (var (name, content, rule) in new (string, byte[], string)[]
        {
            ("vide.pdf", [], "« vide.pdf » : le fichier est vide"),
            ("virus.exe", "MZ"u8.ToArray(), "« virus.exe » : ce type"),
            ("archive.zip", DepositStand.Package("a.txt"), "« archive.zip » : ce type"),
            ("sans", Pdf, "« sans » : ce type"),
            ("page.html", "<script>"u8.ToArray(), "« page.html » : ce type"),
            ("photo\u202Efdp.exe", Pdf, "« photofdp.exe » : ce type"),
            ("faux.pdf", "MZ"u8.ToArray(), "« faux.pdf » : le contenu"),
            ("faux.png", Pdf, "« faux.png » : le contenu"),
            ("faux.docx", DepositStand.Package("a.txt"), "« faux.docx » : le contenu"),
            ("coupé.docx", DepositStand.Word[..^30], "« coupé.docx » : le contenu"),
            ("macro.docx", DepositStand.Package("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "« macro.docx » : le contenu"),
            ("autre.pptx", DepositStand.Word, "« autre.pptx » : le contenu"),
            ("autre.odt", DepositStand.OpenDocument("application/vnd.oasis.opendocument.spreadsheet"), "« autre.odt » : le contenu"),
            ("devant.docx", [.. "MZ"u8, .. DepositStand.Word], "« devant.docx » : le contenu"),
            ("grand.pdf", [.. Pdf, .. new byte[1024 * 1024]], "Le plus grand est « grand.pdf » (1,1 Mo)"),
        })
        {
            // A good file beside it does not help: all of it is taken, or nothing.
            var answer = await stand.DepositAsync(stand.Own, stand.Own, ("bon.pdf", Pdf), (name, content));
            Assert.Equal((name, 409), (name, answer.Status));
            Assert.Equal("urn:jurybot:refusal:DepositRefused", answer["type"].ToString());
            Assert.Contains(rule, Assert.Single(answer["details"].AsArray())!.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal("urn:jurybot:refusal:DepositFiles", (await stand.DepositAsync(stand.Own, stand.Own))["type"].ToString());
        Assert.Equal(413, (await stand.DepositAsync(stand.Own, stand.Own, ("énorme.pdf", new byte[4 * 1024 * 1024]))).Status);
        await stand.House.UntilAsync("the mail", () => stand.Stand.Links(stand.Stand.Stranger, "deposit").Count == 1);
        var link = stand.Stand.Links(stand.Stand.Stranger, "deposit")[0];
        var refused = await stand.UploadAsync(link, ("<img src=x onerror=alert(1)>.exe", "MZ"u8.ToArray()));
        Assert.Equal(409, refused.Status);
        Assert.DoesNotContain("<img", refused.Html, StringComparison.Ordinal);
        Assert.Contains("« _img src=x onerror=alert(1)_.exe » : ce type de fichier n'est pas accepté", refused.Text, StringComparison.Ordinal);
        Assert.Equal(before, await stand.House.SnapshotAsync());
        Assert.Empty(await stand.BlobsAsync());

        // What is good is taken, with a name that is harmless where it is listed and where it is saved.
        (await stand.DepositAsync(
            stand.Own, stand.Own, ("../../a\"; x=\"<b>.docx", DepositStand.Word), ("t.odt", DepositStand.OpenDocument("application/vnd.oasis.opendocument.text")), ("p.JPG", [0xFF, 0xD8, 0xFF, 0xE0]), ("=cmd|'c'!A1.png", DepositStand.Png))).Accepted();
        var files = (await stand.House.GetAsync(stand.Own, stand.List)).Accepted()["exams"][0]!["deposits"]![0]!["files"]!.AsArray();
        Assert.Equal(["a__ x=__b_.docx", "t.odt", "p.jpg", "=cmd_'c'!A1.png"], files.Select(f => f!["name"]!.ToString()));
        Assert.Equal("image/jpeg", files[2]!["mediaType"]!.ToString());
    }

    [Fact]
    public async Task Versions_are_kept_the_deadline_holds_and_the_coordination_deposits_late_with_a_reason()
    {
        await using var stand = await DepositStand.ConveneAsync(azurite);
        var house = stand.House;
        await house.SettleAsync();
        var now = house.Tenant.Clock.GetUtcNow();
        await stand.Stand.ChangeAsync(sitting => sitting with { Deposits = new DepositTerm { Until = now.AddHours(2) } });
        (await stand.DepositAsync(stand.Own, stand.Own, ("un.pdf", Pdf))).Accepted();
        (await stand.DepositAsync(stand.Own, stand.Own, ("un.pdf", Pdf))).Accepted();
        (await stand.DepositAsync(stand.Own, stand.Own, ("deux.pdf", [.. Pdf, 2]))).Accepted();
        await house.Tenant.Clock.AdvanceToAsync(now.AddHours(2).AddSeconds(1));
        var late = await stand.DepositAsync(stand.Own, stand.Own, ("trois.pdf", [.. Pdf, 3]));
        Assert.Equal((409, "urn:jurybot:refusal:DepositLate"), (late.Status, late["type"].ToString()));
        Assert.Equal("urn:jurybot:refusal:ReasonMissing", (await stand.DepositAsync(house.Coordinator, stand.Own, ("trois.pdf", [.. Pdf, 3])))["type"].ToString());
        (await stand.DepositAsync(house.Coordinator, stand.Own, "Panne du réseau.", ("trois.pdf", [.. Pdf, 3]))).Accepted();
        var deposits = (await house.GetAsync(house.Coordinator, stand.List)).Accepted()["exams"].AsArray().Single(e => e!["candidate"]!.ToString() == stand.IdOf(stand.Own))!["deposits"]!.AsArray();
        Assert.Equal(["1 un.pdf ", "2 deux.pdf ", "3 trois.pdf Panne du réseau."], deposits.Select(d => $"{d!["version"]} {d["files"]![0]!["name"]} {d["reason"]}"));
        Assert.DoesNotContain("Panne", (await house.GetAsync(await stand.Jury.ChairAsync(), stand.List)).Text, StringComparison.Ordinal);
        Assert.Equal(Pdf, await house.DownloadAsync(stand.Own, $"{stand.Path(stand.Own)}/1/1"));

        // The panel sees the last first, and the earlier ones folded away; the candidate's page is closed and says whom to turn to.
        var led = await stand.Stand.Visitor.PostAsync(stand.Stand.Links(stand.Stand.Outside, "convocation")[0], [new("do", "deposit")]);
        var page = (await stand.Stand.Visitor.GetAsync(led.Headers["Location"][1..])).Text;
        Assert.Matches("(?s)trois\\.pdf.*<details>.*deux\\.pdf.*un\\.pdf.*</details>", page);
        Assert.Contains("par la coordination", page, StringComparison.Ordinal);
        var closed = await stand.Stand.Visitor.GetAsync(stand.Stand.Links(stand.Stand.Stranger, "deposit")[0]);
        Assert.Contains("Le dépôt est clos", closed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", closed.Html, StringComparison.Ordinal);

        // Who began in time and keeps the request open for long has not; nor who finds the sitting cancelled at the end.
        var take = house.App.Services.GetRequiredService<TakeDeposit>();
        await house.Tenant.Clock.AdvanceToAsync(now.AddHours(2).AddMinutes(20));
        Assert.Equal("DepositFiles", (await HeldOpenAsync(now.AddHours(2)))!.Rule);
        await house.Tenant.Clock.AdvanceToAsync(now.AddHours(2).AddMinutes(31));
        Assert.Equal("DepositLate", (await HeldOpenAsync(now.AddHours(2)))!.Rule);
        var convened = (await stand.Store.ReadAsync(Aggregates.Sittings, stand.Jury.Sitting))!;
        await stand.Stand.ChangeAsync(sitting => sitting with { State = SittingState.Cancelled });
        Assert.Equal("SittingCancelled", (await HeldOpenAsync(now.AddHours(2), convened))!.Rule);
        await stand.Stand.ChangeAsync(_ => convened);

        // Postponed, it is the next sitting's.
        var elsewhere = (await stand.Store.ReadAsync(Aggregates.Sittings, stand.Jury.Sitting))! with { Id = "elsewhere" };
        await stand.Store.ExecuteAsync(Aggregates.Sittings, "elsewhere", new Command("test", "test"), _ => elsewhere);
        (await house.PostAsync(house.Coordinator, $"api/sittings/{stand.Jury.Sitting}/exams/{stand.IdOf(stand.Own)}/postponement", new JsonObject { ["reason"] = "Malade." })).Accepted();
        Assert.Equal(403, (await house.GetAsync(await stand.Jury.ChairAsync(), $"{stand.Path(stand.Own)}/3/1")).Status);
        Assert.Equal([.. Pdf, 3], await house.DownloadAsync(await stand.Jury.ChairAsync(), $"api/sittings/elsewhere/deposits/{stand.IdOf(stand.Own)}/3/1"));

        // The ledger names who did it, and nothing of what it is.
        var entries = (await house.LedgersAsync()).Where(e => e.Entry.Verb == "deposit.add").ToList();
        Assert.Equal(3, entries.Count);
        Assert.All(entries, e => Assert.Equal(stand.IdOf(stand.Own), e.Partition));
        Assert.True((await house.VerifyAsync()).Ok);

        async Task<Refusal?> HeldOpenAsync(DateTimeOffset since, Sitting? found = null) => await take.TakeAsync(
            found ?? (await stand.Store.ReadAsync(Aggregates.Sittings, stand.Jury.Sitting))!, stand.IdOf(stand.Own), new Command("deposit.add", stand.IdOf(stand.Own)), FormCollection.Empty, since, default);
    }

    [Fact]
    public async Task A_member_opens_what_was_deposited_from_their_sheet_on_the_page_and_in_the_chat_and_nothing_is_saved_by_it()
    {
        await using var sheets = await SheetStand.OpenAsync(azurite);
        var stand = new DepositStand(sheets, sheets.House.Organisation.Candidates.First(), sheets.Stranger);
        (await stand.DepositAsync(stand.House.Coordinator, stand.Own, "Remis sur clé.", ("dossier.pdf", Pdf))).Accepted();
        var before = (await stand.Store.LedgerHeadAsync(Aggregates.Sittings.Table, stand.Jury.Sitting))!.Sequence;
        var sheet = sheets.Links(sheets.Outside, "sheet")[0];
        Assert.Contains("Lire ce que les candidats ont déposé", (await sheets.Visitor.GetAsync(sheet)).Text, StringComparison.Ordinal);
        var led = await sheets.Visitor.PostAsync(sheet, [new("do", "deposits")]);
        Assert.Equal(303, led.Status);
        Assert.Contains("dossier.pdf", (await sheets.Visitor.GetAsync(led.Headers["Location"][1..])).Text, StringComparison.Ordinal);
        Assert.Equal(before, (await stand.Store.LedgerHeadAsync(Aggregates.Sittings.Table, stand.Jury.Sitting))!.Sequence);

        var chair = await stand.Jury.ChairAsync();
        Assert.Equal("Le lien arrive ci-dessous.", Jury.Sentence(await stand.Jury.PressAsync(chair, "deposit.open", null)));
        var link = await stand.ChattedAsync(chair, "deposited");
        Assert.Contains("dossier.pdf", (await sheets.Visitor.GetAsync(link)).Text, StringComparison.Ordinal);

        // A link that was asked for serves a day.
        await stand.House.Tenant.Clock.AdvanceAsync(TimeSpan.FromHours(25));
        Assert.Equal(404, (await sheets.Visitor.GetAsync(link)).Status);
    }

    [Fact]
    public async Task A_file_that_was_changed_or_deleted_outside_is_not_handed_out()
    {
        await using var stand = await DepositStand.ConveneAsync(azurite);
        (await stand.DepositAsync(stand.Own, stand.Own, ("un.pdf", Pdf))).Accepted();
        var blobs = stand.House.App.Services.GetRequiredService<Blobs>();
        var name = Assert.Single(await stand.BlobsAsync());
        var led = await stand.Stand.Visitor.PostAsync(stand.Stand.Links(stand.Stand.Outside, "convocation")[0], [new("do", "deposit")]);
        var member = led.Headers["Location"][1..].Split('?')[0];
        foreach (var change in new Func<Task>[] { () => blobs.PutAsync(name, BinaryData.FromString("%PDF-1.7 un autre")), () => blobs.DeleteAllAsync(Blobs.Deposited(stand.IdOf(stand.Own))) })
        {
            await change();
            var answer = await stand.House.GetAsync(stand.Own, $"{stand.Path(stand.Own)}/1/1");
            Assert.Equal((500, "urn:jurybot:refusal:DepositNotWhole"), (answer.Status, answer["type"].ToString()));
            var page = await stand.Stand.Visitor.GetAsync($"{member}/{stand.IdOf(stand.Own)}/1/1");
            Assert.Equal(500, page.Status);
            Assert.Contains("« un.pdf » n'est plus tel qu'il a été déposé", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("un autre", page.Html, StringComparison.Ordinal);
        }
    }
}

using System.Text.Json.Nodes;
using JuryBot.Domain.Panels;
using JuryBot.Domain.People;
using JuryBot.Sandbox.Teams;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using Microsoft.Extensions.DependencyInjection;
using Employee = JuryBot.Sandbox.People.Person;

namespace JuryBot.Tests.WholeApp;

/// <summary>Jurors declare their independence for a session: asked in the convocation, signed by card, kept, and taken into account.</summary>
public sealed class DeclarationTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_declaration_is_asked_in_the_convocation_signed_by_card_kept_by_session_and_changes_what_the_jury_looks_like()
    {
        await using var stand = await DeclarationStand.ConveneAsync(azurite);
        var (house, jury, juror, chair) = (stand.House, stand.Jury, await stand.ProfessionalAsync(), await stand.Jury.ChairAsync());
        var exams = await jury.ExamsAsync();
        Assert.Contains("ma déclaration", System.Net.WebUtility.HtmlDecode(house.Tenant.Calendars.All(juror.Mail).Single(e => e.Id == jury.Invitation(juror)).BodyHtml), StringComparison.Ordinal);
        Assert.All(house.Organisation.Jurors, j => Assert.DoesNotContain(house.Tenant.Chats.Cards(j), message => message.Card!.Actions.Any(a => a.Verb?.StartsWith("declaration.", StringComparison.Ordinal) == true)));
        Assert.Equal(exams, (await stand.InSittingAsync(juror)).Outstanding);
        Assert.Equal((null, 2), (await stand.ReadAsync(juror) is var before ? before["signedAt"]?.ToString() : "", before["outstanding"]!.AsArray().Count));

        await stand.SignAsync(juror, new() { [exams[0]] = "family" }, new() { [exams[0]] = "Cousine zx81 <b>germaine</b>." });
        var read = await stand.ReadAsync(juror);
        var signature = Assert.Single(read["signatures"]!.AsArray())!;
        Assert.Equal((juror.Name, 0), (signature["name"]!.ToString(), read["outstanding"]!.AsArray().Count));
        Assert.Contains($"Je soussigné·e {juror.Name}, appelé·e à siéger", signature["text"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(["family", null], signature["statements"]!.AsArray().OrderBy(s => s!["link"] is null).Select(s => s!["link"]?.ToString()));
        Assert.Equal((exams[0], "family", "blocking", "Cousine zx81 <b>germaine</b>."), Assert.Single(read["links"]!.AsArray()) is { } link ? (link["candidate"]!.ToString(), link["link"]!.ToString(), link["effect"]!.ToString(), link["words"]!.ToString()) : default);
        Assert.Equal((read["signedAt"]!.ToString(), 0), await stand.InSittingAsync(juror) is var known ? (known.SignedAt, known.Outstanding.Count) : default);
        Assert.Equal([new Link(exams[0], LinkKind.Family) { Session = stand.SessionId }], await LinksAsync(stand, juror));
        Assert.True((bool)Assert.Single((await house.GetAsync(house.Coordinator, "api/people")).Body.AsArray(), p => p!["links"]!.AsArray().Count > 0)!["links"]![0]!["declared"]!);

        // The coordinator sees what the panel of that candidate has become.
        var exam = (await jury.ReadAsync())["exams"][0]!;
        Assert.Equal(juror.Name, Assert.Single(exam["linked"]!.AsArray())!["name"]!.ToString());
        Assert.Contains(exam["findings"]!.AsArray(), f => f!["rule"]!.ToString() == "FewProfessionals");

        // The juror reads what they signed, and corrects it: both stay.
        Assert.Contains(stand.House.Tenant.Chats.Cards(juror)[0].Card!.Texts, text => text.Contains("Cousine zx81", StringComparison.Ordinal));
        await stand.SignAsync(juror, new() { [exams[0]] = "none" });
        read = await stand.ReadAsync(juror);
        Assert.Equal(["family", null], read["signatures"]!.AsArray().Select(s => s!["statements"]!.AsArray().Single(about => about!["candidate"]!.ToString() == exams[0])!["link"]?.ToString()));
        Assert.Empty(read["links"]!.AsArray());
        Assert.Empty(await LinksAsync(stand, juror));
        Assert.Empty((await jury.ReadAsync())["exams"][0]!["linked"]!.AsArray());
        Assert.Equal(exams, (await stand.InSittingAsync(chair)).Outstanding);

        Assert.DoesNotContain(await house.LedgersAsync(), row => row.Entry.ToText().Contains("zx81", StringComparison.Ordinal));
        Assert.Equal(2, (await house.LedgersAsync()).Count(row => (row.Partition, row.Entry.Verb) == (stand.SessionId, "declaration.sign")));
        Assert.True((await house.VerifyAsync()).Ok);
        Assert.Empty(house.Tenant.Counters.Violations);
    }

    [Fact]
    public async Task Only_a_juror_of_the_session_declares_and_whatever_a_card_says_nothing_wrong_is_kept()
    {
        await using var stand = await DeclarationStand.ConveneAsync(azurite);
        var (house, jury, juror) = (stand.House, stand.Jury, await stand.ProfessionalAsync());
        var exams = await jury.ExamsAsync();
        (await house.GetAsync(house.Director, "api/me")).Accepted();
        await house.Tenant.Teams.SayAsync(juror, "my declaration");
        var before = await house.SnapshotAsync();
        foreach (var who in new[] { await jury.StrangerAsync(), house.Organisation.Candidates.First(), house.Coordinator, house.Director })
        {
            foreach (var verb in new[] { "declaration.show", "declaration.prepare", "declaration.sign" })
            {
                var answer = await stand.ForgeAsync(who, verb, new JsonObject { ["session"] = stand.SessionId, [$"l.{exams[0]}"] = "none", ["person"] = juror.Mail });
                Assert.True(answer.IsSuccess);
                Assert.Contains("Aucune déclaration d'indépendance ne vous est demandée", Jury.Sentence(answer), StringComparison.Ordinal);
            }
        }

        JsonNode?[] sessions = ["none", "a#b", "", null, 5, new string('x', 3000), new JsonObject(), new JsonArray("x")];
        JsonObject[] said =
        [
            new(), new() { ["l."] = "none" }, new() { ["l.nobody"] = "none" }, new() { [$"l.{exams[0]}"] = "friend" }, new() { [$"l.{exams[0]}"] = "pastPersonal" }, new() { [$"l.{exams[0]}"] = 3 },
            new() { [$"l.{exams[0]}"] = new JsonObject { ["x"] = "none" } }, new() { [$"l.{exams[0]}"] = "none,family" }, new() { [$"l.{exams[0]}"] = "family", [$"w.{exams[0]}"] = new string('漢', 9000) },
            new() { [$"l.{exams[0]}"] = new string('\\', 9000) }, new() { [$"l.{exams[0]}|x"] = "none" }, new(Enumerable.Range(0, 2000).Select(i => KeyValuePair.Create($"l.{i}", (JsonNode?)"none"))),
        ];
        foreach (var verb in new[] { "declaration.prepare", "declaration.sign" })
        {
            foreach (var session in sessions)
            {
                Assert.NotNull(Jury.Sentence(await stand.ForgeAsync(juror, verb, new JsonObject { ["session"] = session?.DeepClone(), [$"l.{exams[0]}"] = "none" })));
            }

            foreach (var data in said)
            {
                var answer = await stand.ForgeAsync(juror, verb, new JsonObject(data.Select(d => KeyValuePair.Create(d.Key, d.Value?.DeepClone())).Append(new("session", stand.SessionId))));
                Assert.True(answer.IsSuccess && Jury.IsRefusal(answer), $"{verb} {data.ToJsonString()[..Math.Min(60, data.ToJsonString().Length)]}");
            }
        }

        Assert.Equal(before, await house.SnapshotAsync());
        Assert.Equal(403, (await house.GetAsync(juror, $"{jury.Session}/declarations")).Status);
        Assert.Equal(403, (await house.GetAsync(house.Organisation.Candidates.First(), $"{jury.Session}/declarations")).Status);
        (await house.GetAsync(house.Director, $"{jury.Session}/declarations")).Accepted();
        Assert.Equal(403, (await AskAsync(stand, house.Director, juror)).Status);
        Assert.Equal(404, (await house.GetAsync(house.Coordinator, "api/sessions/none/declarations")).Status);
    }

    [Fact]
    public async Task An_opening_names_who_has_not_signed_and_takes_who_is_linked_off_their_candidate_and_the_minutes_say_who_signed()
    {
        await using var stand = await DeclarationStand.ConveneAsync(azurite);
        var (house, jury, juror, chair) = (stand.House, stand.Jury, await stand.ProfessionalAsync(), await stand.Jury.ChairAsync());
        var exams = await jury.ExamsAsync();
        await stand.SignAsync(juror, new() { [exams[0]] = "business" });
        await jury.ComeAsync();
        await house.UntilAsync("the card that opens the sitting", () => jury.Find(chair, "sitting.open") is not null);
        var offer = house.Tenant.Chats.Cards(chair).First(m => m.Card!.Action("sitting.open") is not null).Card!;
        Assert.Contains(offer.Texts, text => text.StartsWith($"Déclaration d'indépendance non signée : {chair.Name}.", StringComparison.Ordinal));
        Assert.Contains(offer.Texts, text => text.StartsWith($"{juror.Name} est écarté·e pour", StringComparison.Ordinal));

        Assert.False(Jury.IsRefusal(await jury.PressAsync(chair, "sitting.open", null)));
        await house.UntilAsync("the score sheets", () => jury.Find(chair, "sheet.submit", exams[1]) is not null && jury.Find(juror, "sheet.submit", exams[1]) is not null);
        await house.SettleAsync();
        Assert.Null(jury.Find(juror, "sheet.submit", exams[0]));
        var recusal = Assert.Single((await jury.ReadAsync())["exams"][0]!["recusals"]!.AsArray())!;
        Assert.Equal((juror.Name, "Lien avec le candidat, déclaré ou connu."), (recusal["name"]!.ToString(), recusal["reason"]!.ToString()));

        // The jury decides on both, and what a member signs once it is over comes too late for the minutes.
        await jury.SubmitAsync(chair, exams[0]);
        await jury.DecideAsync(exams[0]);
        await jury.GradeAsync(exams[1]);
        await jury.DecideAsync(exams[1]);
        await house.UntilAsync("the minutes", () => jury.Find(chair, "minutes.acknowledge") is not null);
        var minutes = house.Tenant.Chats.Cards(chair).First(m => m.Card!.Action("minutes.acknowledge") is not null).Card!;
        Assert.Contains(juror.Name, Assert.Single(minutes.Texts, text => text.StartsWith("Déclaration d'indépendance de", StringComparison.Ordinal)), StringComparison.Ordinal);
        await house.Tenant.Teams.SayAsync(chair, "ma déclaration");
        Assert.Empty(stand.Cards(chair, "declaration.show"));
        Assert.Contains("Aucune déclaration", Jury.Sentence(await stand.ForgeAsync(chair, "declaration.sign", new JsonObject { ["session"] = stand.SessionId, [$"l.{exams[0]}"] = "none" })), StringComparison.Ordinal);
        Assert.False(Jury.IsRefusal(await jury.PressAsync(chair, "minutes.acknowledge", null)));
        Assert.True((await house.VerifyAsync()).Ok);
    }

    [Fact]
    public async Task A_link_declared_while_the_jury_sits_takes_the_member_off_at_once_unless_their_sheet_is_in()
    {
        await using var stand = await DeclarationStand.ConveneAsync(azurite);
        var (house, jury, juror) = (stand.House, stand.Jury, await stand.ProfessionalAsync());
        var exams = await jury.ExamsAsync();
        await jury.OpenAsync();
        await jury.SubmitAsync(juror, exams[1]);
        await stand.SignAsync(juror, exams.ToDictionary(e => e, _ => "employer"));
        Assert.Equal([1, 0], (await jury.ReadAsync())["exams"].AsArray().Select(e => e!["recusals"]!.AsArray().Count));
        Assert.Equal([1, 2], (await jury.ReadAsync())["exams"].AsArray().Select(e => e!["sheets"]!.AsArray().Count));
        Assert.True(Jury.IsRefusal(await jury.PressAsync(juror, "sheet.save", exams[0], jury.Good(juror, exams[0]))));
        Assert.True((await house.VerifyAsync()).Ok);
    }

    [Fact]
    public async Task Where_declarations_are_required_everybody_is_asked_by_a_card_the_opening_waits_and_who_joins_is_asked_about_alone()
    {
        await using var stand = await DeclarationStand.ConveneAsync(azurite, new() { ["Organisation:RequireDeclarations"] = "true" }, candidates: 1);
        var (house, jury, juror, chair) = (stand.House, stand.Jury, await stand.ProfessionalAsync(), await stand.Jury.ChairAsync());
        Assert.All(await jury.PanelAsync(), m => Assert.Single(stand.Cards(m.Person, "declaration.prepare")));
        await stand.SignAsync(juror);

        var late = house.Organisation.Candidates.ElementAt(1);
        Assert.Empty((await jury.ApplyAsync(await jury.ReviseAsync(late)))["revision"]["refused"]!.AsArray());
        await house.SettleAsync();
        var sitting = (await house.GetAsync(house.Coordinator, jury.Session))["sittings"].AsArray();
        Assert.Single(sitting);
        var asked = Assert.Single(stand.Cards(juror, "declaration.prepare")).Action;
        Assert.Equal([$"l.{jury.IdOf(late)}"], asked.Inputs.Select(i => i.Id));
        Assert.Single(stand.Cards(chair, "declaration.prepare"));
        Assert.Equal([jury.IdOf(late)], (await stand.InSittingAsync(juror)).Outstanding);

        await jury.ComeAsync();
        await house.UntilAsync("the card that opens the sitting", () => jury.Find(chair, "sitting.open") is not null);
        var refused = await jury.PressAsync(chair, "sitting.open", null);
        Assert.True(Jury.IsRefusal(refused));
        Assert.All([juror.Name, chair.Name], name => Assert.Contains(new ReceivedCard(refused.Body!["value"]!.AsObject()).Texts, text => text.Contains("signées les déclarations", StringComparison.Ordinal) && text.Contains(name, StringComparison.Ordinal)));
        Assert.Equal("convened", (await jury.ReadAsync())["state"].ToString());

        Assert.False(Jury.IsRefusal(await stand.PressAsync(juror, "declaration.prepare")));
        Assert.False(Jury.IsRefusal(await stand.PressAsync(juror, "declaration.sign")));
        await stand.SignAsync(chair);
        Assert.Equal(2, (await stand.ReadAsync(juror))["signatures"]![1]!["statements"]!.AsArray().Count);
        Assert.False(Jury.IsRefusal(await jury.PressAsync(chair, "sitting.open", null)));
        Assert.Equal("open", (await jury.ReadAsync())["state"].ToString());
        Assert.True((await house.VerifyAsync()).Ok);
    }

    [Fact]
    public async Task The_coordinator_asks_who_has_not_signed_and_nobody_else_and_who_sits_in_their_place_is_outstanding()
    {
        await using var stand = await DeclarationStand.ConveneAsync(azurite);
        var (house, jury, juror, chair) = (stand.House, stand.Jury, await stand.ProfessionalAsync(), await stand.Jury.ChairAsync());
        (await AskAsync(stand, house.Coordinator, chair, "key")).Accepted();
        (await AskAsync(stand, house.Coordinator, chair, "key")).Accepted();
        await house.SettleAsync();
        Assert.Single(stand.Cards(chair, "declaration.prepare"));
        Assert.Empty(stand.Cards(juror, "declaration.prepare"));
        (await AskAsync(stand, house.Coordinator, chair, "again")).Accepted();
        await house.SettleAsync();
        Assert.Equal(2, stand.Cards(chair, "declaration.prepare").Count);
        Assert.Equal(2, (await stand.ReadAsync(chair))["asked"]!.AsArray().Count);

        // Signed elsewhere, the cards that asked ask no more.
        await stand.SignAsync(chair);
        Assert.Empty(stand.Cards(chair, "declaration.prepare"));
        var refused = await AskAsync(stand, house.Coordinator, chair);
        Assert.Equal((409, "urn:jurybot:refusal:NothingToDeclare"), (refused.Status, refused["type"].ToString()));
        Assert.Contains(chair.Name, refused["title"].ToString(), StringComparison.Ordinal);
        Assert.Equal(409, (await house.PostAsync(house.Coordinator, $"{jury.Session}/declarations/asks", new JsonObject { ["people"] = new JsonArray("none") })).Status);

        var substitute = (await house.GetAsync(house.Coordinator, $"api/sittings/{jury.Sitting}/substitutes/{await IdAsync(stand, juror)}")).Body.AsArray()[0]!;
        (await house.PostAsync(house.Coordinator, $"api/sittings/{jury.Sitting}/replacements", new JsonObject { ["declined"] = await IdAsync(stand, juror), ["substitute"] = substitute["person"]!.ToString() })).Accepted();
        await house.SettleAsync();
        var seated = house.Organisation.Jurors.Single(j => j.Name == substitute["name"]!.ToString());
        Assert.Equal(2, (await stand.InSittingAsync(seated)).Outstanding.Count);
        Assert.Contains("Aucune déclaration", Jury.Sentence(await stand.ForgeAsync(juror, "declaration.show", new JsonObject { ["session"] = stand.SessionId })), StringComparison.Ordinal);
    }

    private static async Task<Answer> AskAsync(DeclarationStand stand, Employee by, Employee juror, string? key = null) => await stand.House.PostAsync(
        by, $"{stand.Jury.Session}/declarations/asks", new JsonObject { ["people"] = new JsonArray(await IdAsync(stand, juror)) }, key);

    private static async Task<string> IdAsync(DeclarationStand stand, Employee juror) =>
        (await stand.House.GetAsync(stand.House.Coordinator, "api/people")).Body.AsArray().Single(p => p!["mail"]!.ToString() == juror.Mail)!["id"]!.ToString();

    private static async Task<IReadOnlyList<Link>> LinksAsync(DeclarationStand stand, Employee juror) =>
        (await stand.House.App.Services.GetRequiredService<Store>().ReadAsync(Aggregates.People, await IdAsync(stand, juror)))!.Links;
}

using System.Text.Json.Nodes;
using JuryBot.Domain;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Panels;
using JuryBot.Domain.People;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Features;
using JuryBot.Features.Rights;
using JuryBot.Sandbox.Processes;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using Microsoft.Extensions.DependencyInjection;
using Employee = JuryBot.Sandbox.People.Person;

namespace JuryBot.Tests.WholeApp;

public sealed class RightsTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Held = new(2026, 9, 14, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_export_is_all_that_is_about_a_candidate_and_nothing_of_another_nor_before_its_publication(bool named)
    {
        await using var house = await House.StartAsync(azurite, settings: new() { ["Organisation:NameJurors"] = named.ToString() });
        var archive = await Archive.WithRostersAsync(house);
        var (own, other) = (house.Organisation.Candidates.First(c => c.HasAccount), house.Organisation.Candidates.Last());
        var jurors = house.Organisation.Jurors.Take(3).ToList();
        var session = await archive.SessionAsync("rights", "1", new(2026, 9, 14), "2027", own, other);
        await archive.Store.ExecuteAsync(Aggregates.Sessions, session.Id, new Command("test", "test"), known => known! with { Declarations = [Declared(archive, jurors[0], own), Declared(archive, jurors[1], other)] });
        var sitting = archive.Held(session, 0, Held, [own, other], jurors.Take(2));
        foreach (var (candidate, text) in new[] { (own, "Nous sommes cousins."), (other, "Nous sommes associés.") })
        {
            var exam = sitting.Exam(archive.IdOf(candidate))!;
            sitting = sitting.With(exam with { Recusals = [new Recusal(archive.IdOf(jurors[2]), text, Held)], Waivers = [new Waiver(archive.IdOf(jurors[1]), $"Sans la grille de {candidate.Name}.", "chair", Held)], Assessment = new AssessmentRequest(Held) });
        }

        var (mine, annulment) = (sitting.Exam(archive.IdOf(own))!, new Annulment("director", sitting.End.AddDays(1), "Erreur de saisie, publiée."));
        sitting = sitting.With(mine with
        {
            Sheets = mine.Sheets.SetItem(0, mine.Sheets[0] with { Paper = new PaperScan("scan", new string('c', 64)) { EnteredBy = archive.IdOf(house.Coordinator) } }),
            Away = [new Away(archive.IdOf(jurors[2]), AwayKind.Left, "chair", "Raison à elle.", Held)],
            Annulled = [new AnnulledDecision(mine.Deliberation!, Presence.Present, annulment with { At = sitting.End.AddHours(-1), Reason = "Jamais publiée." }, true), new AnnulledDecision(mine.Deliberation!, Presence.Present, annulment, true)],
        }) with
        {
            Remote = true,
            Incidents = [new Incident(archive.IdOf(own), "Connexion coupée.", "chair", Held), new Incident(archive.IdOf(other), "Malaise.", "chair", Held), new Incident(null, "Alarme.", "chair", Held)],
        };

        await archive.KeepAsync(sitting);
        await house.UntilAsync("the decisions", async () => (await archive.RecordAsync(own)).Results.Count == 1 && (await archive.RecordAsync(other)).Results.Count == 1);
        await archive.KeepAsync(Published(sitting));
        var final = await archive.SessionAsync("secret", null, new(2026, 9, 20), "2027", own);
        await archive.KeepAsync(archive.Held(final, 0, Held.AddDays(6), [own], house.Organisation.Jurors.Take(5)));
        await LinkAsync(archive, jurors[2], own, other);
        await house.UntilAsync("the records", async () => (await archive.RecordAsync(own)).Awards.Count == 1 && (await archive.RecordAsync(other)).Results is [{ PublishedAt: not null }]
            && (await archive.RecordAsync(own)).Results[0].PublishedAt is not null);
        // They also sit on a jury, whose candidates are none of their own data.
        var aside = await archive.SessionAsync("aside", "2", new(2026, 9, 15), "2027", other);
        await archive.KeepAsync(Published(archive.Held(aside, 0, Held.AddDays(1), [other], [own, jurors[0]])));
        await house.UntilAsync("the other jury", async () => (await archive.RecordAsync(other)).Results.Count == 2);
        await house.SettleAsync();

        var path = $"api/candidates/{archive.IdOf(own)}/export";
        var export = (await house.GetAsync(own, path)).Accepted();
        Assert.Equal((own.Mail, 1), (export["identity"]["mail"]!.ToString(), export["record"]["results"]!.AsArray().Count));
        var sittings = export["sittings"].AsArray();
        Assert.Equal([true, false], sittings.Select(s => (bool)s!["published"]!));
        Assert.Equal(["convocation", "published"], sittings[1]!.AsObject().Select(p => p.Key));
        var said = sittings[0]!;
        Assert.Equal(2, said["sheets"]!.AsArray().Count);
        Assert.All(said["sheets"]!.AsArray(), sheet => Assert.Equal(($"Avis sur {own.Name}.", $"Remarque sur {own.Name}.", "acquired"), (sheet!["overall"]!.ToString(), sheet["criteria"]![0]!["comment"]!.ToString(), sheet["criteria"]![0]!["judgment"]!.ToString())));
        Assert.Equal("Nous sommes cousins.", said["recusals"]![0]!["reason"]!.ToString());
        Assert.Equal($"Sans la grille de {own.Name}.", said["waivers"]![0]!["reason"]!.ToString());
        Assert.NotNull(said["assessment"]!["at"]);
        Assert.Equal(["Connexion coupée."], said["incidents"]!.AsArray().Select(i => i!["text"]!.ToString()));
        Assert.Equal(["Erreur de saisie, publiée."], said["annulled"]!.AsArray().Select(a => a!["reason"]!.ToString()));
        Assert.Equal("Vu.", said["annulled"]![0]!["decision"]!["blocks"]![0]!["reason"]!.ToString());
        Assert.Equal(("left", "true"), (Assert.Single(said["away"]!.AsArray())!["kind"]!.ToString(), said["convocation"]!["remote"]!.ToString()));
        Assert.Single(said["sheets"]!.AsArray(), sheet => sheet!["fromPaper"]?.ToString() == new string('c', 64));
        Assert.Null(said["notHeld"]);
        Assert.Equal("Vu.", said["decision"]!["blocks"]![0]!["reason"]!.ToString());
        Assert.Equal([LinkKind.Business.ToString()], export["declaredLinks"].AsArray().Select(link => Enum.Parse<LinkKind>(link!["kind"]!.ToString(), ignoreCase: true).ToString()));
        var declared = Assert.Single(export["declarations"].AsArray())!;
        Assert.Equal(("trained", $"Cours de {own.Name}.", named), (declared["link"]!.ToString(), declared["words"]!.ToString(), declared["by"]!.ToString() == jurors[0].Name));
        Assert.StartsWith("Ce qui a été dit dans 1 séance(s)", export["notes"][0]!.ToString(), StringComparison.Ordinal);
        Assert.Empty(export["record"]["awards"]!.AsArray());
        Assert.Empty(export["record"]["appearances"]!.AsArray());

        // Ids and hashes of the ledger, but for what would tell that an unpublished sitting has decided.
        var verbs = export["ledgers"]["record"]!.AsArray().Select(entry => entry!["verb"]!.ToString()).ToList();
        Assert.Contains("candidate.publish", verbs);
        Assert.All(export["ledgers"]["record"]!.AsArray(), entry => Assert.Equal(64, entry!["hash"]!.ToString().Length));
        Assert.DoesNotContain("candidate.record", verbs);
        Assert.NotEmpty(export["ledgers"]["person"]!.AsArray());

        // Nothing of another candidate, and of jurors what the organisation says.
        foreach (var secret in new[] { other.Name, other.Mail, archive.IdOf(other), "associés", "Malaise", "Alarme", "Raison à elle", "Jamais publiée", archive.IdOf(house.Coordinator) })
        {
            Assert.DoesNotContain(secret, export.Text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.All(jurors, juror => Assert.Equal(named, export.Text.Contains(juror.Name, StringComparison.Ordinal)));
        Assert.All(jurors, juror => Assert.DoesNotContain(archive.IdOf(juror), export.Text, StringComparison.Ordinal));
        Assert.All(jurors, juror => Assert.DoesNotContain(juror.Mail, export.Text, StringComparison.Ordinal));

        // The offices get the same on their behalf; nobody else gets anything.
        foreach (var office in new[] { house.Coordinator, house.Director })
        {
            Assert.Equal(export["sittings"].ToJsonString(), (await house.GetAsync(office, path)).Accepted()["sittings"].ToJsonString());
            Assert.Equal(404, (await house.GetAsync(office, "api/candidates/none/export")).Status);
        }

        var strangers = new[] { house.Organisation.Candidates.First(c => c.HasAccount && c != own), jurors.First(j => j.HasAccount) };
        Assert.All(await Task.WhenAll(strangers.Select(stranger => house.GetAsync(stranger, path))), answer => Assert.Equal(403, answer.Status));
        Assert.Equal(401, (await house.GetAsync(null, path)).Status);
    }

    [Fact]
    public async Task An_erased_candidate_is_gone_but_for_what_must_be_kept_and_every_ledger_still_fits()
    {
        await using var house = await House.StartAsync(azurite);
        var archive = await Archive.WithRostersAsync(house);
        var candidates = house.Organisation.Candidates.Where(c => c.HasAccount).ToList();
        var (titled, untitled) = (candidates[0], candidates[1]);
        var jurors = house.Organisation.Jurors.Take(5).ToList();
        var final = await archive.SessionAsync("final", null, new(2026, 9, 14), "2027", titled);
        var kept = Published(archive.Held(final, 0, Held, [titled], jurors));
        await archive.KeepAsync(kept);
        var intermediate = await archive.SessionAsync("intermediate", "1", new(2026, 9, 15), "2027", untitled);
        var pending = archive.Held(intermediate, 0, Held.AddDays(1), [untitled], jurors.Take(2));
        await archive.KeepAsync(pending);
        await LinkAsync(archive, jurors[4], titled);
        await house.UntilAsync("the title in the register", async () => (await house.RowsAsync()).Any(row => row.Table == TableNames.Lookups && row.Row.Contains($"{archive.IdOf(titled)}-T", StringComparison.Ordinal)));
        await house.SettleAsync();
        var account = (await archive.Store.ReadAsync(Aggregates.People, archive.IdOf(titled)))!.EntraId!;
        var (fingerprints, reader) = (house.App.Services.GetRequiredService<MinutesFingerprint>(), (await archive.Store.ReadAsync(Aggregates.People, archive.IdOf(jurors[4])))!);
        var before = fingerprints.Of((await archive.Store.ReadAsync(Aggregates.Sittings, kept.Id))!, reader);
        Assert.Contains(await house.RowsAsync(), row => row.Row.Contains(account, StringComparison.OrdinalIgnoreCase));

        // By the director, with a reason, and not before everything is over.
        Assert.Equal(403, (await EraseAsync(house, house.Coordinator, archive.IdOf(titled))).Status);
        Assert.Equal(403, (await EraseAsync(house, titled, archive.IdOf(titled))).Status);
        Assert.Equal(403, (await EraseAsync(house, jurors.First(j => j.HasAccount), archive.IdOf(titled))).Status);
        Assert.Equal(404, (await EraseAsync(house, house.Director, "none")).Status);
        Assert.Contains("motif", (await EraseAsync(house, house.Director, archive.IdOf(titled), " "))["title"].ToString(), StringComparison.Ordinal);
        Assert.Equal("urn:jurybot:refusal:ErasureTooEarly", (await EraseAsync(house, house.Director, archive.IdOf(untitled)))["type"].ToString());
        Assert.Equal("urn:jurybot:refusal:ErasureOfOffice", (await EraseAsync(house, house.Director, archive.IdOf(house.Coordinator)))["type"].ToString());

        var report = (await EraseAsync(house, house.Director, archive.IdOf(titled))).Accepted();
        Assert.Equal(
            ["Registre", "Nom et b", "Voie d'a", "Nom dans", "Liens av", "Journal ", "L'efface"], report["kept"].AsArray().Select(k => k!["what"]!.ToString()[..8]));
        Assert.All(report["kept"].AsArray(), k => Assert.NotEmpty(k!["why"]!.ToString()));
        Assert.Equal(kept.End.AddYears(5), (DateTimeOffset)report["kept"].AsArray().Single(k => k!["sitting"]?.ToString() == kept.Id && k["what"]!.ToString().StartsWith("Nom dans", StringComparison.Ordinal))!["until"]!);
        Assert.DoesNotContain("Nom", report["removed"].AsArray().Select(r => r!.ToString()));
        await house.UntilAsync("the end of the erasure", async () => !(await house.RowsAsync()).Any(row => row.Table == TableNames.Reservations && row.Row.Contains(archive.IdOf(titled), StringComparison.Ordinal)));
        await house.SettleAsync();

        var rows = await house.RowsAsync();
        Assert.DoesNotContain(rows, row => row.Row.Contains(titled.Mail, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(rows, row => row.Row.Contains(account, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(rows, row => row.Row.Contains($"event-{kept.Id}-", StringComparison.Ordinal));
        // In the record, in the minutes and in the register, and nowhere else.
        Assert.Equal([TableNames.Candidates, TableNames.Lookups, TableNames.Sittings], rows.Where(row => row.Row.Contains(titled.LastName, StringComparison.Ordinal) && row.Row.Contains(titled.Name.Split(' ')[0], StringComparison.Ordinal) && !row.Row.Contains("Avis sur", StringComparison.Ordinal)).Select(row => row.Table).Distinct().Order(StringComparer.Ordinal));
        Assert.DoesNotContain((await house.GetAsync(house.Director, "api/people")).Body.AsArray(), p => p!["id"]!.ToString() == archive.IdOf(titled));
        Assert.Equal(403, (await house.GetAsync(titled, "api/me")).Status);
        var record = await archive.RecordAsync(titled);
        Assert.Equal((titled.Name, "", null, false), (record.Name, record.Mail, record.TimeZone, record.ExtraTime));
        Assert.Equal(before, fingerprints.Of((await archive.Store.ReadAsync(Aggregates.Sittings, kept.Id))!, reader));
        var verbs = (await house.LedgersAsync()).Select(entry => entry.Entry.Verb).ToList();
        Assert.All(["person.erase", "candidate.erase", "sitting.forget-reach"], verb => Assert.Contains(verb, verbs));
        var verified = await house.VerifyAsync();
        Assert.True(verified.Ok, verified.FirstFault);

        // Again changes nothing; a later import makes somebody new.
        (await EraseAsync(house, house.Director, archive.IdOf(titled))).Accepted();
        Assert.Single((await house.LedgersAsync()), entry => entry.Entry.Verb == "person.erase");
        await Jury.WithRostersAsync(house);
        Assert.NotEqual(archive.IdOf(titled), (await house.GetAsync(house.Director, "api/people")).Body.AsArray().Single(p => p!["mail"]!.ToString() == titled.Mail)!["id"]!.ToString());

        // Without a title nothing is kept but the minutes.
        await archive.KeepAsync(Published(pending));
        await house.UntilAsync("the publication", async () => (await archive.RecordAsync(untitled)).Results is [{ PublishedAt: not null }, ..]);
        var removed = (await EraseAsync(house, house.Director, archive.IdOf(untitled))).Accepted();
        Assert.Contains("Nom", removed["removed"].AsArray().Select(r => r!.ToString()));
        await house.UntilAsync("the record without a name", async () => (await archive.RecordAsync(untitled)).Name == "—");
        Assert.Equal(untitled.Name, (await archive.Store.ReadAsync(Aggregates.Sittings, pending.Id))!.Exams[0].Name);
        Assert.Equal(409, (await house.PutAsync(house.Coordinator, $"api/sessions/{Guid.NewGuid():N}", Jury.Request("1", [archive.IdOf(untitled)], ["room@example.org"]))).Status);
    }

    [Fact]
    public async Task An_erased_juror_stays_in_the_minutes_by_name_and_nowhere_else()
    {
        await using var house = await House.StartAsync(azurite);
        var archive = await Archive.WithRostersAsync(house);
        var jurors = house.Organisation.Jurors.Where(j => j.HasAccount).Take(2).ToList();
        var candidate = house.Organisation.Candidates.First();
        var session = await archive.SessionAsync("juror", "1", new(2026, 9, 14), "2027", candidate);
        await archive.Store.ExecuteAsync(Aggregates.Sessions, session.Id, new Command("test", "test"), known => known! with { Plan = new("plan", "", 1, 1, 1), Polls = [new(archive.IdOf(jurors[1])), new(archive.IdOf(jurors[0]))] });
        var sitting = Published(archive.Held(session, 0, Held, [candidate], jurors));
        await archive.KeepAsync(sitting);
        await LinkAsync(archive, jurors[1], candidate);
        await house.UntilAsync("the session's page", async () => (await archive.Store.ReadAsync(Aggregates.Sessions, session.Id))!.Sittings.Count == 1);

        var report = (await EraseAsync(house, house.Director, archive.IdOf(jurors[1]))).Accepted();
        Assert.Equal(["Nom dans", "Nom dans", "Journal ", "L'efface"], report["kept"].AsArray().Select(k => k!["what"]!.ToString()[..8]));
        await house.UntilAsync("the end of the erasure", async () => !(await house.RowsAsync()).Any(row => row.Table == TableNames.Reservations && row.Row.Contains(archive.IdOf(jurors[1]), StringComparison.Ordinal)));
        await house.SettleAsync();

        var rows = await house.RowsAsync();
        Assert.DoesNotContain(rows, row => row.Row.Contains(jurors[1].Mail, StringComparison.OrdinalIgnoreCase));
        Assert.Equal([TableNames.Sittings], rows.Where(row => row.Row.Contains(jurors[1].Name, StringComparison.Ordinal)).Select(row => row.Table).Distinct());
        Assert.Equal([archive.IdOf(jurors[0])], (await archive.Store.ReadAsync(Aggregates.Sessions, session.Id))!.Polls.Select(poll => poll.Person));
        var person = (await archive.Store.ReadAsync(Aggregates.People, archive.IdOf(jurors[1])))!;
        Assert.Equal(("—", null, 0, "Demande du 3 octobre."), (person.Name, person.Juror, person.Links.Count, person.Erased!.Reason));
        Assert.True((await house.VerifyAsync()).Ok);
    }

    [Fact]
    public async Task Retention_deletes_what_is_old_enough_keeps_the_rest_and_says_so()
    {
        await using var house = await House.StartAsync(azurite);
        var archive = await Archive.WithRostersAsync(house);
        var (gone, other) = (house.Organisation.Candidates.ElementAt(0), house.Organisation.Candidates.ElementAt(1));
        var jurors = house.Organisation.Jurors.Take(2).ToList();
        var sittings = new Dictionary<string, Sitting>();
        var documents = house.App.Services.GetRequiredService<Blobs>();
        foreach (var (id, block, day, candidate) in new[] { ("old", "1", new DateOnly(2021, 6, 1), gone), ("recent", "2", new DateOnly(2026, 2, 2), other), ("new", "4", new DateOnly(2026, 9, 14), other) })
        {
            var session = await archive.SessionAsync(id, block, day, "2027", candidate);
            await archive.Store.ExecuteAsync(Aggregates.Sessions, id, new Command("test", "test"), known => Decision<Domain.Sessions.Session>.Accept(
                known! with { Plan = new($"plans/{id}/plan.json", "", 1, 1, 1), Presidents = [new(archive.IdOf(jurors[0]), jurors[0].Name, "director", Held)], Polls = [new(archive.IdOf(jurors[0]))], Declarations = [Declared(archive, jurors[0], candidate)] }, new Domain.Sessions.IndexSession(id)));
            sittings[id] = Published(archive.Held(session, 0, new DateTimeOffset(day, new(8, 0), TimeSpan.Zero), [candidate], jurors));
            await archive.KeepAsync(sittings[id]);
            await house.App.Services.GetRequiredService<Lookups>().PutAsync("event", $"event-{sittings[id].Id}", sittings[id].Id);
            await house.App.Services.GetRequiredService<Lookups>().PutAsync("card", $"{sittings[id].Id}|minutes|{archive.IdOf(jurors[0])}", "{}");
            await house.App.Services.GetRequiredService<Lookups>().PutAsync("card", $"{id}|availability|{archive.IdOf(jurors[0])}|1|1", "{}");
            await documents.PutAsync($"plans/{id}/plan.json", BinaryData.FromString(jurors[0].Name));
        }

        await LinkAsync(archive, jurors[1], gone, other);
        await house.UntilAsync("the publications", async () => (await archive.RecordAsync(gone)).Results is [{ PublishedAt: not null }] && (await archive.RecordAsync(other)).Results is [{ PublishedAt: not null }, { PublishedAt: not null }]);
        (await EraseAsync(house, house.Director, archive.IdOf(gone))).Accepted();
        await house.UntilAsync("the end of the erasure", async () => !(await house.RowsAsync()).Any(row => row.Table == TableNames.Reservations && row.Row.Contains(archive.IdOf(gone), StringComparison.Ordinal)));
        Assert.Equal(2, (await archive.Store.ReadAsync(Aggregates.People, archive.IdOf(jurors[1])))!.Links.Count);

        var before = await house.SnapshotAsync();
        var planned = await RetainAsync(house, "--dry-run");
        Assert.Equal(before, await house.SnapshotAsync());
        var done = await RetainAsync(house);
        Assert.Equal("Essai : rien n'est supprimé.", planned[0]);
        Assert.Equal(planned.Skip(1), done.Where(line => !line.Contains("liens déclarés", StringComparison.Ordinal)));
        Assert.Contains("old-000 : grilles et noms du procès-verbal supprimés (1 passage(s))", done);
        Assert.Contains("old : noms des président·es de la session et déclarations d'indépendance supprimés", done);
        Assert.Contains("recent : plan, disponibilités et emplacements des cartes de la session supprimés (1 carte(s))", done);
        Assert.Contains("new : plan et disponibilités conservés jusqu'au 2027-03-15", done);
        Assert.Contains("recent-000 : grilles et procès-verbal conservés jusqu'au 2031-02-02", done);
        Assert.Contains("recent-000 : identifiants de calendrier et emplacements des cartes supprimés (2 carte(s))", done);
        Assert.Contains("new-000 : identifiants de calendrier et emplacements des cartes conservés jusqu'au 2027-03-14", done);
        Assert.Contains($"{archive.IdOf(gone)} : liens déclarés avec la personne effacée supprimés (1)", done);
        Assert.DoesNotContain(done, line => house.Organisation.People.Any(person => line.Contains(person.Name, StringComparison.Ordinal)));

        var rows = await house.RowsAsync();
        Assert.DoesNotContain(rows, row => row.Row.Contains(gone.Name, StringComparison.Ordinal));
        foreach (var (id, references, minutes) in new[] { ("old", false, false), ("recent", false, true), ("new", true, true) })
        {
            var sitting = (await archive.Store.ReadAsync(Aggregates.Sittings, sittings[id].Id))!;
            Assert.Equal((references, references), (sitting.EventId is not null, sitting.Exams[0].EventId is not null));
            Assert.Equal((minutes ? 2 : 0, minutes ? other.Name : "—", minutes ? jurors[0].Name : "—"), (sitting.Exams[0].Sheets.Count, sitting.Exams[0].Name, sitting.Panel[0].Name));
            Assert.Equal(references, rows.Any(row => row.Table == TableNames.Lookups && row.Row.Contains($"card|{sitting.Id}|", StringComparison.Ordinal)));
            Assert.Equal(references, rows.Any(row => row.Table == TableNames.Lookups && row.Row.Contains($"event|event-{sitting.Id}", StringComparison.Ordinal)));
            Assert.Equal((references, references), (await documents.GetAsync($"plans/{id}/plan.json") is not null, (await archive.Store.ReadAsync(Aggregates.Sessions, id))!.Polls.Count == 1));
            Assert.Equal(references, rows.Any(row => row.Table == TableNames.Lookups && row.Row.Contains($"card|{id}|availability", StringComparison.Ordinal)));
            Assert.Equal(minutes ? 1 : 0, (await archive.Store.ReadAsync(Aggregates.Sessions, id))!.Declarations.Count);
            Assert.Equal(minutes, (await archive.Store.ReadAsync(Aggregates.Sessions, id))!.Presidents[0].Name == jurors[0].Name);
            Assert.Equal(minutes, (await archive.Store.ReadAsync(Aggregates.Candidates, sitting.Exams[0].Candidate))!.Results.All(result => result.Reason is not null));
        }

        Assert.Equal([archive.IdOf(other)], (await archive.Store.ReadAsync(Aggregates.People, archive.IdOf(jurors[1])))!.Links.Select(link => link.Candidate));
        Assert.Equal("—", (await house.GetAsync(house.Director, "api/sessions")).Body.AsArray().Single(s => s!["id"]!.ToString() == "old")!["presidents"]![0]!.ToString());
        var verified = await house.VerifyAsync();
        Assert.True(verified.Ok, verified.FirstFault);
        Assert.Contains((await house.LedgersAsync()), entry => entry.Entry is { Verb: "sitting.forget-minutes", Actor: "retention" });

        // What was done is not done again.
        var after = await house.SnapshotAsync();
        var again = await RetainAsync(house);
        Assert.Equal(after, await house.SnapshotAsync());
        Assert.DoesNotContain(again, line => line.StartsWith("old", StringComparison.Ordinal));
        // Shorter ages are the organisation's own.
        Assert.Contains("new-000 : identifiants de calendrier et emplacements des cartes conservés jusqu'au 2026-10-14", await RetainAsync(house, "--Retention:ReferencesMonths", "1"));
    }

    [Fact]
    public async Task A_wrong_age_stops_the_start_and_the_command()
    {
        Assert.Equal(1, await RetentionCommand.RunAsync(["--Storage:ConnectionString", azurite.ConnectionString, "--Retention:MinutesYears", "none"], TextWriter.Null, TimeProvider.System));
        Assert.Equal(1, await RetentionCommand.RunAsync(["--Storage:ConnectionString", "abc"], TextWriter.Null, TimeProvider.System));
    }

    private static Domain.Sessions.Declaration Declared(Archive archive, Employee juror, Employee candidate) => new(archive.IdOf(juror))
    {
        Signed = [new(juror.Name, Held, "Je déclare.", [new(archive.IdOf(candidate), candidate.Name, LinkKind.Trained, $"Cours de {candidate.Name}.")])],
    };

    private static Sitting Published(Sitting sitting) => sitting with { PublishedAt = sitting.End, PublishedBy = sitting.Coordinator };

    private static Task<Answer> EraseAsync(House house, Employee by, string person, string reason = "Demande du 3 octobre.") =>
        house.PostAsync(by, $"api/people/{person}/erasure", new JsonObject { ["reason"] = reason });

    private static async Task LinkAsync(Archive archive, Employee juror, params Employee[] candidates) => await archive.Store.ExecuteAsync(
        Aggregates.People, archive.IdOf(juror), new Command("test", "test"),
        person => Decision<Person>.Accept(person! with { Links = [.. candidates.Select(candidate => new Link(archive.IdOf(candidate), LinkKind.Business))] }, new IndexPerson(person.Id)));

    private static async Task<IReadOnlyList<string>> RetainAsync(House house, params string[] arguments)
    {
        var output = new StringWriter();
        Assert.Equal(0, await RetentionCommand.RunAsync(
            [
                "--hostBuilder:reloadConfigOnChange", "false", "--Storage:ConnectionString", house.App.Configuration["Storage:ConnectionString"]!, "--Storage:Prefix", house.App.Configuration["Storage:Prefix"]!, .. arguments,
            ],
            output,
            house.Tenant.Clock));
        return output.ToString().TrimEnd().Split(output.NewLine);
    }
}

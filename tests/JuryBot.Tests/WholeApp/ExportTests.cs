using System.Text.Json.Nodes;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Panels;
using JuryBot.Domain.People;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using static JuryBot.Tests.WholeApp.RightsStand;

namespace JuryBot.Tests.WholeApp;

/// <summary>What a candidate gets of all that is about them.</summary>
public sealed class ExportTests(AzuriteFixture azurite)
{
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
}

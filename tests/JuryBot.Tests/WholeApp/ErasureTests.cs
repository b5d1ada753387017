using System.Text.Json.Nodes;
using JuryBot.Features;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using Microsoft.Extensions.DependencyInjection;
using static JuryBot.Tests.WholeApp.RightsStand;

namespace JuryBot.Tests.WholeApp;

/// <summary>Who is erased, and what stays of them.</summary>
public sealed class ErasureTests(AzuriteFixture azurite)
{
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
}

using System.Text.Json.Nodes;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Features.Rights;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using Microsoft.Extensions.DependencyInjection;
using static JuryBot.Tests.WholeApp.RightsStand;

namespace JuryBot.Tests.WholeApp;

/// <summary>What is deleted once it is as old as it may become.</summary>
public sealed class RetentionTests(AzuriteFixture azurite)
{
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

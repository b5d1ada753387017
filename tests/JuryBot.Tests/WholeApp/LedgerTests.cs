using System.Text.Json.Nodes;
using Azure;
using Azure.Data.Tables;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using Microsoft.Extensions.DependencyInjection;

namespace JuryBot.Tests.WholeApp;

/// <summary>The ledgers as the offices read them.</summary>
public sealed class LedgerTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_ledger_is_read_in_words_once_the_sitting_is_closed_names_who_did_what_and_shows_what_was_changed()
    {
        await using var stand = await SheetStand.OpenAsync(azurite);
        var (house, jury) = (stand.House, stand.Jury);
        var (sitting, session) = ($"api/sittings/{jury.Sitting}/ledger", $"{jury.Session}/ledger");
        foreach (var path in new[] { sitting, session })
        {
            var moves = await house.GetAsync(house.Coordinator, path);
            Assert.Equal((409, "urn:jurybot:refusal:LedgerMoves"), (moves.Status, moves["type"].ToString()));
        }

        await stand.CloseAsync();
        (await jury.PublishAsync()).Accepted();
        await house.SettleAsync();
        var exams = (await house.GetAsync(house.Coordinator, $"api/sittings/{jury.Sitting}"))["exams"].AsArray();
        var entries = await ReadAsync(house, sitting);
        Assert.Equal(Enumerable.Range(1, entries.Count).Reverse(), entries.Select(entry => (int)entry["sequence"]!));
        var handedIn = entries.Where(entry => entry["verb"]!.ToString() == "sheet.confirm").ToList();
        Assert.NotEmpty(handedIn);
        var panel = (await jury.PanelAsync()).Select(member => member.Person.Name).ToList();
        Assert.All(handedIn, entry => Assert.Contains(entry["who"]!.ToString(), panel));
        Assert.All(handedIn, entry => Assert.Contains(entry["about"]!.ToString(), exams.Select(exam => exam!["name"]!.ToString())));
        Assert.Equal("a remis une grille", handedIn[0]["what"]!.ToString());
        Assert.Equal(house.Coordinator.Name, entries.Single(entry => entry["verb"]!.ToString() == "sitting.publish")["who"]!.ToString());
        Assert.Contains(await ReadAsync(house, session), entry => entry["who"]!.ToString() == "JuryBot");

        // Nothing is shown by its code.
        foreach (var path in new[] { sitting, session, $"api/candidates/{exams[0]!["candidate"]}/ledger" })
        {
            Assert.All(await ReadAsync(house, path), entry => Assert.NotEqual(entry["verb"]!.ToString(), entry["what"]!.ToString()));
        }

        var last = (await house.GetAsync(house.Director, $"{sitting}?skip={entries.Count - 1}")).Accepted();
        Assert.Equal("1", Assert.Single(last["entries"].AsArray())!["sequence"]!.ToString());
        Assert.Null(last.Body["next"]);
        Assert.Equal(404, (await house.GetAsync(house.Coordinator, "api/sittings/none/ledger")).Status);
        Assert.Equal(403, (await house.GetAsync(panel.Select(name => house.Organisation.People.First(person => person.Name == name)).First(person => person.HasAccount), sitting)).Status);

        var table = house.App.Services.GetRequiredService<StorageClients>().Table(TableNames.Sittings);
        var row = (await table.GetEntityAsync<TableEntity>(jury.Sitting, RowKeys.Ledger(1), cancellationToken: TestContext.Current.CancellationToken)).Value;
        var hash = row["Hash"];
        row["Hash"] = new string('0', 64);
        await table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace, TestContext.Current.CancellationToken);
        Assert.Equal($"Sittings/{jury.Sitting} {RowKeys.Ledger(1)} was changed", (await house.GetAsync(house.Director, sitting)).Accepted()["fault"].ToString());
        row["Hash"] = hash;
        await table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace, TestContext.Current.CancellationToken);
        Assert.Null((await house.GetAsync(house.Director, sitting)).Accepted().Body["fault"]);
    }

    [Fact]
    public async Task Who_waits_for_their_own_outcome_reads_no_ledger_that_tells_it()
    {
        await using var house = await House.StartAsync(azurite);
        var archive = await Archive.WithRostersAsync(house);
        var candidate = house.Organisation.Candidates.First();
        var session = await archive.SessionAsync("own", "1", new(2026, 9, 14), "2027", candidate, house.Coordinator);
        var sitting = archive.Held(session, 0, new(2026, 9, 14, 8, 0, 0, TimeSpan.Zero), [candidate, house.Coordinator], house.Organisation.Jurors.Take(2));
        await archive.Store.ExecuteAsync(Aggregates.Sittings, sitting.Id, new Command("test.keep", "test"), _ => Domain.Decision<Domain.Exams.Sitting>.Accept(sitting, new Domain.Exams.ProjectSitting(session.Id, sitting.Id)));
        await house.UntilAsync("the sitting", async () => (await archive.Store.ReadAsync(Aggregates.Sessions, session.Id))!.Sittings.Count == 1);
        foreach (var path in new[] { $"api/sittings/{sitting.Id}/ledger", $"api/sessions/{session.Id}/ledger" })
        {
            Assert.Equal(403, (await house.GetAsync(house.Coordinator, path)).Status);
            (await house.GetAsync(house.Director, path)).Accepted();
        }

    }

    private static async Task<List<JsonNode>> ReadAsync(House house, string path)
    {
        var (entries, skip) = (new List<JsonNode>(), (int?)0);
        while (skip is { } from)
        {
            var page = (await house.GetAsync(house.Coordinator, $"{path}?skip={from}")).Accepted();
            Assert.Null(page.Body["fault"]);
            entries.AddRange(page["entries"].AsArray().Select(entry => entry!));
            skip = (int?)page.Body["next"];
            Assert.Equal(skip is null, entries.Count == (int)page["total"]);
        }

        return entries;
    }
}

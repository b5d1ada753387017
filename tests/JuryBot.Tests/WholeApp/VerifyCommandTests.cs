using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using JuryBot.Domain;
using JuryBot.Domain.Deposits;
using JuryBot.Domain.Documents;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Features.Integrity;
using JuryBot.Features.Rights;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using Microsoft.Extensions.DependencyInjection;

namespace JuryBot.Tests.WholeApp;

/// <summary>The command that checks ledgers, and the files that rows name.</summary>
public sealed class VerifyCommandTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Held = new(2021, 6, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_file_that_is_missing_or_altered_is_named_and_what_was_deleted_on_purpose_is_not()
    {
        await using var house = await House.StartAsync(azurite);
        var archive = await Archive.WithRostersAsync(house);
        var (blobs, candidate) = (house.App.Services.GetRequiredService<Blobs>(), house.Organisation.Candidates.First());
        var (id, session) = (archive.IdOf(candidate), await archive.SessionAsync("old", "1", new(2021, 6, 1), "2027", candidate));
        var sitting = archive.Held(session, 0, Held, [candidate], house.Organisation.Jurors.Take(2)) with { PublishedAt = Held.AddDays(1), PublishedBy = "coordinator" };
        var (names, scans) = (new List<string>(), $"scans/{sitting.Id}/");
        var scanned = sitting.Exams[0];
        var scan = await PutAsync(scans, "scan");
        await archive.KeepAsync(sitting.With(scanned with { Sheets = scanned.Sheets.SetItem(0, scanned.Sheets[0] with { Paper = new PaperScan(scans + scan, scan) }) })
            with { Documents = [await IssueAsync("Sittings", sitting.Id, DocumentKind.Minutes)] });
        await house.UntilAsync("the publication", async () => (await archive.RecordAsync(candidate)).Results is [{ PublishedAt: not null }]);
        var letter = await IssueAsync("Candidates", id, DocumentKind.AwardLetter);
        await archive.Store.ExecuteAsync(Aggregates.Candidates, id, new Command("test.issue", "test"), record => record! with { Documents = [letter] });
        var audit = await IssueAsync("Sessions", session.Id, DocumentKind.Audit);
        await archive.Store.ExecuteAsync(Aggregates.Sessions, session.Id, new Command("test.issue", "test"), known => known! with { Documents = [audit] });
        var deposited = await PutAsync(Blobs.Deposited(id, session.Id), "dossier");
        await archive.Store.ExecuteAsync(Aggregates.Deposits, id, new Command("test.deposit", "test"), _ => Decision<CandidateDeposits>.Accept(new CandidateDeposits
        {
            Candidate = id,
            Deposits = [new() { Number = 0, Certification = "RNCP31168@2018", Session = session.Id, Sitting = sitting.Id, Kind = DepositKind.Deliverables, Block = "1", Version = 1, Files = [new("a.pdf", "application/pdf", 7, deposited), new("b.pdf", "application/pdf", 7, deposited)], At = Held, By = id }],
        }));
        await house.SettleAsync();
        Assert.Equal((0, 5, null), await VerifyAsync());
        Assert.Matches("^ok: \\d+ ledgers, \\d+ rows, 5 files$", await SayAsync());

        foreach (var name in names)
        {
            var content = (await blobs.GetAsync(name))!;
            await blobs.DeleteAllAsync(name);
            await NotWholeAsync($"file {name} is missing");
            await blobs.PutAsync(name, BinaryData.FromString("altered"));
            await NotWholeAsync($"file {name} is not what its row holds");
            await blobs.PutAsync(name, content);
        }

        (await house.PostAsync(house.Director, $"api/people/{id}/erasure", new JsonObject { ["reason"] = "Demande." })).Accepted();
        await house.UntilAsync("the letter and the deposit gone", async () => await VerifyAsync() == (0, 3, null));
        Assert.Equal(0, await RetentionCommand.RunAsync(Storage(), TextWriter.Null, house.Tenant.Clock));
        Assert.Equal((0, 0, null), await VerifyAsync());
        Assert.All(await Task.WhenAll(names.Select(name => blobs.HashAsync(name))), Assert.Null);

        // Under its hash, as everything is kept.
        async Task<string> PutAsync(string folder, string content)
        {
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
            names.Add(folder + sha256);
            return await blobs.PutAsync(folder + sha256, BinaryData.FromString(content));
        }

        async Task<IssuedDocument> IssueAsync(string table, string partition, DocumentKind kind) =>
            new(kind, "", "fr", await PutAsync(Blobs.Issued(table, partition), $"{kind}"), "", Held, "coordinator");

        string[] Storage() => ["--hostBuilder:reloadConfigOnChange", "false", "--Storage:ConnectionString", house.App.Configuration["Storage:ConnectionString"]!, "--Storage:Prefix", house.App.Configuration["Storage:Prefix"]!];

        async Task<(int Code, int Files, string? Fault)> VerifyAsync()
        {
            var output = new StringWriter();
            var code = await VerifyCommand.RunAsync(["--json", .. Storage()], output);
            var report = JsonNode.Parse(output.ToString())!;
            Assert.Equal(code == 0, (bool)report["ok"]!);
            return (code, (int)report["files"]!, (string?)report["firstFault"]);
        }

        async Task<string> SayAsync()
        {
            var output = new StringWriter();
            await VerifyCommand.RunAsync(Storage(), output);
            return output.ToString().Trim();
        }

        async Task NotWholeAsync(string fault)
        {
            var (code, _, said) = await VerifyAsync();
            Assert.Equal(5, code);
            Assert.EndsWith(fault, said, StringComparison.Ordinal);
            Assert.StartsWith("NOT WHOLE: ", await SayAsync(), StringComparison.Ordinal);
        }
    }
}

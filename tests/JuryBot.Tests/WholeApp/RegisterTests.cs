using System.IO.Compression;
using System.Net.Http.Headers;
using System.Xml.Linq;
using JuryBot.Domain;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Exams;
using JuryBot.Features.Registers;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;

namespace JuryBot.Tests.WholeApp;

public sealed class RegisterTests(AzuriteFixture azurite)
{
    private const string Formula = "=HYPERLINK(\"http://evil.example\",\"Lou\")";
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly DateTimeOffset Held = new(2026, 9, 14, 22, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_register_names_every_award_once_and_keeps_an_annulled_one()
    {
        await using var house = await House.StartAsync(azurite);
        var archive = await Archive.WithRostersAsync(house);
        var (titled, certified, unpublished) = (house.Organisation.Candidates.ElementAt(0), house.Organisation.Candidates.ElementAt(1), house.Organisation.Candidates.ElementAt(2));
        var jurors = house.Organisation.Jurors.Take(5).ToList();
        await RenameAsync(archive, archive.IdOf(titled));
        var session = await archive.SessionAsync("register", null, new(2026, 9, 15), "2027", titled, certified, unpublished);
        var sitting = archive.Held(session, 0, Held, [titled, certified], jurors) with { PublishedAt = Held.AddDays(2), PublishedBy = "coordinator" };
        var partial = sitting.Exam(archive.IdOf(certified))!;
        await archive.KeepAsync(sitting.With(partial with
        {
            Deliberation = partial.Deliberation! with { Decisions = partial.Deliberation!.Decisions.ConvertAll(d => d with { Acquired = d.Block == "2" }), Award = new TitleRuling(false) },
        }));
        await archive.KeepAsync(archive.Held(session, 1, Held.AddHours(5), [unpublished], jurors));
        await house.UntilAsync("the register", async () => (await RowsAsync(house, "fr")).Count == 2);

        var title = (await RowsAsync(house, "fr")).Single(row => Equals(row["Numéro"], $"RNCP31168-2018-{archive.IdOf(titled)}-T"));
        Assert.Equal(Formula + " " + titled.LastName, title["Candidat·e"]);
        Assert.StartsWith("Titre « ", (string)title["Titre ou bloc"], StringComparison.Ordinal);
        // 22:30 UTC is the day after in Paris.
        Assert.Equal(new DateTime(2026, 9, 15), title["Date de délivrance"]);
        Assert.Equal(new DateTime(2026, 9, 15, 0, 30, 0), title["Séance du jury"]);
        Assert.Equal(jurors[0].Name, title["Présidence du jury"]);
        Assert.Equal(sitting.Id, title["Référence de la séance"]);
        Assert.Null(title["Annulé le"]);

        var certificate = (await RowsAsync(house, "en")).Single(row => Equals(row["Candidate"], certified.Name));
        Assert.Equal($"RNCP31168-2018-{archive.IdOf(certified)}-2", certificate["Number"]);
        Assert.StartsWith("Block 2 — ", (string)certificate["Title or block"], StringComparison.Ordinal);
        Assert.Equal(new DateTime(2026, 9, 17), certificate["Awarded on"]);

        await ChangeAsync(archive, archive.IdOf(titled), record => record.AnnulAward("someone", "+Fraude", Held.AddDays(9)));
        await house.UntilAsync("the annulment", async () => (await RowsAsync(house, "fr")).Any(row => row["Motif de l'annulation"] is not null));
        // Told again of what it knows, the register says it once.
        await ChangeAsync(archive, archive.IdOf(titled), record => Decision<CandidateRecord>.Accept(record, new IndexAward(record.Id)));
        await house.SettleAsync();
        var rows = await RowsAsync(house, "fr");
        Assert.Equal(2, rows.Count);
        var annulled = rows.Single(row => row["Annulé le"] is not null);
        Assert.Equal(title["Numéro"], annulled["Numéro"]);
        Assert.Equal(("+Fraude", "someone", new DateTime(2026, 9, 24)), ((string)annulled["Motif de l'annulation"], (string)annulled["Annulé par"], (DateTime)annulled["Annulé le"]));
        AssertNoFormula(await DownloadAsync(house, "api/registers/awards", "fr"), Formula, "+Fraude");
        Assert.True((await house.VerifyAsync()).Ok);
    }

    [Fact]
    public async Task A_register_that_knows_nothing_is_written_anew_from_the_records_as_it_was()
    {
        await using var house = await House.StartAsync(azurite);
        var archive = await Archive.WithRostersAsync(house);
        var (titled, unpublished) = (house.Organisation.Candidates.ElementAt(0), house.Organisation.Candidates.ElementAt(1));
        var session = await archive.SessionAsync("register", null, new(2026, 9, 15), "2027", titled, unpublished);
        await archive.KeepAsync(archive.Held(session, 0, Held, [titled], house.Organisation.Jurors.Take(5)) with { PublishedAt = Held.AddDays(2), PublishedBy = "coordinator" });
        await archive.KeepAsync(archive.Held(session, 1, Held.AddHours(5), [unpublished], house.Organisation.Jurors.Take(5)));
        await house.UntilAsync("the register", async () => (await RowsAsync(house, "fr")).Count == 1 && (await archive.RecordAsync(unpublished)).Awards.Count == 1);
        await house.SettleAsync();
        var before = Assert.Single(await RowsAsync(house, "fr"));
        await house.App.Services.GetRequiredService<Lookups>().DeleteAsync("index", "awards", (string)before["Numéro"]);
        Assert.Empty(await RowsAsync(house, "fr"));

        var configured = house.App.Configuration.AsEnumerable().Where(setting => setting.Value is not null && (setting.Key.StartsWith("Storage:", StringComparison.Ordinal) || setting.Key.StartsWith("Organisation:", StringComparison.Ordinal)))
            .SelectMany(setting => new[] { $"--{setting.Key}", setting.Value! }).ToArray();
        foreach (var _ in new[] { "once", "again" })
        {
            var output = new StringWriter();
            Assert.Equal(0, await RegisterCommand.RebuildAsync(["--hostBuilder:reloadConfigOnChange", "false", .. configured], output, house.Tenant.Clock));
            Assert.Equal("Registre des attributions récrit d'après les dossiers : 1 ligne(s).", output.ToString().Trim());
            Assert.Equal(before, Assert.Single(await RowsAsync(house, "fr")));
        }

        Assert.Equal(1, await RegisterCommand.RebuildAsync(["--Storage:ConnectionString", "abc"], TextWriter.Null, house.Tenant.Clock));
    }

    [Fact]
    public async Task A_sessions_results_say_what_is_decided_and_of_the_rest_that_it_is_not()
    {
        await using var house = await House.StartAsync(azurite);
        var archive = await Archive.WithRostersAsync(house);
        var (decided, open, waiting) = (house.Organisation.Candidates.ElementAt(0), house.Organisation.Candidates.ElementAt(1), house.Organisation.Candidates.ElementAt(2));
        await RenameAsync(archive, archive.IdOf(decided));
        var jurors = house.Organisation.Jurors.Take(5).ToList();
        var before = await archive.SessionAsync("before", "1", new(2026, 6, 1), "2027", decided);
        await archive.KeepAsync(archive.Held(before, 0, Held.AddDays(-90), [decided], jurors.Take(2)));
        await house.UntilAsync("the proposal", async () => (await archive.RecordAsync(decided)).Results.Count == 1);
        var session = await archive.SessionAsync("results", null, new(2026, 9, 15), "2027", decided, open, waiting);
        var sitting = archive.Held(session, 0, Held, [decided, open], jurors);
        sitting = sitting.With(sitting.Exam(archive.IdOf(open))! with { State = ExamState.Graded, Deliberation = null, Presence = null }) with { State = SittingState.Open };
        await archive.KeepAsync(sitting);
        await house.UntilAsync("the decision", async () => (await archive.RecordAsync(decided)).Awards.Count == 1 && (await archive.Store.ReadAsync(Aggregates.Sessions, "results"))!.Sittings.Count == 1);

        var results = await DownloadAsync(house, "api/sessions/results/results", "fr");
        AssertNoFormula(results, Formula);
        var rows = Read(results);
        Assert.Equal([Formula + " " + decided.LastName, open.Name, waiting.Name], rows.Select(row => row["Candidat·e"]));
        Assert.Equal(["décidé, non publié", "non délibéré", "sans passage prévu"], rows.Select(row => row["État"]));
        Assert.Equal(["présent·e", null, null], rows.Select(row => row["Présence"]));
        Assert.Equal(["favorable", null, null], rows.Select(row => row["Bloc 1 — proposé"]));
        Assert.Equal(["acquis", null, null], rows.Select(row => row["Bloc 5 — décidé"]));
        Assert.Equal(["attribué", null, null], rows.Select(row => row["Titre"]));
        Assert.Equal([new DateTime(2026, 9, 15, 0, 30, 0), new DateTime(2026, 9, 15, 1, 0, 0), null], rows.Select(row => row["Passage"]));
        Assert.Equal("Formation initiale", ((string)rows[0]["Voie d'accès"])[..18]);

        var proposed = Read(await DownloadAsync(house, "api/sessions/before/results", "en"));
        Assert.Equal(["favourable"], proposed.Select(row => row["Block 1 — proposed"]));
        Assert.DoesNotContain("Title", proposed[0].Keys);
    }

    [Fact]
    public async Task Registers_are_for_the_coordination_and_the_director()
    {
        await using var house = await House.StartAsync(azurite);
        var archive = await Archive.WithRostersAsync(house);
        await archive.SessionAsync("session", "1", new(2026, 6, 1), "2027", house.Organisation.Candidates.First());
        foreach (var path in new[] { "api/registers/awards", "api/sessions/session/results" })
        {
            Assert.Equal(200, (await house.GetAsync(house.Coordinator, path)).Status);
            Assert.Equal(200, (await house.GetAsync(house.Director, path)).Status);
            Assert.Equal(403, (await house.GetAsync(house.Organisation.Jurors.First(), path)).Status);
            Assert.Equal(403, (await house.GetAsync(house.Organisation.Candidates.First(), path)).Status);
            Assert.Equal(401, (await house.GetAsync(null, path)).Status);
        }

        Assert.Equal(404, (await house.GetAsync(house.Director, "api/sessions/none/results")).Status);
        // Without an award the register still says what its columns are.
        Assert.Contains("Numéro", Read(await DownloadAsync(house, "api/registers/awards", "fr")).Single().Keys);
    }

    private static async Task RenameAsync(Archive archive, string candidate) =>
        await ChangeAsync(archive, candidate, record => record with { Identity = record.Identity with { FirstName = $"\t{Formula}".Trim() } });

    private static async Task ChangeAsync(Archive archive, string candidate, Func<CandidateRecord, Decision<CandidateRecord>> change) =>
        await archive.Store.ExecuteAsync(Aggregates.Candidates, candidate, new Command("test", "test"), record => change(record!));

    private static async Task<byte[]> DownloadAsync(House house, string path, string language)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(house.Address, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", house.Tenant.Tokens.User(house.Director));
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        using var response = (await http.SendAsync(request)).EnsureSuccessStatusCode();
        Assert.EndsWith(".xlsx", response.Content.Headers.ContentDisposition!.FileName, StringComparison.Ordinal);
        return await response.Content.ReadAsByteArrayAsync();
    }

    private static async Task<IReadOnlyList<IDictionary<string, object>>> RowsAsync(House house, string language) =>
        [.. Read(await DownloadAsync(house, "api/registers/awards", language)).Where(row => row.Values.Any(value => value is not null))];

    private static IReadOnlyList<IDictionary<string, object>> Read(byte[] workbook) =>
        [.. new MemoryStream(workbook).Query(useHeaderRow: true).Select(row => (IDictionary<string, object>)row)];

    // As a program that opens the file sees it: no cell is a formula, and these texts are cells of the format Text.
    private static void AssertNoFormula(byte[] workbook, params string[] texts)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        XDocument Part(string name) => XDocument.Load(archive.GetEntry(name)!.Open());
        var cells = Part("xl/worksheets/sheet1.xml").Descendants(Main + "c").ToList();
        var styles = Part("xl/styles.xml");
        var text = styles.Descendants(Main + "numFmt").Single(format => (string?)format.Attribute("formatCode") == "@").Attribute("numFmtId")!.Value;
        var formats = styles.Descendants(Main + "cellXfs").Single().Elements().Select(format => format.Attribute("numFmtId")!.Value).ToList();
        Assert.Empty(cells.Elements(Main + "f"));
        foreach (var hostile in texts)
        {
            var cell = cells.Single(c => ((string?)c.Element(Main + "v"))?.StartsWith(hostile, StringComparison.Ordinal) == true);
            Assert.Equal(("str", text), (cell.Attribute("t")!.Value, formats[(int)cell.Attribute("s")!]));
        }
    }
}

using System.Net.Http.Headers;
using System.Text;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Exams;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Domain.Statistics;
using JuryBot.Tests.Azurite;

namespace JuryBot.Tests.WholeApp;

public sealed class StatisticsTests(AzuriteFixture azurite)
{
    private const string Example = "Comprend des sessions sous enregistrement fictif, donné en exemple";
    private static readonly DateTimeOffset Held = new(2026, 9, 14, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Figures_are_those_of_closed_exams_and_an_open_exams_sheets_change_none_of_them()
    {
        await using var house = await House.StartAsync(azurite, House.Small with { Candidates = 8 });
        var archive = await Archive.WithRostersAsync(house);
        var candidates = house.Organisation.Candidates.ToList();
        var (severe, mild) = (house.Organisation.Jurors.ElementAt(0), house.Organisation.Jurors.ElementAt(1));
        var session = await archive.SessionAsync("closed", "1", new(2026, 9, 14), "2026-2027", candidates);
        var sitting = archive.Held(session, 0, Held, candidates.Take(6), [severe, mild], (juror, candidate) => juror == severe ? Judgment.Partly : Judgment.Acquired);
        // The last is heard and judged, and not yet deliberated on: of them nothing may show, whatever their sheets say.
        var open = archive.IdOf(candidates[5]);
        var undecided = sitting.With(sitting.Exam(open)! with { State = ExamState.Graded, Deliberation = null, Presence = null, Sheets = [] }) with { State = SittingState.Open };
        var refused = undecided.Exam(archive.IdOf(candidates[0]))!;
        undecided = undecided.With(refused with { Deliberation = refused.Deliberation! with { Decisions = [new BlockRuling("1", false, "Insuffisant.")] } });
        await archive.KeepAsync(undecided);
        await house.UntilAsync("the proposals", async () => (await Task.WhenAll(candidates.Take(5).Select(archive.RecordAsync))).All(record => record.Results.Count == 1)
            && (await archive.Store.ReadAsync(Aggregates.Sessions, "closed"))!.Sittings.Count == 1);

        var before = (await house.GetAsync(house.Director, "api/statistics")).Accepted();
        var rate = before["rates"].AsArray().Single(r => r!["by"]!.ToString() == "block")!;
        Assert.Equal(("proposal", "1", 4, 5, 0.8), (rate["verdict"]!.ToString(), rate["key"]!.ToString(), (int)rate["passed"]!, (int)rate["total"]!, (double)rate["rate"]!));
        var wilson = new Proportion(4, 5).Confidence;
        Assert.Equal((wilson.Low, wilson.High), ((double)rate["low"]!, (double)rate["high"]!));
        Assert.Equal(["block 1", "route initial", "year 2027"], before["rates"].AsArray().Select(r => $"{r!["by"]} {r["key"]}"));
        Assert.Equal(
            [(archive.IdOf(severe), severe.Name, 5, -1.0), (archive.IdOf(mild), mild.Name, 5, 1.0)],
            before["severity"]["jurors"]!.AsArray().Select(j => (j!["juror"]!.ToString(), j["name"]!.ToString(), (int)j["exams"]!, (double)j["mean"]!)));
        Assert.Equal((5, 0.125), ((int)before["delays"]["toDecision"]!["count"]!, (double)before["delays"]["toDecision"]!["median"]!));
        Assert.Null(before["delays"]["toPublication"]);

        // Every sheet of the open exam is in, as severe as can be, and the deliberation is under way with a decision prepared.
        var exam = sitting.Exam(open)!;
        var sheets = exam.Sheets.ConvertAll(sheet => sheet with { Marks = sheet.Marks.ConvertAll(mark => mark with { Judgment = Judgment.NotAcquired }) });
        var deliberating = undecided.With(exam with
        {
            State = ExamState.Deliberating, Sheets = sheets, Presence = null,
            Deliberation = new() { OpenedAt = Held, OpenedBy = "chair", Prepared = new(Presence.Present, [new BlockRuling("1", false, "Non.")], null, null) },
        });
        await ReplaceAsync(archive, deliberating);
        Assert.Equal(before.Text, (await house.GetAsync(house.Director, "api/statistics")).Accepted().Text);
        foreach (var file in new[] { "rates.csv", "severity.csv", "delays.csv" })
        {
            var one = await DownloadAsync(house, file, "fr");
            await ReplaceAsync(archive, undecided);
            Assert.Equal(one, await DownloadAsync(house, file, "fr"));
            await ReplaceAsync(archive, deliberating);
        }

        // Published, the delay to publication is there.
        await ReplaceAsync(archive, deliberating with { PublishedAt = sitting.End.AddDays(2) });
        Assert.Equal(2, (double)(await house.GetAsync(house.Director, "api/statistics"))["delays"]["toPublication"]!["median"]!);
        await ReplaceAsync(archive, sitting.With(exam with { Sheets = sheets }));
        Assert.Equal(6, (int)(await house.GetAsync(house.Director, "api/statistics"))["severity"]["jurors"]![0]!["exams"]!);
    }

    [Fact]
    public async Task A_juror_of_few_exams_is_not_named_and_sessions_are_read_page_by_page()
    {
        await using var house = await House.StartAsync(azurite, House.Small with { Candidates = 4 });
        var archive = await Archive.WithRostersAsync(house);
        var jurors = house.Organisation.Jurors.Take(2).ToList();
        foreach (var (id, promotion, i) in new[] { ("one", "2026", 0), ("two", "2027", 1) })
        {
            var session = await archive.SessionAsync(id, "1", new(2026, 9, 14 + i), promotion, house.Organisation.Candidates);
            await archive.KeepAsync(archive.Held(session, 0, Held.AddDays(i), house.Organisation.Candidates, jurors));
        }

        await house.UntilAsync("both sessions", async () => (await house.GetAsync(house.Director, "api/statistics"))["delays"]["toDecision"]?["count"]?.GetValue<int>() == 8);

        Assert.Equal(8, (int)(await house.GetAsync(house.Director, "api/statistics"))["severity"]["jurors"]![0]!["exams"]!);
        var one = await house.GetAsync(house.Director, "api/statistics?promotion=2026");
        Assert.Equal(["one"], one["sessions"].AsArray().Select(s => s!["id"]!.ToString()));
        Assert.Empty(one["severity"]["jurors"]!.AsArray());
        Assert.Equal(5, (int)one["severity"]["minimumExams"]!);
        var rest = await house.GetAsync(house.Director, "api/statistics?skip=1");
        Assert.Equal(["one"], rest["sessions"].AsArray().Select(s => s!["id"]!.ToString()));
        Assert.Null(rest.Body["next"]);
        Assert.Empty((await house.GetAsync(house.Director, "api/statistics?skip=2"))["sessions"].AsArray());
        Assert.Equal(["two", "one"], (await house.GetAsync(house.Director, "api/statistics"))["sessions"].AsArray().Select(s => s!["id"]!.ToString()));
    }

    [Fact]
    public async Task Files_are_as_spreadsheets_of_each_language_read_them_and_no_text_is_a_formula()
    {
        await using var house = await House.StartAsync(azurite, House.Small with { Candidates = 5 });
        var archive = await Archive.WithRostersAsync(house);
        var jurors = house.Organisation.Jurors.Take(2).ToList();
        var session = await archive.SessionAsync("files", "1", new(2026, 9, 14), "=1+1; \"2027", house.Organisation.Candidates);
        await archive.KeepAsync(archive.Held(session, 0, Held, house.Organisation.Candidates, jurors, (juror, _) => juror == jurors[0] ? Judgment.Partly : Judgment.Acquired));
        await archive.Store.ExecuteAsync(Aggregates.People, archive.IdOf(jurors[0]), new("test", "test"), person => JuryBot.Domain.Decision<JuryBot.Domain.People.Person>.Accept(
            person! with { Name = "@SUM(A1;\"x\")\tLou" }, new JuryBot.Domain.People.IndexPerson(person.Id)));
        await house.UntilAsync("the figures", async () => (await DownloadAsync(house, "severity.csv", "fr")).Contains("SUM", StringComparison.Ordinal) && (await DownloadAsync(house, "rates.csv", "fr")).Contains("2027", StringComparison.Ordinal));

        var french = await DownloadAsync(house, "severity.csv", "fr");
        Assert.Equal($"\uFEFFJuré·e;Passages;Moyenne;Médiane;Borne basse (95 %);Borne haute (95 %);Enregistrement\r\n\"'@SUM(A1;\"\"x\"\") Lou\";5;-1;-1;-1;-1;{Example}\r\n{jurors[1].Name};5;1;1;1;1;{Example}\r\n", french);
        var english = await DownloadAsync(house, "severity.csv", "en");
        Assert.Contains("\r\n\"'@SUM(A1;\"\"x\"\") Lou\",5,-1,-1,-1,-1,\"Includes sessions under a fictitious registration, given as an example\"\r\n", english, StringComparison.Ordinal);
        Assert.Contains($"De la séance à la décision;5;0,125;0,125;0,125;{Example}\r\n", await DownloadAsync(house, "delays.csv", "fr"), StringComparison.Ordinal);
        Assert.Contains("From the sitting to the decision,5,0.125,0.125,0.125,\"Includes", await DownloadAsync(house, "delays.csv", "en"), StringComparison.Ordinal);
        var rates = await DownloadAsync(house, "rates.csv", "fr");
        Assert.Contains(";Voie d'accès;Formation initiale", rates, StringComparison.Ordinal);
        Assert.Contains($";Promotion;2027;5;5;1;0,5655;1;{Example}\r\n", rates, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_are_for_the_coordination_and_the_director()
    {
        await using var house = await House.StartAsync(azurite);
        await Archive.WithRostersAsync(house);
        foreach (var path in new[] { "api/statistics", "api/statistics/rates.csv", "api/statistics/severity.csv", "api/statistics/delays.csv" })
        {
            Assert.Equal(200, (await house.GetAsync(house.Coordinator, path)).Status);
            Assert.Equal(200, (await house.GetAsync(house.Director, path)).Status);
            Assert.Equal(403, (await house.GetAsync(house.Organisation.Jurors.First(), path)).Status);
            Assert.Equal(403, (await house.GetAsync(house.Organisation.Candidates.First(), path)).Status);
            Assert.Equal(401, (await house.GetAsync(null, path)).Status);
        }

        Assert.Equal(404, (await house.GetAsync(house.Director, "api/statistics/secrets.csv")).Status);
        Assert.Empty((await house.GetAsync(house.Director, "api/statistics"))["rates"].AsArray());
    }

    private static async Task ReplaceAsync(Archive archive, Sitting sitting) => await archive.Store.ExecuteAsync(Aggregates.Sittings, sitting.Id, new("test.keep", "test"), _ => sitting);

    private static async Task<string> DownloadAsync(House house, string file, string language)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(house.Address, $"api/statistics/{file}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", house.Tenant.Tokens.User(house.Director));
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        using var response = (await http.SendAsync(request)).EnsureSuccessStatusCode();
        Assert.Equal("text/csv; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        return Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync());
    }
}

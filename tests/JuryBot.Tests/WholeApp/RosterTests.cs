using System.Text;
using System.Text.Json.Nodes;
using JuryBot.Tests.Azurite;
using MiniExcelLibs;

namespace JuryBot.Tests.WholeApp;

public sealed class RosterTests(SharedHouse shared) : IClassFixture<SharedHouse>
{
    private const string Headings = "Nom;Prénom;E-mail;Voie d'accès;Promotion;Date d'entrée;Langue;Tiers temps;Blocs visés";

    private House House => shared.House;

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task A_bad_roster_is_refused_as_a_whole_with_every_error_by_sheet_row_and_column(string type)
    {
        string[][] rows =
        [
            ["Martin", "", "a@exemple.fr", "Formation initiale", "2027", "15/09/2026", "", "", ""],
            ["Durand", "Lou", "pas une adresse", "VAE", "2027", "hier", "", "", ""],
            ["Petit", "Sam", "s@exemple.fr", "apprenticeship", "2027", "15/09/2026", "de", "peut-être", "9"],
            ["Bon", "Lila", "lila@exemple.fr", "Formation initiale", "2027", "15/09/2026", "", "", ""],
            ["Bon", "Lila", "LILA@exemple.fr", "par magie", "2027", "15/09/2012", "", "", ""],
        ];
        (await House.GetAsync(House.Coordinator, "api/me")).Accepted();
        var before = await House.SnapshotAsync();

        var answer = await House.UploadAsync(House.Coordinator, "candidates", $"liste.{type}", type == "csv" ? Csv(rows) : Xlsx(rows));

        Assert.Equal(422, answer.Status);
        Assert.Equal(
            [
                "2 FirstName Missing", "3 EnteredOn DateUnreadable", "3 Mail MailInvalid", "4 Blocks BlockUnknown", "4 ExtraTime YesNoUnreadable", "4 Language LanguageUnknown",
                "4 Route RouteClosed", "6 EnteredOn NotRegistered", "6 Mail MailTwice", "6 Route RouteUnknown",
            ],
            Errors(answer).Order(StringComparer.Ordinal));
        Assert.All(answer["errors"].AsArray(), e => Assert.Equal(type == "csv" ? "liste" : "Candidats", e!["sheet"]!.ToString()));
        Assert.All(answer["errors"].AsArray(), e => Assert.False(string.IsNullOrWhiteSpace(e!["text"]!.ToString())));
        Assert.Equal(before, await House.SnapshotAsync());
    }

    [Fact]
    public async Task What_storage_or_a_record_would_refuse_is_found_before_anything_is_stored()
    {
        string[] addresses = ["a/b@exemple.fr", "a#b@exemple.fr", "a?b@exemple.fr"];
        string[][] rows = [Someone("avant@exemple.fr"), .. addresses.Select(mail => Someone(mail))];
        var before = await House.SnapshotAsync();
        var answer = await House.UploadAsync(House.Coordinator, "candidates", "x.csv", Csv(rows));
        Assert.Equal(422, answer.Status);
        Assert.Equal(["3 Mail MailUnusable", "4 Mail MailUnusable", "5 Mail MailUnusable"], Errors(answer));

        rows = [Someone("avant@exemple.fr"), [.. Someone("sans-bloc@exemple.fr")[..^1], ";"]];
        answer = await House.UploadAsync(House.Coordinator, "candidates", "x.csv", Csv(rows));
        Assert.Equal(422, answer.Status);
        Assert.Equal("3 Refused", string.Join(", ", answer["errors"].AsArray().Select(e => $"{e!["row"]} {e["rule"]}")));
        Assert.Equal(before, await House.SnapshotAsync());
    }

    [Fact]
    public async Task A_link_that_is_none_or_is_with_nobody_is_an_error_of_its_row()
    {
        (await House.UploadAsync(House.Coordinator, "candidates", "x.csv", Csv([Someone("liee@exemple.fr")]))).Accepted();
        string[] cells = ["liee@exemple.fr : voisinage", "famille", "personne@exemple.fr : famille"];
        var answer = await JurorAsync(cells[0]);
        Assert.Equal(("LinkUnreadable", 422), (answer["errors"][0]!["rule"]!.ToString(), answer.Status));
        Assert.Equal("LinkUnreadable", (await JurorAsync(cells[1]))["errors"][0]!["rule"]!.ToString());
        Assert.Equal("LinkWithNobody", (await JurorAsync(cells[2]))["errors"][0]!["rule"]!.ToString());
        Assert.Equal("1 0 0", Counts((await JurorAsync("liee@exemple.fr : Accompagnement | LIEE@exemple.fr : past professional link")).Accepted()));
        Assert.Equal("0 0 1", Counts((await JurorAsync("")).Accepted()));
        Assert.Equal("0 1 0", Counts((await JurorAsync("-")).Accepted()));

        Task<Answer> JurorAsync(string links) => House.UploadAsync(House.Coordinator, "jurors", "j.csv", Encoding.UTF8.GetBytes(
            $"Nom,Prénom,E-mail,Rôles possibles,Extérieur,Liens avec des candidats\nLien,Lou,lou.lien@exemple.fr,formateur,non,{links}"));
    }

    [Theory]
    [InlineData("x.pdf", "Martin", "FileType")]
    [InlineData("x.xlsx", "not a workbook", "Unreadable")]
    [InlineData("x.csv", "", "Empty")]
    [InlineData("x.csv", "Nom;Prénom;Pointure", "UnknownColumn")]
    [InlineData("x.csv", "Nom;Nom", "ColumnTwice")]
    [InlineData("x.csv", "Nom;Prénom", "ColumnMissing")]
    [InlineData("x.csv", Headings, "Empty")]
    public async Task A_file_that_is_no_roster_is_refused(string name, string content, string rule)
    {
        var answer = await House.UploadAsync(House.Coordinator, "candidates", name, Encoding.UTF8.GetBytes(content));
        Assert.Equal(422, answer.Status);
        Assert.Contains(answer["errors"].AsArray(), e => e!["rule"]!.ToString() == rule);
    }

    [Fact]
    public async Task A_roster_for_a_certification_nobody_configured_is_refused()
    {
        using var file = new MultipartFormDataContent { { new ByteArrayContent(Csv([Someone("certif@exemple.fr")])), "file", "x.csv" } };
        var answer = await House.SendAsync(House.Tenant.Tokens.User(House.Coordinator), HttpMethod.Post, "api/rosters/candidates?certification=RNCP1@2000", file);
        Assert.InRange(answer.Status, 400, 499);
    }

    [Fact]
    public async Task The_same_roster_again_changes_nothing_and_a_correction_changes_one_row()
    {
        string[][] rows = [Someone("une@exemple.fr"), Someone("deux@exemple.fr")];
        var first = (await House.UploadAsync(House.Coordinator, "candidates", "x.csv", Csv(rows))).Accepted();
        Assert.Equal("2 0 0", Counts(first));
        var before = await House.SnapshotAsync();

        Assert.Equal("0 0 2", Counts((await House.UploadAsync(House.Coordinator, "candidates", "y.xlsx", Xlsx(rows))).Accepted()));
        Assert.Equal(before, await House.SnapshotAsync());

        rows[1][0] = "Corrigée";
        Assert.Equal("0 1 1", Counts((await House.UploadAsync(House.Coordinator, "candidates", "x.csv", Csv(rows))).Accepted()));
    }

    [Fact]
    public async Task Formulas_and_hostile_strings_stay_text()
    {
        string[] names = ["=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "<script>alert(1)</script>", "Robert'); DROP TABLE", "a\u202Eb", "../../etc", "Ωμέγα"];
        var rows = names.Select((name, i) => Someone($"hostile{i}@exemple.fr", name)).ToArray();
        foreach (var (file, content) in new[] { ("x.csv", Csv(rows)), ("x.xlsx", Xlsx(rows)) })
        {
            (await House.UploadAsync(House.Coordinator, "candidates", file, content)).Accepted();
            var stored = (await House.GetAsync(House.Coordinator, "api/candidates")).Accepted();
            await House.UntilAsync("the candidates", async () => (stored = await House.GetAsync(House.Coordinator, "api/candidates")).Body.AsArray().Count(c => c!["mail"]!.ToString().StartsWith("hostile", StringComparison.Ordinal)) == names.Length);
            Assert.Equal(
                names.Select(name => $"Lou {name}").Order(StringComparer.Ordinal),
                stored.Body.AsArray().Where(c => c!["mail"]!.ToString().StartsWith("hostile", StringComparison.Ordinal)).Select(c => c!["name"]!.ToString()).Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData(';', "utf-8")]
    [InlineData(',', "utf-8")]
    [InlineData('\t', "utf-8")]
    [InlineData(';', "latin1")]
    [InlineData(',', "latin1")]
    [InlineData(';', "utf-8 with a mark")]
    public async Task A_CSV_is_read_with_the_separators_and_encodings_spreadsheets_write(char separator, string encoding)
    {
        var mail = $"csv{(int)separator}{encoding.Length}@exemple.fr";
        var text = $"{Headings}\n{string.Join(';', Someone(mail, "Hélène-Éloïse"))}\n".Replace(';', separator);
        var content = encoding switch
        {
            "latin1" => Encoding.Latin1.GetBytes(text),
            "utf-8" => Encoding.UTF8.GetBytes(text),
            _ => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
        };
        Assert.Equal("1 0 0", Counts((await House.UploadAsync(House.Coordinator, "candidates", "x.csv", content)).Accepted()));
        await House.UntilAsync("the candidate", async () => (await House.GetAsync(House.Coordinator, "api/candidates")).Body.AsArray().Any(c => (c!["mail"]!.ToString(), c["name"]!.ToString()) == (mail, "Lou Hélène-Éloïse")));
    }

    [Fact]
    public async Task Windows_1252_punctuation_is_kept()
    {
        // 0x92 ’ and 0x9C œ are letters in Windows-1252 and control characters in Latin-1.
        var text = Encoding.Latin1.GetBytes($"{Headings}\n{string.Join(';', Someone("w1252@exemple.fr", "D?A?uvre"))}\n");
        var position = text.AsSpan().IndexOf("D?A?uvre"u8);
        (text[position + 1], text[position + 3]) = (0x92, 0x9C);
        (await House.UploadAsync(House.Coordinator, "candidates", "x.csv", text)).Accepted();
        await House.UntilAsync("the candidate", async () => (await House.GetAsync(House.Coordinator, "api/candidates")).Body.AsArray().Any(c => c!["name"]!.ToString() == "Lou D’Aœuvre"));
    }

    [Fact]
    public async Task Every_template_is_filled_in_as_it_says_and_imports_back()
    {
        foreach (var roster in new[] { "candidates", "jurors" })
        {
            foreach (var (type, language) in new[] { ("xlsx", "fr"), ("csv", "fr"), ("xlsx", "en"), ("csv", "en") })
            {
                var file = await House.DownloadAsync(House.Coordinator, $"api/templates/{roster}.{type}?language={language}");
                var answer = await House.UploadAsync(House.Coordinator, roster, $"{roster}.{type}", file);
                Assert.True(answer.Status == 200, $"{roster}.{type} {language}: {answer.Text}");
            }
        }

        Assert.Equal(404, (await House.GetAsync(House.Coordinator, "api/templates/secrets.csv")).Status);
        Assert.Equal(404, (await House.GetAsync(House.Coordinator, "api/templates/jurors.exe")).Status);
    }

    private static string[] Someone(string mail, string name = "Martin") => [name, "Lou", mail, "Formation initiale", "2027", "15/09/2026", "", "", ""];

    private static byte[] Csv(string[][] rows) => Encoding.UTF8.GetBytes(string.Join('\n', rows.Select(r => string.Join(';', r.Select(Quoted))).Prepend(Headings)));

    private static string Quoted(string cell) => cell.Contains(';', StringComparison.Ordinal) ? $"\"{cell}\"" : cell;

    private static byte[] Xlsx(string[][] rows)
    {
        using var content = new MemoryStream();
        var headings = Headings.Split(';');
        content.SaveAs(rows.Select(row => headings.Zip(row).ToDictionary(cell => cell.First, cell => (object)cell.Second)).ToList(), sheetName: "Candidats");
        return content.ToArray();
    }

    // Column of an error reads "C · E-mail"; the heading names the column.
    private static IEnumerable<string> Errors(Answer answer) => answer["errors"].AsArray()
        .Select(e => $"{e!["row"]} {Column(e["column"]!.ToString())} {e["rule"]}");

    private static string Column(string shown) => shown.Split(" · ")[1] switch
    {
        "Prénom" => "FirstName", "E-mail" => "Mail", "Voie d'accès" => "Route", "Date d'entrée" => "EnteredOn", "Langue" => "Language", "Tiers temps" => "ExtraTime", "Blocs visés" => "Blocks",
        var other => other,
    };

    private static string Counts(Answer answer) => $"{answer["added"]} {answer["changed"]} {answer["unchanged"]}";
}

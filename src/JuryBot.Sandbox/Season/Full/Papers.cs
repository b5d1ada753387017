using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using JuryBot.Sandbox.People;
using MiniExcelLibs;

namespace JuryBot.Sandbox.Season.Full;

/// <summary>What is handed out: documents, registers, results, statistics.</summary>
internal sealed class Papers() : SeasonStep(
    "Documents and registers", Convocation, Attendance, Minutes, Certificate, Parchment, Duplicate, Letter, Audit, Register, Results, Statistics, Csv)
{
    private const string Convocation = "convocations of a member and of a candidate as documents", Attendance = "an attendance sheet", Minutes = "the minutes as a document", Certificate = "a certificate of competence",
        Parchment = "a parchment", Duplicate = "a duplicate of a parchment, which says so", Letter = "an award letter", Audit = "a session's audit file, with every document of its sittings and candidates",
        Register = "the award register as a workbook", Results = "a session's results as a workbook", Statistics = "statistics over the API", Csv = "statistics as CSV files";

    public override async Task LiveAsync(FullSeason season, CancellationToken ct)
    {
        var (office, cast) = (season.Office, season.Cast);
        var sitting = await season.SittingOfAsync(season.Final.Sittings, cast.IdOf(cast.Laureate), ct);
        var (ofSitting, member) = ($"api/sittings/{sitting}", (await office.SittingAsync(sitting, ct))["panel"]![0]!["person"]!.ToString());
        var handed = new HashSet<string>(StringComparer.Ordinal);
        await DocumentAsync(Convocation, ofSitting, "memberConvocation", member);
        await DocumentAsync(Convocation, ofSitting, "candidateConvocation", cast.IdOf(cast.Laureate));
        await DocumentAsync(Attendance, ofSitting, "attendance");
        await DocumentAsync(Minutes, ofSitting, "minutes");
        await DocumentAsync(Certificate, Of(cast.BlockOnly), "certificate", "4");
        await DocumentAsync(Parchment, Of(cast.Laureate), "parchment");
        await DocumentAsync(Duplicate, Of(cast.Laureate), "parchment", duplicate: true);
        await DocumentAsync(Letter, Of(cast.Laureate), "awardLetter", sitting);
        var audit = await DocumentAsync(Audit, season.Final.Session, "audit");
        var missing = await MissingAsync(audit);
        season.Saw(Audit, missing.Count == 0, string.Join(", ", missing));

        await WorkbookAsync(Register, "api/registers/awards");
        await WorkbookAsync(Results, $"{season.Final.Session}/results");
        var statistics = (await office.Api.GetAsync(office.Coordinator, $"api/statistics?promotion={Play.Promotion}", ct))!;
        season.Saw(Statistics, statistics["rates"]!.AsArray().Count > 0 && statistics["delays"]!["toDecision"] is not null, statistics["rates"]);
        var lines = new List<int>();
        foreach (var file in new[] { "rates", "severity", "delays" })
        {
            lines.Add(Encoding.UTF8.GetString(await office.Api.DownloadAsync(office.Coordinator, $"api/statistics/{file}.csv?promotion={Play.Promotion}", ct)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        }

        season.Saw(Csv, lines.TrueForAll(count => count > 1), string.Join(", ", lines));

        string Of(Person candidate) => $"api/candidates/{cast.IdOf(candidate)}";

        // Issued, listed, and handed out byte by byte as it was issued.
        async Task<byte[]> DocumentAsync(string item, string of, string kind, string? subject = null, bool duplicate = false)
        {
            var issued = (await office.Api.PostAsync(office.Coordinator, $"{of}/documents", new JsonObject { ["kind"] = kind, ["subject"] = subject, ["duplicate"] = duplicate }, ct))!;
            var sha256 = issued["sha256"]!.ToString();
            var content = await office.Api.DownloadAsync(office.Coordinator, $"{of}/documents/{sha256}", ct);
            var listed = (await office.Api.GetAsync(office.Coordinator, $"{of}/documents", ct))!.AsArray().Any(d => d!["sha256"]!.ToString() == sha256);
            season.Saw(item, listed && content is [(byte)'P', (byte)'K', ..] && Convert.ToHexStringLower(SHA256.HashData(content)) == sha256 && issued["duplicate"]!.GetValue<int>() == (duplicate ? 1 : 0), issued);
            handed.Add(sha256);
            return content;
        }

        // Of all that was issued of the session: everything lies in its audit file, as it was issued, and can be opened; and beside it one document alone, which names it.
        async Task<List<string>> MissingAsync(byte[] file)
        {
            var held = new HashSet<string>(StringComparer.Ordinal);
            using var zip = new ZipArchive(new MemoryStream(file));
            foreach (var entry in zip.Entries)
            {
                using var content = new MemoryStream();
                using (var packed = entry.Open())
                {
                    await packed.CopyToAsync(content, ct);
                }

                held.Add(Convert.ToHexStringLower(SHA256.HashData(content.ToArray())));
                using var document = new ZipArchive(content);
                using var words = document.GetEntry("word/document.xml")!.Open();
                _ = await XDocument.LoadAsync(words, LoadOptions.None, ct);
            }

            var known = new List<(string Sha256, bool OfTheSession)>();
            foreach (var id in season.Final.Sittings)
            {
                known.AddRange((await ListedAsync($"api/sittings/{id}")).Select(d => (d["sha256"]!.ToString(), true)));
            }

            foreach (var candidate in cast.Everybody)
            {
                known.AddRange((await ListedAsync($"api/candidates/{candidate}")).Select(d => (d["sha256"]!.ToString(), handed.Contains(d["sha256"]!.ToString()) || season.Final.Sittings.Contains(d["subject"]!.ToString()))));
            }

            var unknown = held.Except(known.Select(d => d.Sha256)).ToList();
            return [.. known.Where(d => d.OfTheSession && !held.Contains(d.Sha256)).Select(d => d.Sha256), .. unknown is [_] ? [] : unknown];
        }

        async Task<JsonNode[]> ListedAsync(string of) => [.. (await office.Api.GetAsync(office.Coordinator, $"{of}/documents", ct))!.AsArray().OfType<JsonNode>()];

        async Task WorkbookAsync(string item, string path)
        {
            using var content = new MemoryStream(await office.Api.DownloadAsync(office.Coordinator, path, ct));
            var rows = content.Query().Cast<IDictionary<string, object?>>().Select(row => string.Join(" · ", row.Values)).ToList();
            season.Saw(item, rows.Exists(row => row.Contains(cast.Laureate.LastName, StringComparison.Ordinal)), $"{rows.Count} rows");
        }
    }
}

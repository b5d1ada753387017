using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using JuryBot.Sandbox.Processes;

namespace JuryBot.Sandbox.Season;

/// <summary>A season in figures: each counted at the other side of a wire, or read back from the tables.</summary>
public static class SeasonReport
{
    public static async Task<JsonObject> ReadAsync(SandboxRun run, int seed, int refusals, TimeSpan took, CancellationToken ct)
    {
        var tables = new StoredSeason(new TableServiceClient(run.StorageConnectionString));
        var people = await tables.ReadAsync("People", ct);
        var candidates = await tables.ReadAsync("Candidates", ct);
        var sessions = await tables.ReadAsync("Sessions", ct);
        var sittings = await tables.ReadAsync("Sittings", ct);
        var exams = sittings.Where(row => row.Key.StartsWith("s|exam|", StringComparison.Ordinal)).ToList();
        var kinds = Roots(sittings).ToDictionary(s => s["id"]!.ToString(), s => s["kind"]!.ToString());
        var outcomes = Outcomes.Read(run.Tenant);
        return new JsonObject
        {
            ["certification"] = Roots(candidates).Select(c => c["certification"]!.ToString()).Distinct().Single(),
            ["seed"] = seed,
            ["candidates"] = Roots(candidates).Count(),
            ["jurors"] = Roots(people).Count(p => p["juror"] is not null),
            ["sessions"] = new JsonArray([.. Roots(sessions).OrderBy(s => s["createdAt"]!.ToString(), StringComparer.Ordinal).Select(s => (JsonNode)new JsonObject
            {
                ["kind"] = s["kind"]!.ToString(),
                ["block"] = s["block"]?.ToString(),
                ["sittings"] = Roots(sittings).Count(x => x["session"]!.ToString() == s["id"]!.ToString()),
                ["exams"] = exams.Count(e => e.Partition.StartsWith(s["id"]!.ToString(), StringComparison.Ordinal)),
            })]),
            ["eventsCreated"] = run.Tenant.Organisation.People.Sum(p => run.Tenant.Calendars.All(p.Mail).Count(item => item.ByJuryBot && item.IsOrganizer)),
            ["cardsSent"] = run.Tenant.Organisation.People.Sum(p => run.Tenant.Chats.Of(p).Count(m => m.From == "bot" && m.Card is not null)),
            ["sheetsSubmitted"] = sittings.Count(row => row.Key.StartsWith("s|sheet|", StringComparison.Ordinal) && row.Document["state"]!.ToString() != "draft"),
            ["refusals"] = refusals,
            ["decisions"] = Decided(exams, kinds, "final"),
            ["proposals"] = Decided(exams, kinds, "intermediate"),
            ["notifications"] = new JsonObject { ["teams"] = outcomes.Teams, ["mail"] = outcomes.Mail },
            ["awards"] = new JsonObject { ["title"] = Awards(candidates, "title"), ["partial"] = Awards(candidates, "partial"), ["none"] = Awards(candidates, "none") },
            ["ledger"] = await VerifyAsync(run, ct),
            ["limitViolations"] = run.Tenant.Counters.Violations.Values.Sum(),
            ["graphRequests"] = run.Tenant.Counters.GraphRequests,
            ["seconds"] = Math.Round(took.TotalSeconds, 1),
        };
    }

    /// <summary>What does not hold, in words; empty when the season checks.</summary>
    public static IReadOnlyList<string> Faults(JsonObject report)
    {
        var candidates = report["candidates"]!.GetValue<int>();
        var awards = report["awards"]!.AsObject().Select(a => a.Value!.GetValue<int>()).ToList();
        var exams = report["sessions"]!.AsArray().Where(s => s!["kind"]!.ToString() == "intermediate").Sum(s => s!["exams"]!.GetValue<int>());
        var faults = new List<string>();
        Check(report["decisions"]!.GetValue<int>() == candidates * 5, "not every candidate has five decided blocks");
        Check(report["proposals"]!.GetValue<int>() == exams, "not every intermediate exam has its proposal");
        Check(awards.Sum() == candidates, "not every candidate has an award decision");
        Check(awards.TrueForAll(a => a > 0), "not every kind of award happened");
        Check(report["notifications"]!["mail"]!.GetValue<int>() == exams + (candidates * 5), "not every outcome was told by mail, once");
        Check(report["ledger"]!["ok"]!.GetValue<bool>(), "a ledger is not whole");
        Check(report["limitViolations"]!.GetValue<long>() == 0, "limits were overstepped");
        return faults;

        void Check(bool held, string otherwise)
        {
            if (!held)
            {
                faults.Add(otherwise);
            }
        }
    }

    private static IEnumerable<JsonNode> Roots(IEnumerable<StoredRow> rows) => rows.Where(r => r.Key == "s|").Select(r => r.Document);

    private static int Decided(IEnumerable<StoredRow> exams, Dictionary<string, string> kinds, string kind) =>
        exams.Where(e => kinds[e.Partition] == kind).Sum(e => e.Document["deliberation"]?["decisions"]?.AsArray().Count ?? 0);

    private static int Awards(IEnumerable<StoredRow> candidates, string outcome) =>
        Roots(candidates).Count(c => c["awards"]!.AsArray().LastOrDefault()?["outcome"]?.ToString() == outcome);

    // The product's own command, as an operator runs it.
    private static async Task<JsonNode> VerifyAsync(SandboxRun run, CancellationToken ct)
    {
        var info = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "JuryBot.dll"), "verify", "--json"]) { RedirectStandardOutput = true };
        info.Environment["Storage__ConnectionString"] = run.StorageConnectionString;
        using var verify = Process.Start(info)!;
        var output = await verify.StandardOutput.ReadToEndAsync(ct);
        await verify.WaitForExitAsync(ct);
        var report = JsonNode.Parse(output)!;
        return new JsonObject { ["chains"] = report["chains"]!.DeepClone(), ["rows"] = report["rows"]!.DeepClone(), ["ok"] = report["ok"]!.GetValue<bool>() && verify.ExitCode == 0 };
    }
}

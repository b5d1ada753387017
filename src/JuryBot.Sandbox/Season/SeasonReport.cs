using System.Text.Json.Nodes;
using Azure.Data.Tables;
using JuryBot.Sandbox.Processes;

namespace JuryBot.Sandbox.Season;

/// <summary>A season in figures, each counted at the other side of a wire or read back from the tables, and what does not hold about them.</summary>
/// <param name="Figures">What <c>play --json</c> writes.</param>
/// <param name="Faults">In words; empty when the season checks.</param>
public sealed record SeasonReport(JsonObject Figures, IReadOnlyList<string> Faults)
{
    /// <param name="refusals">What was answered as refused on the wires.</param>
    /// <param name="juries">How many intermediate ones a plain season has.</param>
    /// <param name="checklist">Of a full season, whose sums are others than a plain one's; <c>null</c> for a plain one.</param>
    public static async Task<SeasonReport> ReadAsync(SandboxRun run, int seed, long refusals, TimeSpan took, CancellationToken ct, Full.Checklist? checklist = null, int juries = 4)
    {
        var tables = new StoredSeason(new TableServiceClient(run.StorageConnectionString));
        var people = await tables.ReadAsync("People", ct);
        var candidates = await tables.ReadAsync("Candidates", ct);
        var sessions = await tables.ReadAsync("Sessions", ct);
        var stored = await tables.ReadAsync("Sittings", ct);
        var cancelled = stored.Where(row => row.Key == "s|" && row.Document["state"]!.ToString() == "cancelled").Select(row => row.Partition).ToHashSet();
        var sittings = stored.Where(row => !cancelled.Contains(row.Partition)).ToList();
        var exams = sittings.Where(row => row.Key.StartsWith("s|exam|", StringComparison.Ordinal)).ToList();
        var polls = sessions.Where(row => row.Key.StartsWith("s|poll|", StringComparison.Ordinal)).Select(row => row.Document).ToList();
        var outcomes = Outcomes.Read(run.Tenant);
        var figures = new JsonObject
        {
            ["certification"] = string.Join(", ", Roots(candidates).Select(c => c["certification"]!.ToString()).Distinct().Order(StringComparer.Ordinal)),
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
            ["eventsCreated"] = run.Tenant.Calendars.Export().Count(item => item.ByJuryBot && item.IsOrganizer),
            ["cardsSent"] = run.Tenant.Organisation.People.Sum(p => run.Tenant.Chats.Of(p).Count(m => m.From == "bot" && m.Card is not null)),
            ["sheetsSubmitted"] = sittings.Count(row => row.Key.StartsWith("s|sheet|", StringComparison.Ordinal) && row.Document["state"]!.ToString() != "draft"),
            ["refusals"] = refusals,
            ["decisions"] = Results(candidates, "final"),
            ["proposals"] = Results(candidates, "intermediate"),
            ["notifications"] = new JsonObject { ["teams"] = outcomes.Teams, ["mail"] = outcomes.Mail },
            ["awards"] = new JsonObject { ["title"] = Awards(candidates, "title"), ["partial"] = Awards(candidates, "partial"), ["none"] = Awards(candidates, "none") },
            ["ledger"] = await VerifyAsync(run, ct),
            ["result"] = SeasonResult.Read(candidates, run.Tenant),
            ["faults"] = new JsonObject((run.Faults?.Fired ?? new Dictionary<Faults.Fault, int>()).Select(fired => KeyValuePair.Create(fired.Key.Name, (JsonNode?)fired.Value))),
            ["bareFailures"] = run.Tenant.Counters.BareFailures,
            ["limitViolations"] = run.Tenant.Counters.Violations.Values.Sum(),
            ["violations"] = new JsonObject(run.Tenant.Counters.Violations.Select(kind => KeyValuePair.Create(kind.Key, (JsonNode?)kind.Value))),
            ["graphRequests"] = run.Tenant.Counters.GraphRequests,
            ["seconds"] = Math.Round(took.TotalSeconds, 1),
        };
        var expected = new Expected(
            Arrived: Polls.CountAsked(run.Tenant),
            Asked: polls.Sum(p => p["asked"]!.AsArray().Count),
            Answered: polls.Count(p => p["answeredAt"] is not null),
            Revised: Roots(sessions).Count(s => s["revision"]?["state"]?.ToString() == "applied"),
            Sheets: Roots(sittings).Sum(s => s["panel"]!.AsArray().Count(m => m!["present"]!.GetValue<bool>()) * exams.Count(e => e.Partition == s["id"]!.ToString())),
            Blocks: exams.Sum(e => e.Document["deliberation"]?["decisions"]?.AsArray().Count ?? 0),
            BlocksInTeams: Roots(candidates).Where(c => run.Tenant.Organisation.Find(c["identity"]!["mail"]!.ToString()) is { HasAccount: true }).Sum(c => c["results"]!.AsArray().Count),
            Parked: await tables.CountParkedAsync(ct));
        if (checklist is null)
        {
            return new SeasonReport(figures, expected.Compare(figures, juries));
        }

        figures["checklist"] = checklist.ToJson();
        return new SeasonReport(figures, expected.WhatIsUnsound(figures));
    }

    private static IEnumerable<JsonNode> Roots(IEnumerable<StoredRow> rows) => rows.Where(r => r.Key == "s|").Select(r => r.Document);

    private static int Results(IEnumerable<StoredRow> candidates, string kind) =>
        Roots(candidates).Sum(c => c["results"]!.AsArray().Count(r => r!["kind"]!.ToString() == kind));

    private static int Awards(IEnumerable<StoredRow> candidates, string outcome) =>
        Roots(candidates).Count(c => c["awards"]!.AsArray().LastOrDefault()?["outcome"]?.ToString() == outcome);

    private static async Task<JsonNode> VerifyAsync(SandboxRun run, CancellationToken ct)
    {
        var (code, output, _) = await JuryBotCommand.RunAsync(run, ct, "verify", "--json");
        var report = JsonNode.Parse(output)!;
        return new JsonObject { ["chains"] = report["chains"]!.DeepClone(), ["rows"] = report["rows"]!.DeepClone(), ["ok"] = report["ok"]!.GetValue<bool>() && code == 0 };
    }
}

using System.Text.Json.Nodes;
using JuryBot.Tests.Faults;
using Spectre.Console;

namespace JuryBot.Benchmarks.Faults;

/// <summary>The crash matrix: every kind of request to storage, Graph and Teams, JuryBot killed before and after it, slow commits.</summary>
internal static class CrashTable
{
    /// <param name="only">Runs only the kinds whose name contains this, each case in a season of its own.</param>
    /// <param name="together">How many cases share a season.</param>
    /// <param name="parallel">How many seasons at once.</param>
    /// <returns>The verdicts as JSON, and whether nothing was found.</returns>
    public static async Task<(JsonNode Json, bool Whole)> RunAsync(string? only, int together, int parallel, int seed, CancellationToken ct)
    {
        var undisturbed = await CrashRun.LiveAsync([], null, ct);
        var cases = CrashMatrix.Cases(undisturbed.Seen, seed).Where(c => only is null || c.Kind.Contains(only, StringComparison.OrdinalIgnoreCase)).ToList();
        Say($"{undisturbed.Seen.Count} kinds of request in a season left alone, {cases.Count} cases");
        if (undisturbed.Faults.Count > 0)
        {
            undisturbed.Faults.ToList().ForEach(Say);
            return (new JsonArray(), false);
        }

        var verdicts = new List<CrashVerdict>();
        await LiveAllAsync(CrashMatrix.Deal(cases, only is null ? together : 1));

        // What did not come in a season that went another way is struck at its first coming, in another.
        var missed = verdicts.Where(v => v.Struck is null && v.Case.Occurrence > 1).Select(v => v.Case).ToList();
        await LiveAllAsync(CrashMatrix.Deal([.. missed.Select(c => c with { Occurrence = 1 })], together).Where(dealt => dealt.Count > 0));

        verdicts.RemoveAll(v => missed.Contains(v.Case));
        Print(verdicts, undisturbed);
        return (Json(verdicts), verdicts.TrueForAll(v => v.Faults.Count == 0));

        Task LiveAllAsync(IEnumerable<IReadOnlyList<CrashCase>> seasons) =>
            Parallel.ForEachAsync(seasons, new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = ct }, async (dealt, stopped) => Note((await CrashRun.LiveAsync(dealt, undisturbed, stopped)).Verdicts));

        void Note(IReadOnlyList<CrashVerdict> found)
        {
            lock (verdicts)
            {
                verdicts.AddRange(found);
            }

            Say($"{found.Count(v => v.Struck is not null)} of {found.Count} cases struck, {found.Sum(v => v.Twice)} messages twice, faults: {found[0].Faults.Count}");
            foreach (var verdict in found.Where(v => v.Struck is not null && v.Faults.Count > 0).OrderBy(v => v.Struck))
            {
                Say($"  {verdict.Case}");
            }

            found[0].Faults.ToList().ForEach(fault => Say($"  {fault}"));
        }
    }

    private static void Say(string line) => Console.Error.WriteLine(line);

    private static void Print(List<CrashVerdict> verdicts, CrashRun undisturbed)
    {
        var table = new Table().Title("Crash matrix").AddColumns("request", "in a season", "killed before it was sent on", "killed after it was applied", "held past its wake-up");
        foreach (var kind in verdicts.GroupBy(v => v.Case.Kind).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            table.AddRow(Markup.Escape(kind.Key), $"{undisturbed.Seen.GetValueOrDefault(kind.Key)}", Cell(Blow.KilledBefore), Cell(Blow.KilledAfter), Cell(Blow.Held));

            string Cell(Blow blow) => kind.FirstOrDefault(v => v.Case.Blow == blow) is { } verdict ? Words(verdict) : "";
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine($"{verdicts.Count(v => v.Struck is not null)} cases struck, {verdicts.Count(v => v.Struck is null)} did not come, {verdicts.Count(v => v.Faults.Count > 0)} in seasons with a fault, {verdicts.Sum(v => v.Twice)} messages twice after a lost answer.");
    }

    private static string Words(CrashVerdict verdict) => verdict switch
    {
        { Faults.Count: > 0, Struck: not null } => "FAULT",
        { Struck: null } => "did not come",
        { Twice: > 0 } => $"whole; {verdict.Twice} message(s) twice, answer lost",
        _ => "whole",
    };

    private static JsonArray Json(IEnumerable<CrashVerdict> verdicts) => [.. verdicts.Select(v => (JsonNode)new JsonObject
    {
        ["kind"] = v.Case.Kind, ["blow"] = v.Case.Blow.ToString(), ["occurrence"] = v.Case.Occurrence, ["struck"] = v.Struck is not null, ["twice"] = v.Twice,
        ["faults"] = new JsonArray([.. v.Faults.Select(f => (JsonNode)f)]),
    })];
}

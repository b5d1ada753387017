using System.Text.Json.Nodes;
using JuryBot.Sandbox;
using JuryBot.Sandbox.Faults;
using JuryBot.Sandbox.Season;
using Spectre.Console;

namespace JuryBot.Benchmarks.Faults;

/// <summary>A short season under each fault and under all of them, with one and with two processes of JuryBot: each must come to what it comes to when nothing goes wrong.</summary>
internal static class FaultMatrix
{
    private const string Nothing = "(nothing)", All = "all";

    /// <summary>Whether a fault has this in its name.</summary>
    public static bool Knows(string only) => Fault.All.Select(fault => fault.Name).Append(All).Any(name => name.Contains(only, StringComparison.Ordinal));

    /// <param name="Verdict"><c>same</c>, or what is not.</param>
    private sealed record Row(string Fault, int Replicas, string Verdict, IReadOnlyDictionary<string, int> Fired, double Seconds)
    {
        public bool IsRight => Verdict == "same";
    }

    /// <param name="only">Only the faults whose name contains this.</param>
    /// <param name="parallel">How many seasons at once.</param>
    /// <returns>The table's rows as JSON, and whether every season came to the same.</returns>
    public static async Task<(JsonArray Rows, bool IsSame)> RunAsync(string? only, int seed, int parallel, CancellationToken ct)
    {
        var clean = await PlayAsync(Nothing, [], 1, null, seed, ct);
        var cases = Fault.All.Select(fault => (fault.Name, Faults: (IReadOnlyList<Fault>)[fault])).Append((Name: All, Faults: Fault.All)).Where(one => one.Name.Contains(only ?? "", StringComparison.Ordinal))
            .SelectMany(one => new[] { (one.Name, one.Faults, Replicas: 1), (one.Name, one.Faults, Replicas: 2) }).ToList();
        var rows = new Row[cases.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, cases.Count), new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = ct }, async (i, stopped) =>
        {
            rows[i] = (await PlayAsync(cases[i].Name, cases[i].Faults, cases[i].Replicas, clean.Result, seed, stopped)).Row;
            AnsiConsole.WriteLine($"{rows[i].Fault}, {rows[i].Replicas} process(es): {rows[i].Verdict}, {rows[i].Seconds:N0} s");
        });

        var table = new Table().Title($"Seasons under faults, seed {seed}").AddColumns("fault", "how it looks from JuryBot", "processes", "decisions, awards, outcomes told", "times fired", "seconds");
        foreach (var row in rows.Prepend(clean.Row))
        {
            var looks = Fault.All.FirstOrDefault(fault => fault.Name == row.Fault)?.Looks ?? "";
            var times = row.Fired.Count > 1 ? $"{row.Fired.Values.Sum()} ({string.Join(", ", row.Fired.Select(one => $"{one.Key} {one.Value}"))})" : $"{row.Fired.Values.Sum()}";
            table.AddRow(new[] { row.Fault, looks, $"{row.Replicas}", row.Verdict, times, $"{row.Seconds:N0}" }.Select(text => Markup.Escape(text)).ToArray());
        }

        AnsiConsole.Write(table);
        return (
            [.. rows.Prepend(clean.Row).Select(row => (JsonNode)new JsonObject
            {
                ["fault"] = row.Fault, ["processes"] = row.Replicas, ["verdict"] = row.Verdict, ["fired"] = new JsonObject(row.Fired.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value))), ["seconds"] = row.Seconds,
            })],
            rows.Prepend(clean.Row).All(row => row.IsRight));
    }

    private static async Task<(Row Row, string Result)> PlayAsync(string name, IReadOnlyList<Fault> faults, int replicas, string? expected, int seed, CancellationToken ct)
    {
        var started = TimeProvider.System.GetTimestamp();
        try
        {
            var report = await FaultySeason.PlayAsync(faults, replicas, seed, ct);
            var result = report.Figures["result"]!.ToJsonString();
            var wrong = report.Faults.Concat(result == (expected ?? result) ? Array.Empty<string>() : ["the result is another"]).ToList();
            return (new Row(name, replicas, wrong.Count == 0 ? "same" : string.Join("; ", wrong), report.Figures["faults"]!.AsObject().ToDictionary(one => one.Key, one => one.Value!.GetValue<int>()), Seconds()), result);
        }
        catch (SandboxException stopped)
        {
            return (new Row(name, replicas, stopped.Message, new Dictionary<string, int>(), Seconds()), "");
        }

        double Seconds() => Math.Round(TimeProvider.System.GetElapsedTime(started).TotalSeconds, 1);
    }
}

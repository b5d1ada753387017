using System.Text.Json;
using JuryBot.Domain.Tests.Exams;
using Spectre.Console;

namespace JuryBot.Benchmarks.Sequences;

/// <summary>The tests' random sequences of verbs, as many as one likes.</summary>
internal static class SequencesBenchmark
{
    private const double LeastShare = 0.3;

    public static async Task<int> RunAsync(int count, int seed, FileInfo? json, CancellationToken cancellation)
    {
        var report = VerbSequences.Run(count, seed, cancellation);
        var table = new Table().AddColumns("verb", "tried", "accepted", "changed");
        foreach (var (verb, (tried, accepted, changed)) in report.Verbs)
        {
            table.AddRow(verb, $"{tried:N0}", $"{(double)accepted / tried:P1}", $"{changed:N0}");
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine($"Seed {seed}: {count:N0} sequences, {report.Tried:N0} verbs, {report.Share:P1} accepted (at least {LeastShare:P0}), {report.Faults.Count} illegal states.");
        foreach (var fault in report.Faults)
        {
            AnsiConsole.WriteLine($"ILLEGAL {fault}");
        }

        if (json is not null)
        {
            await File.WriteAllTextAsync(json.FullName, JsonSerializer.Serialize(new { count, seed, report.Tried, report.Accepted, report.Share, report.Faults }), cancellation);
        }

        return report.Faults.Count == 0 && report.Share >= LeastShare ? 0 : 1;
    }
}

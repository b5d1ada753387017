using System.Text.Json;
using JuryBot.Tests.Azurite;
using JuryBot.Tests.Fuzz;
using Spectre.Console;

namespace JuryBot.Benchmarks.Fuzz;

/// <summary>The tests' fuzz run, as long as one likes: in rounds, each with a house and a storage of its own, since the emulator reads a
/// whole table for every page of an answer.</summary>
internal static class FuzzBenchmark
{
    private const double LeastShare = 0.3;
    private const int Round = 10_000;

    public static async Task<int> RunAsync(int count, int seed, FileInfo? json)
    {
        var started = TimeProvider.System.GetTimestamp();
        var report = new FuzzReport(0, 0, new Dictionary<string, int>(), new Dictionary<int, int>(), 0, []);
        while (report.Sent < count)
        {
            await using var storage = new AzuriteFixture();
            await storage.InitializeAsync();
            report += await FuzzRun.RunAsync(storage, Math.Min(Round, count - report.Sent), seed + (report.Sent / Round));
            Console.Error.WriteLine($"{report.Sent:N0} sent, {report.Faults.Count} faults, {TimeProvider.System.GetElapsedTime(started):hh\\:mm\\:ss}");
        }

        var verbs = new Table().AddColumns("reached", "times");
        foreach (var (verb, times) in report.Verbs.OrderByDescending(pair => pair.Value))
        {
            verbs.AddRow(Markup.Escape(verb), $"{times:N0}");
        }

        AnsiConsole.Write(verbs);
        AnsiConsole.WriteLine($"Seed {seed}: {report.Sent:N0} activities, {report.Share:P1} accepted past parsing, {report.Commits:N0} changes of state.");
        AnsiConsole.WriteLine($"HTTP: {string.Join(", ", report.Statuses.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}: {pair.Value:N0}"))}");
        foreach (var fault in report.Faults)
        {
            AnsiConsole.WriteLine($"FAULT {fault}");
        }

        if (json is not null)
        {
            await File.WriteAllTextAsync(json.FullName, JsonSerializer.Serialize(report));
        }

        return report.Faults.Count == 0 && report.Share >= LeastShare ? 0 : 1;
    }
}

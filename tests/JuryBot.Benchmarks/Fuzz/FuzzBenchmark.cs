using JuryBot.Tests.Azurite;
using JuryBot.Tests.Fuzz;
using Spectre.Console;

namespace JuryBot.Benchmarks.Fuzz;

/// <summary>The tests' fuzz run, as long as one likes.</summary>
internal static class FuzzBenchmark
{
    private const double LeastShare = 0.3;

    public static async Task<int> RunAsync(int count, int seed)
    {
        await using var storage = new AzuriteFixture();
        await storage.InitializeAsync();
        var started = TimeProvider.System.GetTimestamp();
        var report = await FuzzRun.RunAsync(storage, count, seed, sent =>
        {
            if (sent % 10_000 == 0)
            {
                Console.Error.WriteLine($"{sent:N0} sent, {TimeProvider.System.GetElapsedTime(started):hh\\:mm\\:ss}");
            }
        });

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

        return report.Faults.Count == 0 && report.Share >= LeastShare ? 0 : 1;
    }
}

using System.Text.Json;
using JuryBot.Tests.Azurite;
using Spectre.Console;

namespace JuryBot.Benchmarks.Scale;

/// <summary>What JuryBot costs when much is stored, much is sent, and several replicas share the work; each figure beside its floor from the same run.</summary>
internal static class ScaleBenchmark
{
    private static readonly int[] Sizes = [1_000, 10_000, 100_000], FastSizes = [1_000, 4_000];
    private const int FastPeople = 500, Sheets = 1_000, FastSheets = 300;

    /// <param name="people">How many the fan-out tells.</param>
    /// <param name="fast">Small, to see that it runs.</param>
    /// <param name="only">Parts whose name contains this: start, submissions, replicas, fan-out.</param>
    /// <param name="json">Written too when given.</param>
    public static async Task<int> RunAsync(int people, bool fast, string? only, FileInfo? json)
    {
        (string Name, Func<AzuriteFixture, Task<IReadOnlyList<Row>>> RunAsync)[] parts =
        [
            ("start", azurite => Startup.RunAsync(azurite, Say)),
            ("submissions", azurite => StoredExams.RunAsync(azurite, fast ? FastSizes : Sizes, Say)),
            ("replicas", azurite => SharedWork.RunAsync(azurite, fast ? FastSheets : Sheets, Say)),
            ("fan-out", azurite => FanOut.RunAsync(azurite, fast ? Math.Min(people, FastPeople) : people, replicas: 2, Say)),
        ];
        var rows = new List<Row>();
        foreach (var (name, run) in parts.Where(part => only is null || part.Name.Contains(only, StringComparison.Ordinal)))
        {
            Say($"== {name}");
            // Each part on storage of its own: the emulator slows down with what it holds.
            var azurite = new AzuriteFixture();
            await azurite.InitializeAsync();
            await using (azurite)
            {
                var measured = await run(azurite);
                Row.Show(measured);
                rows.AddRange(measured);
            }
        }

        var good = rows.TrueForAll(row => row.Held is not false);
        if (json is not null)
        {
            await File.WriteAllTextAsync(json.FullName, JsonSerializer.Serialize(new { people, fast, rows, good }, JsonSerializerOptions.Web));
        }

        return good ? 0 : 1;
    }

    private static void Say(string line) => AnsiConsole.WriteLine(line);
}

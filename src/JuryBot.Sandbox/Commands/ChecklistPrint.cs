using JuryBot.Sandbox.Processes;
using JuryBot.Sandbox.Season.Full;

namespace JuryBot.Sandbox.Commands;

/// <summary>A full season's checklist for people, and what they can do with what it left.</summary>
internal static class ChecklistPrint
{
    /// <param name="data">The folder the season is kept in; <c>null</c> when it is not kept.</param>
    public static void Show(Checklist checklist, SandboxRun run, string? data)
    {
        foreach (var part in checklist.Items.GroupBy(item => item.Part))
        {
            Console.WriteLine(part.Key);
            foreach (var item in part)
            {
                Console.WriteLine(item.Seen ? $"  ✓ {item.What}" : $"  ✗ {item.What}: expected; seen instead: {item.Instead ?? "not reached"}");
            }
        }

        Console.WriteLine($"{checklist.Items.Count(item => item.Seen)} of {checklist.Items.Count} seen.");
        Console.WriteLine(data is null
            ? "Its titles are not transmitted. To try that on them, play again with --data DIR, which keeps the season."
            : $"""
            Its titles are not transmitted. To try that, go on with the season in one terminal:
              dotnet run --project src/JuryBot.Sandbox -- --data {data}
            and in another, with the storage it prints:
              {string.Join(" ", Needed(run).Select(setting => $"{setting.Key.Replace(":", "__", StringComparison.Ordinal)}='{setting.Value.Replace("'", @"'\''", StringComparison.Ordinal)}'"))} \
              Storage__ConnectionString='…' dotnet run --project src/JuryBot -- accrochage export --out titles.xml {string.Join(" ", Titles.Sender)}
            """);
    }

    // What the command is told of the school.
    private static IEnumerable<KeyValuePair<string, string>> Needed(SandboxRun run) =>
        run.Tenant.Settings(run.JuryBotUrl, "").Where(setting => setting.Key.StartsWith("Organisation:", StringComparison.Ordinal)).OrderBy(setting => setting.Key, StringComparer.Ordinal);
}

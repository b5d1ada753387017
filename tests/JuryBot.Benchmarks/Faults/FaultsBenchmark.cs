using System.Text.Json.Nodes;

namespace JuryBot.Benchmarks.Faults;

/// <summary><c>faults</c>: what JuryBot does when it, or what it depends on, fails. Exit code 0 only when nothing was lost and nothing came twice without a reason.</summary>
internal static class FaultsBenchmark
{
    public static async Task<int> RunAsync(string? only, int together, int parallel, int seed, FileInfo? json, CancellationToken ct)
    {
        var (whole, tables) = (true, new JsonObject());
        if (only is null || !FaultMatrix.Knows(only))
        {
            (tables["crashes"], whole) = await CrashTable.RunAsync(only == "crashes" ? null : only, together, parallel, seed, ct);
        }

        if (only is null || FaultMatrix.Knows(only))
        {
            var (rows, same) = await FaultMatrix.RunAsync(only, seed, parallel, ct);
            (tables["faults"], whole) = (rows, whole && same);
        }

        if (json is not null)
        {
            await File.WriteAllTextAsync(json.FullName, tables.ToJsonString(), ct);
        }

        return whole ? 0 : 1;
    }
}

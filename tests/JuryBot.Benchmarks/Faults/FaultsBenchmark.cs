using System.Text.Json.Nodes;

namespace JuryBot.Benchmarks.Faults;

/// <summary><c>faults</c>: what JuryBot does when it, or what it depends on, fails. Exit code 0 only when nothing was lost and nothing came twice without a reason.</summary>
internal static class FaultsBenchmark
{
    public static async Task<int> RunAsync(string? only, int together, int seed, FileInfo? json, CancellationToken ct)
    {
        var (crashes, whole) = await CrashTable.RunAsync(only, together, seed, ct);
        if (json is not null)
        {
            await File.WriteAllTextAsync(json.FullName, new JsonObject { ["crashes"] = crashes }.ToJsonString(), ct);
        }

        return whole ? 0 : 1;
    }
}

using System.Text;
using System.Text.RegularExpressions;

namespace JuryBot.Sandbox.Wire;

/// <summary>Reads from a request to the storage emulator what kind it is of.</summary>
internal static partial class StorageRoute
{
    /// <param name="service"><c>table</c>, <c>queue</c> or <c>blob</c>.</param>
    /// <param name="target">Path and query; the path begins with the account's name.</param>
    /// <param name="batch">Body of a table transaction; empty otherwise.</param>
    public static WireRequest Read(string service, string method, string target, ReadOnlySpan<byte> batch)
    {
        var path = target.Split('?')[0];
        var query = target[path.Length..];
        var parts = Uri.UnescapeDataString(path).Split('/', 3, StringSplitOptions.RemoveEmptyEntries).Skip(1).ToList();
        var route = service switch
        {
            "table" when From().Match(Uri.UnescapeDataString(query)) is { Success: true } from => $"{parts.FirstOrDefault()?.TrimEnd('(', ')')}({from.Groups[1].Value})",
            "table" => parts.FirstOrDefault() == "$batch" ? $"{Table().Match(Encoding.UTF8.GetString(batch)).Groups[1].Value}/$batch" : Entity(Uri.UnescapeDataString(path)),
            "queue" => string.Join('/', parts.SelectMany(part => part.Split('/')).Take(2)),
            _ => string.Join('/', parts.SelectMany(part => part.Split('/')).Take(parts.Count < 2 || !parts[1].Contains('/') ? 1 : 2)),
        };
        return new WireRequest(service, method, route + (Component().Match(query) is { Success: true } component ? $"?{component.Groups[1].Value}" : ""), target);
    }

    // The first word of the key says what a row is: its row key's, or, of a lookup, its partition's.
    private static string Entity(string path)
    {
        if (Address().Match(path) is not { Success: true } address)
        {
            return path[(path.LastIndexOf('/') + 1)..];
        }

        var key = address.Groups[1].Value.EndsWith("Lookups", StringComparison.Ordinal) ? address.Groups[2].Value : address.Groups[3].Value;
        return $"{address.Groups[1].Value}({Word().Match(key).Value})";
    }

    [GeneratedRegex(@"/([A-Za-z0-9]+)\(PartitionKey='((?:[^']|'')*)',\s*RowKey='((?:[^']|'')*)'\)$")]
    private static partial Regex Address();

    [GeneratedRegex(@"^[A-Za-z.-]+\|")]
    private static partial Regex Word();

    // A query's range of row keys.
    [GeneratedRegex(@"RowKey[ +]ge[ +]'([a-z]+\|)")]
    private static partial Regex From();

    [GeneratedRegex(@"https?://[^/\s]+/[^/\s]+/([A-Za-z0-9]+)[(? ]")]
    private static partial Regex Table();

    [GeneratedRegex(@"[?&](comp=[a-z]+)")]
    private static partial Regex Component();
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace JuryBot.Sandbox.Graph;

/// <summary>Single-value extended properties: kept as they were sent, returned only when <c>$expand</c> names them.</summary>
internal static partial class ExtendedProperties
{
    public static void Read(JsonObject body, Dictionary<string, string> into)
    {
        foreach (var property in body["singleValueExtendedProperties"] as JsonArray ?? [])
        {
            into[property!["id"]!.GetValue<string>()] = property["value"]!.GetValue<string>();
        }
    }

    public static void Write(JsonObject json, IReadOnlyDictionary<string, string> properties, GraphRequest request)
    {
        if (request.Query("$expand") is not { } expand || !expand.StartsWith("singleValueExtendedProperties", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var asked = IdIs().Matches(expand).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (asked.Count == 0)
        {
            throw new GraphFaultException("ErrorInvalidUrlQuery", "An $expand of singleValueExtendedProperties must filter by id.");
        }

        var found = properties.Where(property => asked.Contains(property.Key)).ToList();
        if (found.Count > 0)
        {
            json["singleValueExtendedProperties"] = new JsonArray([.. found.Select(property => new JsonObject { ["id"] = property.Key, ["value"] = property.Value })]);
        }
    }

    /// <returns>The property asked for by a <c>$filter</c> of the one form Graph knows; <c>null</c> when it is another filter.</returns>
    public static (string Id, string Value)? Filter(string filter) =>
        AnyIs().Match(filter) is { Success: true } match ? (match.Groups[1].Value, match.Groups[2].Value.Replace("''", "'", StringComparison.Ordinal)) : null;

    [GeneratedRegex(@"id eq '([^']+)'")]
    private static partial Regex IdIs();

    [GeneratedRegex(@"^singleValueExtendedProperties/any\(\s*(?:\w+)\s*:\s*\w+/id eq '([^']+)' and \w+/value eq '((?:[^']|'')*)'\s*\)$", RegexOptions.IgnoreCase)]
    private static partial Regex AnyIs();
}

using System.Text.Json.Nodes;

namespace JuryBot.Sandbox.Season;

/// <summary>What a season comes to for its candidates, the same whatever went wrong on the way: each candidate's decided blocks and award, and the outcomes that reached
/// their chat and their mailbox.</summary>
internal static class SeasonResult
{
    /// <returns>By mail address.</returns>
    public static JsonObject Read(IEnumerable<StoredRow> candidates, Tenant tenant) =>
        new(candidates.Where(row => row.Key == "s|")
            .Select(row => row.Document)
            .OrderBy(record => Mail(record), StringComparer.Ordinal)
            .Select(record => KeyValuePair.Create(Mail(record), (JsonNode?)new JsonObject
            {
                ["blocks"] = new JsonArray([.. record["results"]!.AsArray().Select(Block).Order(StringComparer.Ordinal).Select(text => (JsonNode)text)]),
                ["award"] = record["awards"]!.AsArray().LastOrDefault()?["outcome"]?.ToString(),
                ["told"] = Outcomes.Told(tenant, tenant.Organisation.Find(Mail(record))!),
            })));

    private static string Mail(JsonNode record) => record["identity"]!["mail"]!.ToString();

    private static string Block(JsonNode? result) => $"{result!["kind"]} {result["block"]} {result["outcome"]}";
}

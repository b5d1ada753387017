using System.Text.Json.Nodes;

namespace JuryBot.Sandbox.Season;

/// <summary>What a season comes to for its candidates, the same whatever went wrong on the way: each candidate's decided blocks and award, and the outcomes that reached
/// their chat and their mailbox.</summary>
internal static class SeasonResult
{
    /// <returns>By mail address; who was erased is nobody any more.</returns>
    public static JsonObject Read(IEnumerable<StoredRow> candidates, Tenant tenant) =>
        new(candidates.Where(row => row.Key == "s|")
            .Select(row => row.Document)
            .Select(record => (Record: record, Person: tenant.Organisation.Find(Mail(record))))
            .Where(known => known.Person is not null)
            .OrderBy(known => known.Person!.Mail, StringComparer.Ordinal)
            .Select(known => KeyValuePair.Create(known.Person!.Mail, (JsonNode?)new JsonObject
            {
                ["blocks"] = new JsonArray([.. known.Record["results"]!.AsArray().Select(Block).Order(StringComparer.Ordinal).Select(text => (JsonNode)text)]),
                ["award"] = known.Record["awards"]!.AsArray().LastOrDefault()?["outcome"]?.ToString(),
                ["told"] = Outcomes.Told(tenant, known.Person!),
            })));

    private static string Mail(JsonNode record) => record["identity"]!["mail"]!.ToString();

    private static string Block(JsonNode? result) => $"{result!["kind"]} {result["block"]} {result["outcome"]}";
}

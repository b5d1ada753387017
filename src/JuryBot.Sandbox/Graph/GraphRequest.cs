using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;

namespace JuryBot.Sandbox.Graph;

/// <summary>One request to Graph, alone or out of a batch.</summary>
/// <param name="Url">Path and query after <c>/v1.0</c>.</param>
/// <param name="Headers">By name, ignoring case.</param>
internal sealed partial record GraphRequest(string Method, string Url, IReadOnlyDictionary<string, string> Headers, JsonObject? Body)
{
    private readonly Dictionary<string, string> query = QueryHelpers.ParseQuery(Url.Contains('?') ? Url[Url.IndexOf('?')..] : "")
        .ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The path's parts, unescaped; Graph's <c>microsoft.graph.</c> prefix of types and functions left out.</summary>
    public string[] Segments { get; } =
        [.. Url.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => Uri.UnescapeDataString(part).Replace("microsoft.graph.", "graph.", StringComparison.Ordinal))];

    public string? Query(string name) => query.GetValueOrDefault(name);

    public int? Number(string name) => int.TryParse(Query(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The time zone asked for in <c>Prefer: outlook.timezone</c>; UTC when none was.</summary>
    public TimeZoneInfo Zone => TimeZoneAsked().Match(Prefer) is { Success: true } asked ? GraphTime.Zone(asked.Groups[1].Value) : TimeZoneInfo.Utc;

    public bool ImmutableIds => Prefer.Contains("IdType=\"ImmutableId\"", StringComparison.OrdinalIgnoreCase);

    private string Prefer => Headers.GetValueOrDefault("Prefer", "");

    [GeneratedRegex("outlook\\.timezone=\"([^\"]+)\"", RegexOptions.IgnoreCase)]
    private static partial Regex TimeZoneAsked();
}

/// <summary>What Graph answers: a body of its own JSON, or none.</summary>
internal sealed record GraphAnswer(int Status, JsonNode? Body = null)
{
    /// <summary>How long a throttled client should wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static GraphAnswer Ok(JsonNode body) => new(200, body);

    public static GraphAnswer Error(int status, string code, string message) => new(status, new JsonObject
    {
        ["error"] = new JsonObject { ["code"] = code, ["message"] = message, ["innerError"] = new JsonObject { ["request-id"] = Guid.NewGuid().ToString() } },
    });

    public static GraphAnswer NotFound() => Error(404, "ErrorItemNotFound", "The specified object was not found in the store.");
}

/// <summary>A request Graph refuses as it stands.</summary>
internal sealed class GraphFaultException(string code, string message, int status = 400) : Exception(message)
{
    public GraphAnswer Answer => GraphAnswer.Error(status, code, Message);
}

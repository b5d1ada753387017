using System.Globalization;
using System.Text.Json.Nodes;
using JuryBot.Sandbox.Wire;

namespace JuryBot.Sandbox.Graph;

/// <summary><c>$batch</c>: up to 20 requests in order, each with its own status; one whose <c>dependsOn</c> failed is not run (424).</summary>
internal sealed class GraphBatch(GraphApi api, Counters counters)
{
    private const int Requests = 20;

    public async Task<GraphAnswer> AnswerAsync(JsonObject? body, CancellationToken ct)
    {
        var requests = body?["requests"] as JsonArray ?? [];
        if (requests.Count is 0 or > Requests)
        {
            counters.Violation("graph.batch");
            return GraphAnswer.Error(400, "BadRequest", $"A batch holds 1 to {Requests} requests.");
        }

        var answers = new JsonArray();
        var failed = new HashSet<string>();
        foreach (var json in requests.OfType<JsonObject>())
        {
            var id = json["id"]?.GetValue<string>() ?? "";
            var blocked = (json["dependsOn"] as JsonArray ?? []).Any(other => failed.Contains(other!.GetValue<string>()));
            var answer = blocked ? GraphAnswer.Error(424, "FailedDependency", "A request this one depends on failed.") : await api.AnswerAsync(Read(json), ct);
            if (answer.Status >= 400)
            {
                failed.Add(id);
            }

            answers.Add(Write(id, answer));
        }

        return GraphAnswer.Ok(new JsonObject { ["responses"] = answers });
    }

    private static GraphRequest Read(JsonObject json) => new(
        json["method"]?.GetValue<string>().ToUpperInvariant() ?? "",
        Relative(json["url"]?.GetValue<string>() ?? ""),
        (json["headers"] as JsonObject ?? []).ToDictionary(header => header.Key, header => header.Value?.GetValue<string>() ?? "", StringComparer.OrdinalIgnoreCase),
        json["body"] as JsonObject);

    // The SDK cuts as many characters off the path as "/v1.0" has: behind a longer base path than Graph's own, some of it stays.
    private static string Relative(string url) => url.IndexOf("/v1.0/", StringComparison.Ordinal) is >= 0 and var at ? url[(at + "/v1.0".Length)..] : url;

    private static JsonObject Write(string id, GraphAnswer answer)
    {
        var headers = new JsonObject { ["Content-Type"] = "application/json" };
        if (answer.RetryAfter is { } wait)
        {
            headers["Retry-After"] = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        return new JsonObject { ["id"] = id, ["status"] = answer.Status, ["headers"] = headers, ["body"] = answer.Body?.DeepClone() };
    }
}

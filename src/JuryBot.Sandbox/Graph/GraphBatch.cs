using System.Globalization;
using System.Text.Json.Nodes;
using JuryBot.Sandbox.Wire;

namespace JuryBot.Sandbox.Graph;

/// <summary><c>$batch</c>: up to 20 requests side by side, each with its own status and counting against its mailbox; one that <c>dependsOn</c> another waits for it, and is not run when that failed (424).</summary>
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

        var running = new Dictionary<string, Task<GraphAnswer>>();
        foreach (var json in requests.OfType<JsonObject>())
        {
            var before = (json["dependsOn"] as JsonArray ?? []).Select(other => running.GetValueOrDefault(other!.GetValue<string>())).OfType<Task<GraphAnswer>>().ToList();
            running[json["id"]?.GetValue<string>() ?? ""] = AnswerAsync(Read(json), before, ct);
        }

        var answers = new JsonArray();
        foreach (var (id, answer) in running)
        {
            answers.Add(Write(id, await answer));
        }

        return GraphAnswer.Ok(new JsonObject { ["responses"] = answers });
    }

    private async Task<GraphAnswer> AnswerAsync(GraphRequest request, IReadOnlyList<Task<GraphAnswer>> before, CancellationToken ct)
    {
        foreach (var other in before)
        {
            if ((await other).Status >= 400)
            {
                return GraphAnswer.Error(424, "FailedDependency", "A request this one depends on failed.");
            }
        }

        return await api.AnswerAsync(request, ct);
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

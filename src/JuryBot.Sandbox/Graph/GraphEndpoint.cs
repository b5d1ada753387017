using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using JuryBot.Sandbox.Tokens;
using Microsoft.AspNetCore.Http.Features;

namespace JuryBot.Sandbox.Graph;

/// <summary>Graph's door at <c>/graph/v1.0</c>: a bearer token for Graph, a JSON body, limits, an answer.</summary>
internal static class GraphEndpoint
{
    // The SDK writes the parameters of actions with a capital, as their metadata does; Graph takes either.
    private static readonly JsonNodeOptions IgnoringCase = new() { PropertyNameCaseInsensitive = true };

    public static void MapGraph(this IEndpointRouteBuilder app, Tenant tenant, GraphApi api)
    {
        var batch = new GraphBatch(api, tenant.Counters);
        app.Map("/graph/v1.0/{**path}", async (HttpContext http, string path) =>
        {
            using var exchange = tenant.Wire.Begin();
            var answer = await AnswerAsync(http, path, tenant, api, batch);
            await WriteAsync(http, answer);
        });
    }

    private static async Task<GraphAnswer> AnswerAsync(HttpContext http, string path, Tenant tenant, GraphApi api, GraphBatch batch)
    {
        if (Bearer.Of(http) is not { } token || !await tenant.Tokens.OpensGraphAsync(token))
        {
            return GraphAnswer.Error(401, "InvalidAuthenticationToken", "Access token is missing, invalid, expired or not for this resource.");
        }

        JsonObject? body;
        try
        {
            body = http.Request.ContentLength is 0 or null && !http.Request.Headers.TransferEncoding.Contains("chunked") ? null
                : await JsonNode.ParseAsync(http.Request.Body, IgnoringCase, cancellationToken: http.RequestAborted) as JsonObject;
        }
        catch (JsonException)
        {
            return GraphAnswer.Error(400, "BadRequest", "Unable to read JSON request payload.");
        }

        if (path == "$batch")
        {
            return await batch.AnswerAsync(body, http.RequestAborted);
        }

        var raw = http.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var headers = http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return await api.AnswerAsync(new GraphRequest(http.Request.Method, raw["/graph/v1.0".Length..], headers, body), http.RequestAborted);
    }

    private static async Task WriteAsync(HttpContext http, GraphAnswer answer)
    {
        http.Response.StatusCode = answer.Status;
        http.Response.Headers["request-id"] = Guid.NewGuid().ToString();
        if (http.Request.Headers["Prefer"] is { Count: > 0 } preferences)
        {
            http.Response.Headers["Preference-Applied"] = preferences;
        }

        if (answer.RetryAfter is { } wait)
        {
            http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        if (answer.Body is { } body)
        {
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync(body.ToJsonString(), http.RequestAborted);
        }
    }
}

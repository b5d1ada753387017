using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Features;

namespace JuryBot.Sandbox.Wire;

/// <summary>Shows the requests to Graph and to the Teams connector to <see cref="WireActivity.Hook"/>.</summary>
internal static partial class Interfering
{
    public static void UseWireHook(this IApplicationBuilder app, WireActivity wire) => app.Use(async (http, next) =>
    {
        if (wire.Hook is not { } hook || Read(http) is not { } request)
        {
            await next(http);
            return;
        }

        using var exchange = wire.Begin();
        if (await hook(request, Moment.Before) is { } interference)
        {
            await interference.AnswerAsync(http);
            return;
        }

        // Nothing of the answer may leave before it was looked at.
        var (kept, answer) = (http.Features.GetRequiredFeature<IHttpResponseBodyFeature>(), new MemoryStream());
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(answer));
        await next(http);
        http.Features.Set(kept);
        if (await hook(request, Moment.After) is { } otherwise)
        {
            await otherwise.AnswerAsync(http);
            return;
        }

        // A 204 takes no body, not even none.
        if (answer.Length > 0)
        {
            await http.Response.Body.WriteAsync(answer.GetBuffer().AsMemory(0, (int)answer.Length), http.RequestAborted);
        }
    });

    /// <summary>Answers in place of the service.</summary>
    public static async Task AnswerAsync(this Interference interference, HttpContext http)
    {
        if (interference.Status == 0)
        {
            http.Abort();
            return;
        }

        http.Response.Clear();
        http.Response.StatusCode = interference.Status;
        if (interference.Status < 400)
        {
            return;
        }

        if (interference.RetryAfter is { } wait)
        {
            http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        await http.Response.WriteAsJsonAsync(new JsonObject { ["error"] = new JsonObject { ["code"] = $"Sandbox{interference.Status}", ["message"] = "The sandbox interferes." } });
    }

    private static WireRequest? Read(HttpContext http)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var (service, at) = target.StartsWith("/graph/v1.0/", StringComparison.Ordinal) ? ("graph", "/graph/v1.0".Length)
            : target.StartsWith("/teams/v3/", StringComparison.Ordinal) ? ("teams", "/teams".Length)
            : ("", 0);
        return at == 0 ? null : new WireRequest(service, http.Request.Method, Id().Replace(target[at..].Split('?')[0].Replace("microsoft.graph.", "", StringComparison.Ordinal), "$1{id}"), target[at..]);
    }

    // What follows a collection is one of it, whatever its id.
    [GeneratedRegex("(?<=/)((?:users|events|messages|mailFolders|installedApps|subscriptions|conversations|activities|members)/)[^/]+")]
    private static partial Regex Id();
}

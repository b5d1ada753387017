using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using JuryBot.Sandbox.Calendars;
using JuryBot.Sandbox.Wire;

namespace JuryBot.Sandbox.Graph;

/// <summary><c>calendarView/delta</c>: first everything between two moments, page by page, then what has changed since. An event that left the window, or that changed outside of it,
/// comes as <c>@removed</c> like one that was deleted.</summary>
internal sealed class GraphDelta(CalendarBook calendars, GraphDirectory directory, Counters counters, Uri site)
{
    private const int PageSize = 10;
    private static readonly string[] NotTaken = ["$select", "$filter", "$orderby", "$expand", "$search"];

    // A token says all there is to know: since when (-1: from the beginning), up to when, how much has been given, and the window.
    private sealed record Token(string Log, long Since, long Until, int Given, DateTimeOffset From, DateTimeOffset To);

    public GraphAnswer Get(string owner, GraphRequest request)
    {
        if (NotTaken.Any(option => request.Query(option) is not null))
        {
            counters.Violation("graph.deltaQuery");
            throw new GraphFaultException("ErrorInvalidUrlQuery", "The query option is not supported with change tracking.");
        }

        var log = calendars.Changes;
        var token = (request.Query("$skiptoken") ?? request.Query("$deltatoken")) is { } text
            ? Read(text)
            : new Token(log.Id, -1, log.Last, 0, GraphTime.Query(request.Query("startDateTime")), GraphTime.Query(request.Query("endDateTime")));
        if (token is null || token.Log != log.Id)
        {
            return GraphAnswer.Error(410, "SyncStateNotFound", "The sync state generation is not found; perform a full synchronization.");
        }

        if (request.Query("$deltatoken") is not null)
        {
            token = token with { Until = log.Last, Given = 0 };
        }

        var all = Items(owner, token, request);
        var page = all.Skip(token.Given).Take(PageSize).ToList();
        var body = new JsonObject { ["value"] = new JsonArray([.. page]) };
        var given = token.Given + page.Count;
        if (given < all.Count)
        {
            body["@odata.nextLink"] = Link(request, "$skiptoken", token with { Given = given });
        }
        else
        {
            body["@odata.deltaLink"] = Link(request, "$deltatoken", token with { Since = token.Until, Given = 0 });
        }

        return GraphAnswer.Ok(body);
    }

    private List<JsonObject> Items(string owner, Token token, GraphRequest request) => token.Since < 0
        ? [.. calendars.View(owner, token.From, token.To).Select(item => EventJson.Write(item, request, directory, site.ToString()))]
        : [.. calendars.Changes.Since(owner, token.Since).Where(change => change.Sequence <= token.Until).Select(change => change.Event).Distinct().Select(id =>
            calendars.Find(owner, id) is { } item && item.Overlaps(token.From, token.To)
                ? EventJson.Write(item, request, directory, site.ToString())
                : new JsonObject { ["@odata.type"] = "#microsoft.graph.event", ["id"] = id, ["@removed"] = new JsonObject { ["reason"] = "deleted" } })];

    private string Link(GraphRequest request, string name, Token token) =>
        $"{site}graph/v1.0{request.Url.Split('?')[0]}?{name}={Convert.ToHexStringLower(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{token.Log}|{token.Since}|{token.Until}|{token.Given}|{token.From:O}|{token.To:O}")))}";

    private static Token? Read(string text)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromHexString(text)).Split('|') is [var log, var since, var until, var given, var from, var to]
                ? new Token(
                    log, long.Parse(since, CultureInfo.InvariantCulture), long.Parse(until, CultureInfo.InvariantCulture), int.Parse(given, CultureInfo.InvariantCulture),
                    DateTimeOffset.Parse(from, CultureInfo.InvariantCulture), DateTimeOffset.Parse(to, CultureInfo.InvariantCulture))
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

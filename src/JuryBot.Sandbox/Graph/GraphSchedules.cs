using System.Text.Json.Nodes;
using JuryBot.Sandbox.Calendars;
using JuryBot.Sandbox.Wire;

namespace JuryBot.Sandbox.Graph;

/// <summary><c>getSchedule</c>: who is busy when, at most 20 addresses and 62 days a call.</summary>
internal sealed class GraphSchedules(CalendarBook calendars, GraphDirectory directory, Counters counters)
{
    private const int Addresses = 20;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(62);

    public GraphAnswer Get(GraphRequest request)
    {
        var body = request.Body ?? throw new GraphFaultException("BadRequest", "A body is required.");
        var addresses = (body["schedules"] as JsonArray ?? []).Select(address => address!.GetValue<string>()).ToList();
        var (from, to) = (GraphTime.Read(body["startTime"]).Moment, GraphTime.Read(body["endTime"]).Moment);
        if (addresses.Count > Addresses)
        {
            counters.Violation("graph.scheduleAddresses");
            throw new GraphFaultException("ErrorInvalidRequest", $"The number of schedules is over the limit of {Addresses}.");
        }

        if (to - from >= Longest)
        {
            counters.Violation("graph.scheduleWindow");
            throw new GraphFaultException("ErrorInvalidTimeInterval", "The requested time duration specified for FreeBusyViewOptions.TimeWindow is too long: it must be under 62 days.");
        }

        if (addresses.Count == 0 || to <= from)
        {
            throw new GraphFaultException("ErrorInvalidParameter", "Schedules and a time window are required.");
        }

        var interval = TimeSpan.FromMinutes(body["availabilityViewInterval"]?.GetValue<int>() ?? 30);
        if (interval < TimeSpan.FromMinutes(5) || interval > TimeSpan.FromDays(1))
        {
            throw new GraphFaultException("ErrorInvalidMergedFreeBusyInterval", "The interval must be between 5 and 1440 minutes.");
        }

        return GraphAnswer.Ok(new JsonObject { ["value"] = new JsonArray([.. addresses.Select(address => One(address, from, to, interval, request.Zone))]) });
    }

    private JsonObject One(string address, DateTimeOffset from, DateTimeOffset to, TimeSpan interval, TimeZoneInfo zone)
    {
        if (directory.Mailbox(address) is not { } mailbox)
        {
            return Unknown(address, "Unable to resolve e-mail address to an Active Directory object.", "5009");
        }

        if (directory.IsHidden(address))
        {
            return Unknown(address, "Proxy web request failed: the mailbox is kept elsewhere.", "5016");
        }

        var items = calendars.View(mailbox, from, to).Where(item => item.Blocks).ToList();
        return new JsonObject
        {
            ["scheduleId"] = address,
            ["availabilityView"] = Merged(items, from, to, interval),
            ["scheduleItems"] = new JsonArray([.. items.Select(item => new JsonObject
            {
                ["isPrivate"] = item.Sensitivity == "private", ["status"] = item.ShowAs,
                ["start"] = GraphTime.Write(item.Start, zone), ["end"] = GraphTime.Write(item.End, zone),
            })]),
            ["workingHours"] = new JsonObject
            {
                ["daysOfWeek"] = new JsonArray("monday", "tuesday", "wednesday", "thursday", "friday"), ["startTime"] = "08:00:00.0000000",
                ["endTime"] = "18:00:00.0000000", ["timeZone"] = new JsonObject { ["name"] = "Romance Standard Time" },
            },
        };
    }

    private static JsonObject Unknown(string address, string message, string code) => new()
    {
        ["scheduleId"] = address, ["availabilityView"] = "", ["error"] = new JsonObject { ["message"] = message, ["responseCode"] = code },
    };

    private static string Merged(List<CalendarItem> items, DateTimeOffset from, DateTimeOffset to, TimeSpan interval)
    {
        var slots = (int)Math.Ceiling((to - from) / interval);
        return string.Concat(Enumerable.Range(0, slots).Select(slot => items
            .Where(item => item.Overlaps(from + (slot * interval), from + ((slot + 1) * interval)))
            .Select(item => item.ShowAs switch { "tentative" => '1', "oof" => '3', "workingElsewhere" => '4', _ => '2' })
            .DefaultIfEmpty('0')
            .Max()));
    }
}

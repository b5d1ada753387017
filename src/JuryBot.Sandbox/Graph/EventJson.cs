using System.Text.Json.Nodes;
using JuryBot.Sandbox.Calendars;

namespace JuryBot.Sandbox.Graph;

/// <summary>Events as Graph writes and reads them.</summary>
internal static class EventJson
{
    public static JsonObject Write(CalendarItem item, GraphRequest request, GraphDirectory directory, string site)
    {
        var json = new JsonObject
        {
            ["@odata.type"] = "#microsoft.graph.event",
            ["@odata.etag"] = $"W/\"{item.ModifiedAt.UtcTicks}\"",
            ["id"] = item.Id, ["iCalUId"] = item.ICalUId, ["transactionId"] = item.IsOrganizer ? item.TransactionId : null, ["subject"] = item.Subject,
            ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = item.BodyHtml },
            ["bodyPreview"] = "",
            ["start"] = GraphTime.Write(item.Start, request.Zone), ["end"] = GraphTime.Write(item.End, request.Zone),
            ["originalStartTimeZone"] = item.Zone, ["originalEndTimeZone"] = item.Zone,
            ["location"] = Location(item), ["locations"] = item.Location is null ? new JsonArray() : new JsonArray(Location(item)),
            ["organizer"] = new JsonObject { ["emailAddress"] = Address(item.Organizer, directory.NameOf(item.Organizer)) },
            ["attendees"] = new JsonArray([.. item.Attendees.Select(attendee => Attendee(attendee, directory))]),
            ["isOrganizer"] = item.IsOrganizer, ["isCancelled"] = item.IsCancelled, ["isAllDay"] = false, ["hideAttendees"] = item.HideAttendees,
            ["showAs"] = item.ShowAs, ["sensitivity"] = item.Sensitivity, ["type"] = "singleInstance", ["importance"] = "normal",
            ["responseStatus"] = new JsonObject { ["response"] = item.MyResponse, ["time"] = "0001-01-01T00:00:00Z" },
            ["isOnlineMeeting"] = item.IsOnlineMeeting, ["onlineMeetingProvider"] = item.IsOnlineMeeting ? "teamsForBusiness" : "unknown",
            ["onlineMeeting"] = item.IsOnlineMeeting ? new JsonObject { ["joinUrl"] = $"{site}meet/{item.ICalUId}" } : null,
            ["categories"] = new JsonArray([.. item.Categories]),
            ["createdDateTime"] = GraphTime.Stamp(item.CreatedAt), ["lastModifiedDateTime"] = GraphTime.Stamp(item.ModifiedAt),
            ["webLink"] = $"{site}?event={item.Id}",
        };
        ExtendedProperties.Write(json, item.Properties, request);
        return GraphPage.Select(json, request);
    }

    /// <summary>Takes over what a body sets; what it does not mention stays.</summary>
    public static void Apply(JsonObject body, CalendarItem item)
    {
        item.Subject = Text(body, "subject") ?? item.Subject;
        item.BodyHtml = body["body"]?["content"]?.GetValue<string>() ?? item.BodyHtml;
        if (body["start"] is { } start)
        {
            (item.Start, item.Zone) = GraphTime.Read(start);
        }

        if (body["end"] is { } end)
        {
            item.End = GraphTime.Read(end).Moment;
        }

        if (item.End <= item.Start)
        {
            throw new GraphFaultException("ErrorCalendarEndDateIsEarlierThanStartDate", "The event must end after it starts.");
        }

        if (body["location"] is JsonObject location)
        {
            (item.Location, item.LocationMail) = (Text(location, "displayName"), Text(location, "locationEmailAddress") ?? Text(location, "locationUri"));
        }

        if (body["attendees"] is JsonArray attendees)
        {
            item.Attendees = [.. attendees.Select(json => ReadAttendee(json!)).DistinctBy(attendee => attendee.Address, StringComparer.OrdinalIgnoreCase)];
        }

        item.ShowAs = Text(body, "showAs") ?? item.ShowAs;
        item.Sensitivity = Text(body, "sensitivity") ?? item.Sensitivity;
        item.HideAttendees = body["hideAttendees"]?.GetValue<bool>() ?? item.HideAttendees;
        item.IsOnlineMeeting = body["isOnlineMeeting"]?.GetValue<bool>() ?? item.IsOnlineMeeting;
        item.Categories = body["categories"] is JsonArray categories ? [.. categories.Select(category => category!.GetValue<string>())] : item.Categories;
        ExtendedProperties.Read(body, item.Properties);
    }

    public static string? Text(JsonObject json, string name) => json[name]?.GetValue<string>();

    private static Attendee ReadAttendee(JsonNode json) => new()
    {
        Address = json["emailAddress"]?["address"]?.GetValue<string>() is { Length: > 0 } address ? address
            : throw new GraphFaultException("ErrorInvalidRecipients", "At least one recipient is not valid."),
        Name = json["emailAddress"]?["name"]?.GetValue<string>() ?? "",
        Type = json["type"]?.GetValue<string>() ?? "required",
    };

    private static JsonObject Attendee(Attendee attendee, GraphDirectory directory) => new()
    {
        ["type"] = attendee.Type,
        ["status"] = new JsonObject { ["response"] = attendee.Response, ["time"] = attendee.AnsweredAt is { } at ? GraphTime.Stamp(at) : "0001-01-01T00:00:00Z" },
        ["emailAddress"] = Address(attendee.Address, attendee.Name.Length > 0 ? attendee.Name : directory.NameOf(attendee.Address)),
    };

    private static JsonObject Location(CalendarItem item)
    {
        var json = new JsonObject { ["displayName"] = item.Location ?? "", ["locationType"] = item.LocationMail is null ? "default" : "conferenceRoom" };
        if (item.LocationMail is not null)
        {
            json["locationEmailAddress"] = item.LocationMail;
        }

        return json;
    }

    private static JsonObject Address(string address, string name) => new() { ["name"] = name, ["address"] = address };
}

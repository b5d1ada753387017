using JuryBot.Sandbox.Calendars;
using JuryBot.Sandbox.People;

namespace JuryBot.Sandbox.PortalApi;

internal static class CalendarEndpoints
{
    public sealed record ResponseBody(string Response);

    public static void MapCalendar(this IEndpointRouteBuilder someone, Tenant tenant)
    {
        someone.MapGet("/calendar", (string id, DateTimeOffset? from, DateTimeOffset? to) => tenant.Calendars
            .View(tenant.Organisation.Find(id)!.Mail, from ?? DateTimeOffset.MinValue, to ?? DateTimeOffset.MaxValue)
            .Select(item => Json(item, tenant.Organisation)));
        someone.MapPost("/calendar/{item}/response", (string id, string item, ResponseBody body) =>
            body.Response is not ("accepted" or "declined" or "tentativelyAccepted") ? Results.BadRequest()
            : tenant.Calendars.Respond(tenant.Organisation.Find(id)!.Mail, item, body.Response) ? Results.NoContent() : Results.NotFound());
    }

    private static object Json(CalendarItem item, Organisation organisation) => new
    {
        item.Id, item.Subject, item.BodyHtml, item.Start, item.End, item.Location, item.MyResponse, IsJuryBot = item.ByJuryBot, item.IsCancelled, item.ShowAs,
        Organizer = new { Name = NameOf(item.Organizer, organisation), Mail = item.Organizer },
        Attendees = item.Attendees.Select(attendee => new
        {
            Name = attendee.Name.Length > 0 ? attendee.Name : NameOf(attendee.Address, organisation), Mail = attendee.Address, attendee.Type, attendee.Response,
        }),
    };

    private static string NameOf(string address, Organisation organisation) => organisation.Find(address)?.Name ?? organisation.Room(address)?.Name ?? address;
}

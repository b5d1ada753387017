using JuryBot.Sandbox.Calendars;
using JuryBot.Sandbox.People;

namespace JuryBot.Sandbox.PortalApi;

internal static class CalendarEndpoints
{
    public sealed record ResponseBody(string Response);

    public sealed record MoveBody(DateTimeOffset Start, DateTimeOffset End);

    /// <param name="Subject">The new one; <c>null</c> leaves it, as the others.</param>
    /// <param name="Invite">Addresses.</param>
    public sealed record ChangeBody(string? Subject, string? Location, IReadOnlyList<string>? Invite, IReadOnlyList<string>? Remove);

    public static void MapCalendar(this IEndpointRouteBuilder someone, Tenant tenant)
    {
        someone.MapGet("/calendar", (string id, DateTimeOffset? from, DateTimeOffset? to) => tenant.Calendars
            .View(tenant.Organisation.Find(id)!.Mail, from ?? DateTimeOffset.MinValue, to ?? DateTimeOffset.MaxValue)
            .Select(item => Json(item, tenant.Organisation)));
        someone.MapPost("/calendar/{item}/response", (string id, string item, ResponseBody body) =>
            body.Response is not ("accepted" or "declined" or "tentativelyAccepted") ? Results.BadRequest()
            : tenant.Calendars.Respond(tenant.Organisation.Find(id)!.Mail, item, body.Response) ? Results.NoContent() : Results.NotFound());
        MapOrganiser(someone, tenant);
    }

    private static void MapOrganiser(IEndpointRouteBuilder someone, Tenant tenant)
    {
        someone.MapPost("/calendar/{item}/move", (string id, string item, MoveBody body) => body.End <= body.Start ? Results.BadRequest()
            : tenant.Calendars.Move(tenant.Organisation.Find(id)!.Mail, item, body.Start, body.End) ? Results.NoContent() : Results.NotFound());
        someone.MapPost("/calendar/{item}/change", (string id, string item, ChangeBody body) =>
            tenant.Calendars.Alter(tenant.Organisation.Find(id)!.Mail, item, changed => Change(changed, body)) ? Results.NoContent() : Results.NotFound());
        someone.MapDelete("/calendar/{item}", (string id, string item) =>
            tenant.Calendars.CallOff(tenant.Organisation.Find(id)!.Mail, item) ? Results.NoContent() : Results.NotFound());
    }

    private static void Change(CalendarItem item, ChangeBody body)
    {
        item.Subject = body.Subject ?? item.Subject;
        (item.Location, item.LocationMail) = body.Location is { } place ? (place, null) : (item.Location, item.LocationMail);
        item.Attendees.RemoveAll(attendee => body.Remove?.Contains(attendee.Address, StringComparer.OrdinalIgnoreCase) == true);
        item.Attendees.AddRange((body.Invite ?? []).Where(address => item.Attendee(address) is null).Select(address => new Attendee { Address = address }));
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

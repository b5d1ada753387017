using System.Globalization;
using System.Net;
using JuryBot.Sandbox.Mail;

namespace JuryBot.Sandbox.Calendars;

/// <summary>The mails a calendar sends by itself, as Exchange does; in French, the organisation's language.</summary>
internal sealed class InvitationMails(Mailboxes mail)
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    public void Invited(CalendarItem item, string to, string copyId) => Send(item, to, copyId, item.Subject, item.BodyHtml);

    public void Updated(CalendarItem item, string to, string copyId) => Send(item, to, copyId, $"Mise à jour : {item.Subject}", item.BodyHtml);

    public void Cancelled(CalendarItem item, string to, string copyId, string? comment) =>
        Send(item, to, copyId, $"Annulé : {item.Subject}", WebUtility.HtmlEncode(comment ?? ""));

    public void Answered(CalendarItem item, string from, string response)
    {
        var word = response switch { "accepted" => "Accepté", "declined" => "Refusé", _ => "Provisoire" };
        mail.Receive(item.Organizer, from, [item.Organizer], $"{word} : {item.Subject}", "", item.Id);
    }

    private void Send(CalendarItem item, string to, string copyId, string subject, string html)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(item.Zone);
        var (start, end) = (TimeZoneInfo.ConvertTime(item.Start, zone), TimeZoneInfo.ConvertTime(item.End, zone));
        var when = string.Create(French, $"{start:dddd d MMMM yyyy, HH:mm} – {end:HH:mm} ({item.Zone})");
        mail.Receive(to, item.Organizer, [to], subject, $"<p><b>{when}</b><br>{WebUtility.HtmlEncode(item.Location ?? "")}</p>{html}", copyId);
    }
}

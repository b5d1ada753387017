namespace JuryBot.Sandbox.Calendars;

/// <summary>An event in one calendar: the organiser's own, or an attendee's copy of it.</summary>
public sealed class CalendarItem
{
    public required string Id { get; init; }

    /// <summary>The same in every copy.</summary>
    public required string ICalUId { get; init; }

    /// <summary>Address of the calendar's owner, a person or a room.</summary>
    public required string Owner { get; init; }

    /// <summary>Address of who organises it.</summary>
    public required string Organizer { get; init; }

    public string Subject { get; set; } = "";

    public string BodyHtml { get; set; } = "";

    public DateTimeOffset Start { get; set; }

    public DateTimeOffset End { get; set; }

    /// <summary>The zone it was made in.</summary>
    public string Zone { get; set; } = "UTC";

    public string? Location { get; set; }

    public string? LocationMail { get; set; }

    public List<Attendee> Attendees { get; set; } = [];

    /// <summary>Whether an attendee's copy shows no other attendee.</summary>
    public bool HideAttendees { get; set; }

    /// <summary>free, tentative, busy, oof or workingElsewhere.</summary>
    public string ShowAs { get; set; } = "busy";

    public string Sensitivity { get; set; } = "normal";

    public bool IsCancelled { get; set; }

    public bool IsOnlineMeeting { get; set; }

    public List<string> Categories { get; set; } = [];

    public string? TransactionId { get; set; }

    /// <summary>The owner's own answer: organizer, notResponded, accepted, tentativelyAccepted or declined.</summary>
    public string MyResponse { get; set; } = "organizer";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ModifiedAt { get; set; }

    /// <summary>Whether JuryBot made it, through Graph.</summary>
    public bool ByJuryBot { get; set; }

    /// <summary>Single-value extended properties: id → value.</summary>
    public Dictionary<string, string> Properties { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether its owner organises it.</summary>
    public bool IsOrganizer => string.Equals(Owner, Organizer, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether its owner is not free because of it.</summary>
    public bool Blocks => ShowAs != "free" && !IsCancelled && MyResponse != "declined";

    public bool Overlaps(DateTimeOffset from, DateTimeOffset to) => Start < to && End > from;

    public Attendee? Attendee(string address) => Attendees.Find(attendee => attendee.Address.Equals(address, StringComparison.OrdinalIgnoreCase));

    /// <summary>Takes over what an attendee sees of the organiser's event.</summary>
    internal void Mirror(CalendarItem source)
    {
        (Subject, BodyHtml, Start, End, Zone) = (source.Subject, source.BodyHtml, source.Start, source.End, source.Zone);
        (Location, LocationMail, HideAttendees, Sensitivity, IsOnlineMeeting) = (source.Location, source.LocationMail, source.HideAttendees, source.Sensitivity, source.IsOnlineMeeting);
        (ShowAs, ModifiedAt, ByJuryBot) = (source.ShowAs, source.ModifiedAt, source.ByJuryBot);
        Attendees = [.. source.Attendees.Where(attendee => !source.HideAttendees || attendee.Address.Equals(Owner, StringComparison.OrdinalIgnoreCase)).Select(attendee => attendee.Copy())];
    }
}

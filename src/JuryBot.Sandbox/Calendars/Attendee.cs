namespace JuryBot.Sandbox.Calendars;

/// <summary>Somebody, or a room, invited to an event.</summary>
public sealed class Attendee
{
    public required string Address { get; init; }

    public string Name { get; set; } = "";

    /// <summary>required, optional or resource.</summary>
    public string Type { get; set; } = "required";

    /// <summary>none, accepted, tentativelyAccepted or declined.</summary>
    public string Response { get; set; } = "none";

    public DateTimeOffset? AnsweredAt { get; set; }

    public Attendee Copy() => (Attendee)MemberwiseClone();
}

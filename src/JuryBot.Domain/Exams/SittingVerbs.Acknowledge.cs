namespace JuryBot.Domain.Exams;

public static partial class SittingVerbs
{
    /// <summary>A member who was there acknowledges the minutes of a sitting whose exams are all decided, as they read them; once.</summary>
    /// <param name="reservation">What they want the minutes to say beside their acknowledgement; <c>null</c> for nothing.</param>
    /// <param name="read">Fingerprint of what they read; <c>null</c> when they do not say.</param>
    /// <param name="current">Fingerprint of the minutes as they are shown to them now: another one is not acknowledged unread.</param>
    public static Decision<Sitting> Acknowledge(Sitting sitting, string by, string? read, string current, DateTimeOffset now, string? reservation = null) =>
        WhyNotAcknowledge(sitting, by) is { } forbidden ? forbidden
        : read != current ? new Refusal("MinutesChangedSince")
        : sitting.Acknowledged(by, current) is not null ? sitting
        : reservation?.Length > ScoreSheets.SheetEntry.CommentLimit ? new Refusal("TextTooLong", ScoreSheets.SheetEntry.CommentLimit)
        : sitting with { Acknowledgements = sitting.Acknowledgements.Add(new Acknowledgement(by, now, current) { Reservation = Trimmed(reservation) }) };

    /// <summary>Whether this person may read and acknowledge the minutes now, or the rule that forbids it.</summary>
    public static Refusal? WhyNotAcknowledge(Sitting sitting, string by) =>
        sitting.Member(by) is not { } member ? new Refusal("NotOnPanel")
        : member.Present != true ? new Refusal("WasAbsent")
        : sitting.State != SittingState.Closed ? new Refusal("NotYetClosed")
        : null;
}

using JuryBot.Domain.Sessions;

namespace JuryBot.Domain.Reminders;

/// <summary>When people are reminded of what is missing. A number of days or hours that is 0 is no reminder.</summary>
/// <param name="Zone">The organisation's.</param>
public sealed record ReminderTerms(LocalZone Zone, QuietHours Quiet)
{
    /// <summary>A convocation this recent needs no reminder yet.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(3);

    /// <summary>Whole days that an availability poll is open, at least 1.</summary>
    public int PollDays { get; init; } = 7;

    /// <summary>Hours before a poll closes.</summary>
    public int PollHours { get; init; } = 48;

    /// <summary>Days after an invitation.</summary>
    public int InvitationDays { get; init; } = 3;

    /// <summary>Days before a candidate is heard.</summary>
    public int CandidateDays { get; init; } = 14;

    /// <summary>On the evening of the sitting; an hour after its end when that is later.</summary>
    public TimeOnly SheetsAt { get; init; } = new(19, 0);

    /// <summary>Days after the sitting has closed.</summary>
    public int MinutesDays { get; init; } = 3;

    /// <summary>Days before the three months for the transmission of titles are over (code du travail, L6113-8).</summary>
    public int TransmissionDays { get; init; } = 30;

    /// <summary>The same, for the second and last time.</summary>
    public int TransmissionLastDays { get; init; } = 7;

    /// <summary>Hours that a reminder may stay without effect before the coordinator is told.</summary>
    public int EscalationHours { get; init; } = 48;

    /// <summary>The same for sheets, which a jury waits for.</summary>
    public int SheetsEscalationHours { get; init; } = 14;

    /// <summary>When a poll that is asked now closes: at the end of its last day, or of the eve of the window; at the end of the window when that would be within a day.</summary>
    public DateTimeOffset PollCloses(SessionWindow window, DateTimeOffset asked)
    {
        var last = DateOnly.FromDateTime(Zone.ToLocal(asked)).AddDays(PollDays + 1);
        var closes = Midnight(last < window.From ? last : window.From);
        return closes > asked.AddDays(1) ? closes : Midnight(window.To.AddDays(1));
    }

    /// <summary>The end of a day.</summary>
    public DateTimeOffset EndOf(DateOnly day) => Midnight(day.AddDays(1));

    /// <summary>When an unanswered poll is reminded of: so many hours before it closes, but not in its first half.</summary>
    public DateTimeOffset? OfPoll(DateTimeOffset asked, DateTimeOffset closes) =>
        PollHours == 0 ? null : Later(closes.AddHours(-PollHours), Middle(asked, closes));

    /// <summary>When an unanswered invitation is: so many days later, but in the first half of what is left before <paramref name="until"/>.</summary>
    public DateTimeOffset? OfInvitation(DateTimeOffset invited, DateTimeOffset until) =>
        InvitationDays == 0 ? null : Earlier(Zone.AddDays(invited, InvitationDays), Middle(invited, until));

    /// <summary>When a candidate is reminded of their exam; never when they were convened only just before.</summary>
    public DateTimeOffset? OfExam(DateTimeOffset convened, DateTimeOffset start) =>
        CandidateDays > 0 && Zone.AddDays(start, -CandidateDays) is var moment && moment >= convened + Recent ? moment : null;

    /// <summary>When missing sheets are.</summary>
    public DateTimeOffset OfSheets(DateTimeOffset end) => Later(Zone.ToMoment(Zone.ToLocal(end).Date + SheetsAt.ToTimeSpan()), end.AddHours(1));

    /// <summary>When minutes that are not acknowledged are.</summary>
    public DateTimeOffset? OfMinutes(DateTimeOffset closed) => MinutesDays == 0 ? null : Zone.AddDays(closed, MinutesDays);

    /// <summary>When the transmission of titles published then is.</summary>
    public DateTimeOffset? OfTransmission(DateTimeOffset published, bool last) =>
        (last ? TransmissionLastDays : TransmissionDays) is var days && days == 0 ? null : Zone.AddDays(Zone.ToMoment(Zone.ToLocal(published).AddMonths(3)), -days);

    /// <summary>When a reminder without effect is told to the coordinator: after its interval, but in the first half of what is left before <paramref name="until"/>.</summary>
    public DateTimeOffset? OfEscalation(ReminderKind kind, DateTimeOffset reminded, DateTimeOffset? until) =>
        (kind == ReminderKind.Sheets ? SheetsEscalationHours : EscalationHours) is var hours && hours == 0 ? null
        : until is { } limit ? Earlier(reminded.AddHours(hours), Middle(reminded, limit)) : reminded.AddHours(hours);

    private DateTimeOffset Midnight(DateOnly day) => Zone.ToMoment(day.ToDateTime(TimeOnly.MinValue));

    private static DateTimeOffset Middle(DateTimeOffset from, DateTimeOffset to) => from + ((to - from) / 2);

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}

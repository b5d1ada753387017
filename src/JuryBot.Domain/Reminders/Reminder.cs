namespace JuryBot.Domain.Reminders;

/// <summary>What somebody is reminded of.</summary>
public enum ReminderKind
{
    /// <summary>An invitation without an answer.</summary>
    Invitation,

    /// <summary>Their own exam, two weeks before.</summary>
    Exam,

    /// <summary>Sheets that are not submitted on the evening of the sitting.</summary>
    Sheets,

    /// <summary>Minutes that are not acknowledged.</summary>
    Minutes,

    /// <summary>Titles that the Caisse des Dépôts has not recorded.</summary>
    Transmission,

    /// <summary>The same, for the last time.</summary>
    LastTransmission,
}

/// <summary>A reminder that was given.</summary>
/// <param name="Person">Who was reminded; empty for the coordination.</param>
/// <param name="Since">The moment that names what it was about, such as when the person was invited: once that is another, they may be reminded again.</param>
public sealed record Reminder(ReminderKind Kind, string Person, DateTimeOffset Since, DateTimeOffset At)
{
    /// <summary>When the coordinator was told that it had stayed without effect; <c>null</c> while they were not.</summary>
    public DateTimeOffset? EscalatedAt { get; init; }
}

/// <summary>A reminder to come, as things stand.</summary>
/// <param name="At">In the recipient's allowed hours.</param>
/// <param name="Escalation">Whether the coordinator is told that <paramref name="Person"/> was reminded in vain.</param>
public sealed record PlannedReminder(ReminderKind Kind, string Person, DateTimeOffset Since, DateTimeOffset At, bool Escalation);

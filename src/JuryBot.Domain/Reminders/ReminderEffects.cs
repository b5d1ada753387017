namespace JuryBot.Domain.Reminders;

/// <summary>See what a sitting waits for: remind of what is due, and look again when the next is. State decides; looking too often does nothing.</summary>
public sealed record WatchSitting(string Sitting) : Effect
{
    public override string Recipient => $"watch|{Sitting}";
}

/// <summary>Remind a person of what a sitting waits for from them, if it still does.</summary>
public sealed record RemindPerson(string Sitting, ReminderKind Kind, string Person) : Effect
{
    public override string Recipient => $"reminder|{Person}";
}

/// <summary>Tell the coordinator whom a sitting waits for in spite of a reminder.</summary>
public sealed record EscalateReminders(string Sitting, ReminderKind Kind) : Effect
{
    public override string Recipient => $"escalation|{Sitting}";
}

/// <summary>See what a session's polls wait for, and close those whose day has come.</summary>
public sealed record WatchPolls(string Session) : Effect
{
    public override string Recipient => $"watch|{Session}";
}

/// <summary>Tell the coordinator which jurors have not answered in spite of a reminder.</summary>
public sealed record EscalatePolls(string Session) : Effect
{
    public override string Recipient => $"escalation|{Session}";
}

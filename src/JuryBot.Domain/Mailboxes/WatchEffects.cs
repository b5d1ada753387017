namespace JuryBot.Domain.Mailboxes;

/// <summary>Make the mailbox's subscription, or renew it.</summary>
/// <param name="Turn">As <see cref="MailboxWatch.Turn"/> when it was decided.</param>
public sealed record KeepSubscription(string Watch, int Turn) : Effect
{
    public override string Recipient => $"subscription|{Watch}";
}

/// <summary>Read what has changed in the mailbox's calendar: a notification said that something has.</summary>
public sealed record ReadCalendar(string Watch) : Effect
{
    public override string Recipient => $"calendar|{Watch}";
}

/// <summary>Read what has changed in the mailbox's calendar though nobody said so, and again later.</summary>
public sealed record SweepCalendar(string Watch) : Effect
{
    public override string Recipient => $"calendar|{Watch}";
}

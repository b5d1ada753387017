namespace JuryBot.Domain.Mailboxes;

/// <summary>How JuryBot hears of what people change in the calendar of a mailbox that juries are run from.</summary>
public sealed record MailboxWatch
{
    /// <summary>Names the mailbox in keys, ledgers and logs without being its address.</summary>
    public required string Id { get; init; }

    /// <summary>Object id or user principal name.</summary>
    public required string Mailbox { get; init; }

    /// <summary>End of the last sitting in it: nothing is watched after.</summary>
    public DateTimeOffset Until { get; init; }

    /// <summary>Whether anybody looks: false before the first sitting and after the last.</summary>
    public bool Active { get; init; }

    /// <summary>Counts what was done about the subscription: a deadline of an older turn does nothing.</summary>
    public int Turn { get; init; }

    /// <summary><c>null</c>: nobody notifies JuryBot, which then looks by itself, more often.</summary>
    public WatchSubscription? Subscription { get; init; }

    /// <summary>Something changed and has not been looked at yet.</summary>
    public bool Asked { get; init; }
}

/// <param name="Id">As Graph names it.</param>
/// <param name="SecretSha256">Of the secret that Graph says with each notification, lower-case hexadecimal; the secret itself is kept nowhere.</param>
public sealed record WatchSubscription(string Id, string SecretSha256, DateTimeOffset Expires);

namespace JuryBot.Domain.Mailboxes;

/// <summary>Pure verbs on a watched mailbox.</summary>
public static class WatchVerbs
{
    /// <summary>How long a subscription is asked for: a little less than the 10,080 minutes Graph allows, since clocks differ.</summary>
    public static readonly TimeSpan SubscriptionLife = TimeSpan.FromMinutes(10_000);

    /// <summary>How long before its end it is renewed.</summary>
    public static readonly TimeSpan RenewalLead = TimeSpan.FromDays(1);

    /// <summary>How long after a refusal a subscription is asked for again.</summary>
    public static readonly TimeSpan RefusedPause = TimeSpan.FromHours(1);

    /// <summary>How long changes gather before they are read together.</summary>
    public static readonly TimeSpan Gathering = TimeSpan.FromSeconds(3);

    /// <summary>How often the calendar is read without notifications, and beside them: one that was lost is caught by then.</summary>
    public static readonly TimeSpan SweepAlone = TimeSpan.FromMinutes(15), SweepBeside = TimeSpan.FromHours(1);

    /// <summary>Watches a mailbox until a moment, at least.</summary>
    public static Decision<MailboxWatch> Watch(MailboxWatch? known, string id, string mailbox, DateTimeOffset until)
    {
        var watch = known ?? new MailboxWatch { Id = id, Mailbox = mailbox };
        watch = watch with { Until = until > watch.Until ? until : watch.Until };
        return watch.Active
            ? watch
            : Decision<MailboxWatch>.Accept(watch with { Active = true, Turn = watch.Turn + 1 }, new KeepSubscription(id, watch.Turn + 1), new SweepCalendar(id));
    }

    /// <summary>Keeps the subscription that was made or renewed; <c>null</c> when Graph gave none.</summary>
    /// <param name="turn">Of the deadline that did it.</param>
    public static Decision<MailboxWatch> Subscribed(MailboxWatch watch, int turn, WatchSubscription? subscription, DateTimeOffset now)
    {
        if (watch.Turn != turn || !watch.Active)
        {
            return watch;
        }

        var next = watch with { Turn = turn + 1, Subscription = subscription };
        var effects = new List<Effect> { new KeepSubscription(watch.Id, next.Turn) { NotBefore = subscription is null ? now + RefusedPause : subscription.Expires - RenewalLead } };
        // What changed before there was a subscription, or between two, was told to nobody.
        return subscription is not null && subscription.Id != watch.Subscription?.Id ? Ask(next, effects, now) : Decision<MailboxWatch>.Accept(next, effects);
    }

    /// <summary>Something has changed: it is read soon, together with what changes until then.</summary>
    public static Decision<MailboxWatch> Notify(MailboxWatch watch, DateTimeOffset now) => Ask(watch, [], now);

    /// <summary>Graph asks for the subscription to be renewed, or has removed it.</summary>
    public static Decision<MailboxWatch> Lose(MailboxWatch watch, bool removed, DateTimeOffset now)
    {
        if (!watch.Active)
        {
            return watch;
        }

        var next = watch with { Turn = watch.Turn + 1, Subscription = removed ? null : watch.Subscription };
        return Ask(next, [new KeepSubscription(watch.Id, next.Turn)], now);
    }

    /// <summary>Begins to read: what is notified from now on is read again.</summary>
    public static Decision<MailboxWatch> Begin(MailboxWatch watch) => watch with { Asked = false };

    /// <summary>As <see cref="Begin"/>, and looks again later; ends the watch after the last sitting.</summary>
    public static Decision<MailboxWatch> Sweep(MailboxWatch watch, DateTimeOffset now) =>
        !watch.Active ? watch
        : now > watch.Until ? watch with { Active = false, Asked = false, Subscription = null, Turn = watch.Turn + 1 }
        : Decision<MailboxWatch>.Accept(watch with { Asked = false }, new SweepCalendar(watch.Id) { NotBefore = now + (watch.Subscription is null ? SweepAlone : SweepBeside) });

    private static Decision<MailboxWatch> Ask(MailboxWatch watch, List<Effect> effects, DateTimeOffset now) => watch.Asked || !watch.Active
        ? Decision<MailboxWatch>.Accept(watch, effects)
        : Decision<MailboxWatch>.Accept(watch with { Asked = true }, [.. effects, new ReadCalendar(watch.Id) { NotBefore = now + Gathering }]);
}

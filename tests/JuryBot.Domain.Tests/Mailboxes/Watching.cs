using JuryBot.Domain.Mailboxes;

namespace JuryBot.Domain.Tests.Mailboxes;

/// <summary>A mailbox is watched from its first sitting to its last.</summary>
public sealed class Watching
{
    private static readonly DateTimeOffset Now = new(2026, 10, 5, 6, 0, 0, TimeSpan.Zero), Until = Now.AddDays(20);
    private static readonly MailboxWatch Watch = WatchVerbs.Watch(null, "box", "jury@example.org", Until).State!;
    private static readonly WatchSubscription Subscription = new("s1", "hash", Now + WatchVerbs.SubscriptionLife);

    [Fact]
    public void The_first_sitting_starts_it_and_others_prolong_it()
    {
        var started = WatchVerbs.Watch(null, "box", "jury@example.org", Until);
        Assert.Equal([new KeepSubscription("box", 1), new SweepCalendar("box")], started.Effects);
        Assert.Empty(WatchVerbs.Watch(started.State, "box", "jury@example.org", Until.AddDays(1)).Effects);
        Assert.Equal(Until.AddDays(1), WatchVerbs.Watch(started.State, "box", "jury@example.org", Until.AddDays(1)).State!.Until);
        Assert.Equal(Until, WatchVerbs.Watch(started.State, "box", "jury@example.org", Now).State!.Until);
    }

    [Fact]
    public void A_new_subscription_is_followed_by_a_look_and_every_one_by_its_renewal()
    {
        var made = WatchVerbs.Subscribed(Watch, 1, Subscription, Now);
        Assert.Equal([new KeepSubscription("box", 2) { NotBefore = Subscription.Expires - WatchVerbs.RenewalLead }, new ReadCalendar("box") { NotBefore = Now + WatchVerbs.Gathering }], made.Effects);
        var renewed = WatchVerbs.Subscribed(made.State!, 2, Subscription with { Expires = Subscription.Expires.AddDays(5) }, Now);
        Assert.Equal([new KeepSubscription("box", 3) { NotBefore = Subscription.Expires.AddDays(5) - WatchVerbs.RenewalLead }], renewed.Effects);
        Assert.Same(renewed.State, WatchVerbs.Subscribed(renewed.State!, 2, null, Now).State);
        Assert.Equal([new KeepSubscription("box", 2) { NotBefore = Now + WatchVerbs.RefusedPause }], WatchVerbs.Subscribed(Watch, 1, null, Now).Effects);
    }

    [Fact]
    public void Notifications_are_gathered_until_somebody_looks()
    {
        var asked = WatchVerbs.Notify(Watch, Now);
        Assert.Equal([new ReadCalendar("box") { NotBefore = Now + WatchVerbs.Gathering }], asked.Effects);
        Assert.Empty(WatchVerbs.Notify(asked.State!, Now).Effects);
        Assert.Equal(asked.State, WatchVerbs.Notify(asked.State!, Now).State);
        Assert.Single(WatchVerbs.Notify(WatchVerbs.Begin(asked.State!).State!, Now).Effects);
    }

    [Fact]
    public void A_subscription_that_Graph_removed_is_made_again_and_one_it_asks_about_renewed()
    {
        var made = WatchVerbs.Subscribed(Watch, 1, Subscription, Now).State!;
        var removed = WatchVerbs.Lose(WatchVerbs.Begin(made).State!, removed: true, Now);
        Assert.Null(removed.State!.Subscription);
        Assert.Equal([new KeepSubscription("box", 3), new ReadCalendar("box") { NotBefore = Now + WatchVerbs.Gathering }], removed.Effects);
        Assert.Equal(Subscription, WatchVerbs.Lose(made, removed: false, Now).State!.Subscription);
    }

    [Fact]
    public void It_looks_by_itself_more_often_alone_and_no_more_after_the_last_sitting()
    {
        Assert.Equal([new SweepCalendar("box") { NotBefore = Now + WatchVerbs.SweepAlone }], WatchVerbs.Sweep(Watch, Now).Effects);
        Assert.Equal([new SweepCalendar("box") { NotBefore = Now + WatchVerbs.SweepBeside }], WatchVerbs.Sweep(Watch with { Subscription = Subscription }, Now).Effects);
        var over = WatchVerbs.Sweep(Watch, Until.AddTicks(1));
        Assert.Empty(over.Effects);
        Assert.Empty(WatchVerbs.Sweep(over.State!, Until).Effects);
        Assert.Empty(WatchVerbs.Notify(over.State!, Until).Effects);
        Assert.Empty(WatchVerbs.Lose(over.State!, removed: true, Until).Effects);
        Assert.Equal([new KeepSubscription("box", 3), new SweepCalendar("box")], WatchVerbs.Watch(over.State, "box", "jury@example.org", Until.AddDays(9)).Effects);
    }
}

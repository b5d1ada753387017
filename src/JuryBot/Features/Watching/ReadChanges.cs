using System.Text.Json;
using JuryBot.Calendars;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Mailboxes;
using JuryBot.Storage;

namespace JuryBot.Features.Watching;

/// <summary>Reads what people changed in a watched calendar since the last time, and takes it into the sittings whose events these are. Reading something twice changes nothing, so
/// that neither a repetition nor another replica that reads at the same moment does harm.</summary>
internal sealed class ReadChanges(Store store, Lookups lookups, CalendarChanges calendar, EventSubscriptions subscriptions, EventReading events, KeepWatch watches, TimeProvider time)
{
    private const string Rounds = "calendar-round";

    /// <summary>How far ahead changes are followed, and how long until that is looked at anew: the window of a round is fixed.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(400), Renewed = TimeSpan.FromDays(30);

    private static readonly Command Seen = new("sitting.event-seen", "jurybot");

    private sealed record Round(string Link, DateTimeOffset From);

    public async Task OnNotificationAsync(ReadCalendar effect, Delivery delivery, CancellationToken cancellation)
    {
        if (await store.ReadAsync(Aggregates.Mailboxes, effect.Watch, cancellation) is { Active: true } watch)
        {
            await store.ExecuteAsync(Aggregates.Mailboxes, watch.Id, new Command("calendar.read", "jurybot"), known => WatchVerbs.Begin(known!), ct: cancellation);
            await ReadAsync(watch, cancellation);
        }
    }

    public async Task OnSweepAsync(SweepCalendar effect, Delivery delivery, CancellationToken cancellation)
    {
        if (await store.ReadAsync(Aggregates.Mailboxes, effect.Watch, cancellation) is not { Active: true } watch)
        {
            return;
        }

        // The next sweep stands before this one is made: one that cannot be made does not end them all.
        var swept = (await store.ExecuteAsync(
            Aggregates.Mailboxes, watch.Id, new Command("calendar.sweep", "jurybot", Cause: delivery.Cause), known => WatchVerbs.Sweep(known!, time.GetUtcNow()), ct: cancellation)).State!;
        if (swept.Active)
        {
            await ReadAsync(swept, cancellation);
        }
        else if (watch.Subscription is { } subscription)
        {
            await subscriptions.DeleteAsync(subscription.Id, cancellation);
        }
    }

    private async Task ReadAsync(MailboxWatch watch, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var last = await lookups.GetAsync(Rounds, watch.Id, cancellation) is { } json ? JsonSerializer.Deserialize<Round>(json, Json.Options) : null;
        var changes = last is not null && now - last.From < Renewed ? await calendar.SinceAsync(watch.Mailbox, last.Link, cancellation) : null;
        if (changes is not null)
        {
            await TakeAsync(watch, changes, cancellation);
            await KeepAsync(last! with { Link = changes.Link });
            return;
        }

        // From a day ago on: what has begun is nobody's to move.
        var whole = await calendar.AllAsync(watch.Mailbox, now.AddDays(-1), now + Ahead, cancellation);
        await TakeAsync(watch, whole, cancellation);
        await LookForMissingAsync(watch, whole, now, cancellation);
        await KeepAsync(new Round(whole.Link, now));

        Task KeepAsync(Round round) => lookups.PutAsync(Rounds, watch.Id, JsonSerializer.Serialize(round, Json.Options), cancellation);
    }

    private async Task TakeAsync(MailboxWatch watch, CalendarRound changes, CancellationToken cancellation)
    {
        foreach (var seen in changes.Events)
        {
            await TakeAsync(seen, cancellation);
        }

        foreach (var id in changes.Removed)
        {
            if (await lookups.GetAsync("event", id, cancellation) is { } sitting)
            {
                await events.ReadAsync(sitting, watch.Mailbox, id, Seen, cancellation);
            }
        }
    }

    private async Task TakeAsync(SeenEvent seen, CancellationToken cancellation)
    {
        if (await lookups.GetAsync("event", seen.Id, cancellation) is { } sitting)
        {
            await events.TakeAsync(sitting, seen, Seen, cancellation);
        }
    }

    // A whole round lists what is there: an event of ours that is missing was taken away, or moved out of sight.
    private async Task LookForMissingAsync(MailboxWatch watch, CalendarRound whole, DateTimeOffset now, CancellationToken cancellation)
    {
        var there = whole.Events.Select(seen => seen.Id).ToHashSet();
        foreach (var id in await watches.SittingsAsync(watch.Id, now, cancellation))
        {
            if (await store.ReadAsync(Aggregates.Sittings, id, cancellation) is not { State: SittingState.Convened } sitting)
            {
                continue;
            }

            foreach (var missing in sitting.Exams.Where(e => e.State != ExamState.NotHeld).Select(e => e.EventId).Append(sitting.EventId).OfType<string>().Where(e => !there.Contains(e)))
            {
                await events.ReadAsync(id, watch.Mailbox, missing, Seen, cancellation);
            }
        }
    }
}

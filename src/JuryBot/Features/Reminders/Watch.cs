using JuryBot.Domain.Reminders;
using JuryBot.Storage;

namespace JuryBot.Features.Reminders;

/// <summary>Looks at what a sitting or a session's polls wait for, when something of it may be due. What is decided is decided on their state at
/// that moment, so that a look too many, a late one or one after a moved clock does no harm.</summary>
internal sealed class Watch(Store store, EventReading events, ReminderClock clock, TimeProvider time)
{
    private const string Actor = "jurybot";

    public async Task SittingAsync(WatchSitting effect, Delivery delivery, CancellationToken cancellation)
    {
        if (await store.ReadAsync(Aggregates.Sittings, effect.Sitting, cancellation) is not { } sitting)
        {
            return;
        }

        var zoneOf = await clock.ZonesAsync(sitting, cancellation);
        var now = time.GetUtcNow();
        if (sitting.EventId is { } eventId && SittingReminders.Plan(sitting, clock.Terms, zoneOf, now).Any(due => due.Kind == ReminderKind.Invitation && due.At <= now))
        {
            // Who answered since the calendar was last read is not reminded.
            await events.ReadAsync(sitting.Id, sitting.Mailbox!, eventId, new Command("sitting.answers", Actor, Cause: delivery.Cause), cancellation);
        }

        await store.ExecuteAsync(
            Aggregates.Sittings, sitting.Id, new Command("sitting.watch", Actor, Cause: delivery.Cause), known => SittingReminders.Look(known!, clock.Terms, zoneOf, now), ct: cancellation);
    }

    public async Task PollsAsync(WatchPolls effect, Delivery delivery, CancellationToken cancellation)
    {
        if (await store.ReadAsync(Aggregates.Sessions, effect.Session, cancellation) is { } session)
        {
            var zoneOf = await clock.ZonesAsync([session.Coordinator, .. session.Polls.Select(poll => poll.Person)], cancellation);
            await store.ExecuteAsync(
                Aggregates.Sessions, session.Id, new Command("availability.watch", Actor, Cause: delivery.Cause), known => PollReminders.Look(known!, clock.Terms, zoneOf, time.GetUtcNow()), ct: cancellation);
        }
    }
}

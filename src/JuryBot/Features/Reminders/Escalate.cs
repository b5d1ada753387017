using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Domain.Reminders;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Reminders;

/// <summary>Tells the coordinator in one message who was reminded in vain, and what to do. Nothing is said when nobody is missing any more.</summary>
internal sealed class Escalate(Store store, PeopleRegister people, Reach reach, ReminderCard card, ReminderClock clock, TimeProvider time)
{
    public async Task SittingAsync(EscalateReminders effect, Delivery delivery, CancellationToken cancellation)
    {
        if (await store.ReadAsync(Aggregates.Sittings, effect.Sitting, cancellation) is not { } sitting
            || SittingReminders.InVain(sitting, clock.Terms, effect.Kind, time.GetUtcNow()) is not { Count: > 0 } missing
            || await ToAsync(sitting, effect.Kind, cancellation) is not { } coordinator)
        {
            return;
        }

        clock.WaitForDay(coordinator);
        await reach.TellAsync(
            coordinator, card.Escalation(effect.Kind, sitting, missing, coordinator), $"{card.InVain(effect.Kind, coordinator.Language)} – {card.Jury(sitting, coordinator.Language)}",
            $"{sitting.Id}|escalation|{effect.Kind}", sitting.Coordinator, delivery, cancellation);
    }

    public async Task PollsAsync(EscalatePolls effect, Delivery delivery, CancellationToken cancellation)
    {
        if (await store.ReadAsync(Aggregates.Sessions, effect.Session, cancellation) is not { } session
            || PollReminders.InVain(session) is not { Count: > 0 } missing
            || await people.GetAsync(session.Coordinator, cancellation) is not { } coordinator)
        {
            return;
        }

        clock.WaitForDay(coordinator);
        var names = (await store.ReadAllAsync(Aggregates.People, missing, cancellation)).Select(juror => juror.Name);
        await reach.TellAsync(
            coordinator, card.PollEscalation(session, [.. names], coordinator), $"{card.PollsInVain(coordinator.Language)} – {card.Jury(session, coordinator.Language)}",
            $"{session.Id}|escalation|polls", session.Coordinator, delivery, cancellation);
    }

    // Sheets are blind: who judges is not told whose are missing, and another coordinator is.
    private async Task<Person?> ToAsync(Sitting sitting, ReminderKind kind, CancellationToken cancellation) =>
        kind == ReminderKind.Sheets && sitting.Member(sitting.Coordinator) is not null
            ? (await people.ListAsync(cancellation)).FirstOrDefault(person => person.Is(PersonRole.Coordinator) && sitting.Member(person.Id) is null)
            : await people.GetAsync(sitting.Coordinator, cancellation);
}

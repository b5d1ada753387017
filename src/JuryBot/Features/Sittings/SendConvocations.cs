using JuryBot.Calendars;
using JuryBot.Domain.Exams;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Sittings;

/// <summary>Puts sittings into calendars: one event for the jury and the room, one for each candidate, and holds everybody's time.</summary>
internal sealed class SendConvocations(Store store, JuryCalendar calendar, JuryMailbox mailboxes, PeopleRegister people, Lookups lookups, Reservations reservations, ConvocationTexts texts)
{
    public async Task ToJuryAsync(SendConvocation effect, Delivery delivery, CancellationToken cancellation)
    {
        var sitting = await ReadAsync(effect.Sitting, cancellation);
        var mailbox = await mailboxes.OfAsync(sitting.Coordinator, cancellation);
        var eventId = await calendar.CreateAsync(
            mailbox,
            new EventDraft(sitting.Id, texts.Subject(sitting), texts.ForJury(sitting), sitting.Start, sitting.End, Attendees(sitting), (sitting.Room, sitting.RoomName), sitting.RoomName),
            delivery.Key,
            cancellation);
        await lookups.PutAsync("event", eventId, sitting.Id, cancellation);
        await store.ExecuteAsync(
            Aggregates.Sittings,
            sitting.Id,
            new Command("sitting.convocation-sent", sitting.Coordinator),
            known => SittingVerbs.KeepEvent(known!, mailbox, eventId),
            ct: cancellation);
    }

    public async Task UpdateAsync(UpdateConvocation effect, Delivery delivery, CancellationToken cancellation)
    {
        var sitting = await ReadAsync(effect.Sitting, cancellation);
        if (sitting.EventId is null || sitting.PanelRevision != effect.PanelRevision)
        {
            return;
        }

        await calendar.InviteAsync(sitting.Mailbox!, sitting.EventId, texts.ForJury(sitting), Attendees(sitting), (sitting.Room, sitting.RoomName), cancellation);
    }

    public async Task ToCandidateAsync(ConveneCandidate effect, Delivery delivery, CancellationToken cancellation)
    {
        var sitting = await ReadAsync(effect.Sitting, cancellation);
        var exam = sitting.Exam(effect.Candidate)!;
        var candidate = await people.GetAsync(effect.Candidate, cancellation) ?? throw new PoisonException("The candidate is gone.");
        var mailbox = await mailboxes.OfAsync(sitting.Coordinator, cancellation);
        var eventId = await calendar.CreateAsync(
            mailbox,
            new EventDraft(
                sitting.Id, texts.Subject(sitting), texts.ForCandidate(sitting, exam, candidate.Language), exam.Start, exam.End, [(candidate.Mail, candidate.Name)], null, sitting.RoomName),
            delivery.Key,
            cancellation);
        await lookups.PutAsync("event", eventId, sitting.Id, cancellation);
        await store.ExecuteAsync(
            Aggregates.Sittings,
            sitting.Id,
            new Command("sitting.candidate-convened", sitting.Coordinator),
            known => SittingVerbs.KeepCandidateEvent(known!, effect.Candidate, eventId),
            ct: cancellation);
    }

    /// <summary>Holds somebody's or a room's time; the coordinator is told when another sitting has it already.</summary>
    public async Task HoldAsync(HoldTime effect, Delivery delivery, CancellationToken cancellation)
    {
        var sitting = await ReadAsync(effect.Sitting, cancellation);
        if (effect.Holder != sitting.Room && sitting.Member(effect.Holder) is null && sitting.Exam(effect.Holder) is null)
        {
            return;
        }

        if (await reservations.PutAsync(effect.Holder, effect.From, effect.To, effect.Sitting, cancellation) is [var other, ..])
        {
            throw Problems.HeldElsewhere(other.Sitting);
        }
    }

    public Task ReleaseAsync(ReleaseTime effect, Delivery delivery, CancellationToken cancellation) =>
        reservations.DeleteAsync(effect.Holder, effect.Sitting, cancellation);

    private async Task<Sitting> ReadAsync(string id, CancellationToken cancellation) =>
        await store.ReadAsync(Aggregates.Sittings, id, cancellation) ?? throw new PoisonException("The sitting is gone.");

    private static List<(string Mail, string Name)> Attendees(Sitting sitting) => [.. sitting.Panel.Select(m => (m.Mail, m.Name))];
}

using JuryBot.Calendars;
using JuryBot.Chat;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Features.Sittings.Page;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Sittings;

/// <summary>Puts sittings into calendars: one event for the jury and the room, one for each candidate, with a mail to whoever has no account, and holds everybody's time. What is
/// written is the sitting as it is now, whenever that was decided.</summary>
internal sealed class SendConvocations(
    Store store, JuryCalendar calendar, WriteEvents events, JuryMailbox mailboxes, PeopleRegister people, Lookups lookups, Reservations reservations, MailConvocation mail, ConvocationTexts texts, Messenger messenger, ConvocationCard card)
{
    // Part of a delivery that writes the event: done once, however often the rest is tried.
    private const string Event = "event";

    public async Task ToJuryAsync(SendConvocation effect, Delivery delivery, CancellationToken cancellation)
    {
        var sitting = await ReadAsync(effect.Sitting, cancellation);
        if (sitting.State == SittingState.Cancelled)
        {
            return;
        }

        var mailbox = await mailboxes.OfAsync(sitting.Coordinator, cancellation);
        var (eventId, joinUrl, content) = await calendar.CreateAsync(mailbox, ForJury(sitting), delivery.Key, cancellation);
        await lookups.PutAsync("event", eventId, sitting.Id, cancellation);
        await store.ExecuteAsync(
            Aggregates.Sittings,
            sitting.Id,
            new Command("sitting.convocation-sent", sitting.Coordinator),
            known => SittingVerbs.KeepEvent(known!, mailbox, eventId, joinUrl, new EventTime(sitting.Start, sitting.End), content),
            ct: cancellation);
        await MailMembersAsync(sitting, delivery, cancellation);
    }

    public async Task UpdateAsync(UpdateConvocation effect, Delivery delivery, CancellationToken cancellation)
    {
        var sitting = await ReadAsync(effect.Sitting, cancellation);
        if (sitting.EventId is null || sitting.PanelRevision != effect.PanelRevision)
        {
            return;
        }

        // An attempt that comes again after the event was changed must not have everybody told of a change once more.
        var changed = delivery.Part(Event);
        if (changed.Progress<string>() is null)
        {
            await events.UpdateAsync(sitting, sitting.Mailbox!, sitting.EventId, ForJury(sitting), cancellation);
            await changed.SaveProgressAsync(sitting.EventId, cancellation);
        }

        await MailMembersAsync(sitting, delivery, cancellation);
    }

    public async Task CancelAsync(CancelConvocation effect, Delivery delivery, CancellationToken cancellation)
    {
        if (await ReadAsync(effect.Sitting, cancellation) is { EventId: { } eventId } sitting)
        {
            await calendar.CancelAsync(sitting.Mailbox!, eventId, texts.Cancelled(sitting), cancellation);
        }
    }

    public async Task ToCandidateAsync(ConveneCandidate effect, Delivery delivery, CancellationToken cancellation)
    {
        var sitting = await ReadAsync(effect.Sitting, cancellation);
        if (sitting.State == SittingState.Cancelled || sitting.Exam(effect.Candidate) is not { State: not ExamState.NotHeld } exam)
        {
            return;
        }

        var candidate = await people.GetAsync(effect.Candidate, cancellation) ?? throw new PoisonException("The candidate is gone.");
        var mailbox = await mailboxes.OfAsync(sitting.Coordinator, cancellation);
        var draft = new EventDraft(
            sitting.Id, texts.Subject(sitting, exam), texts.ForCandidate(sitting, exam, candidate.Language), exam.Start, exam.End, [(candidate.Mail, candidate.Name)], null, texts.Place(sitting, candidate.Language));
        var written = delivery.Part(Event);
        EventContent? content = null;
        if (written.Progress<string>() is not { } eventId)
        {
            (eventId, content) = await WriteAsync();
            await written.SaveProgressAsync(eventId, cancellation);
        }

        if (exam.EventId is null)
        {
            await lookups.PutAsync("event", eventId, sitting.Id, cancellation);
            await store.ExecuteAsync(
                Aggregates.Sittings,
                sitting.Id,
                new Command("sitting.candidate-convened", sitting.Coordinator),
                known => SittingVerbs.KeepCandidateEvent(known!, effect.Candidate, eventId, new EventTime(exam.Start, exam.End), content),
                ct: cancellation);
        }

        await ShowAsync(sitting, exam, candidate, delivery, cancellation);
        await mail.ToAsync(sitting, candidate.Id, delivery, cancellation);

        async Task<(string Id, EventContent? Content)> WriteAsync()
        {
            if (exam.EventId is { } known)
            {
                await events.UpdateAsync(sitting, mailbox, known, draft, cancellation);
                return (known, null);
            }

            var created = await calendar.CreateAsync(mailbox, draft, delivery.Key, cancellation);
            return (created.Id, created.Content);
        }
    }

    /// <summary>Cancels a candidate's event and lets their time go, unless the sitting hears them again.</summary>
    public async Task WithdrawAsync(WithdrawCandidate effect, Delivery delivery, CancellationToken cancellation)
    {
        var sitting = await ReadAsync(effect.Sitting, cancellation);
        if (sitting.State == SittingState.Cancelled || sitting.Exam(effect.Candidate) is not { State: not ExamState.NotHeld })
        {
            await reservations.DeleteAsync(effect.Candidate, sitting.Id, cancellation);
        }

        if (effect.EventId is { } eventId)
        {
            var language = (await people.GetAsync(effect.Candidate, cancellation))?.Language;
            await IfReachedAsync(() => messenger.ReplaceAsync(
                ConvocationCard.Key(sitting.Id, effect.Candidate), card.Withdrawn(sitting, effect.Elsewhere, language ?? "fr"), cancellation));
            await calendar.CancelAsync(await mailboxes.OfAsync(sitting.Coordinator, cancellation), eventId, texts.Withdrawn(sitting, effect.Elsewhere, language), cancellation);
        }
    }

    /// <summary>Holds somebody's or a room's time; the coordinator is told when another sitting has it already.</summary>
    public async Task HoldAsync(HoldTime effect, Delivery delivery, CancellationToken cancellation)
    {
        if ((await ReadAsync(effect.Sitting, cancellation)).Held().FirstOrDefault(held => held.Holder == effect.Holder) is not { Holder: not null } now)
        {
            return;
        }

        if (await reservations.PutAsync(now.Holder, now.From, now.To, effect.Sitting, cancellation) is [var other, ..])
        {
            throw Problems.HeldElsewhere(other.Sitting);
        }
    }

    public Task ReleaseAsync(ReleaseTime effect, Delivery delivery, CancellationToken cancellation) =>
        reservations.DeleteAsync(effect.Holder, effect.Sitting, cancellation);

    // The card is brought up to date where there is one, and sent where there is none: an attempt that failed after the event comes back here.
    private async Task ShowAsync(Sitting sitting, Exam exam, Person candidate, Delivery delivery, CancellationToken cancellation)
    {
        var key = ConvocationCard.Key(sitting.Id, candidate.Id);
        var shown = card.Show(sitting, exam, candidate.Language);
        if (await messenger.HasSentAsync(key, cancellation))
        {
            await IfReachedAsync(() => messenger.ReplaceAsync(key, shown, cancellation));
        }
        else if (await messenger.CanReachAsync(candidate, cancellation))
        {
            await IfReachedAsync(() => messenger.SendAsync(candidate, shown, texts.Subject(sitting, candidate.Language), key, delivery.Part("card"), cancellation));
        }
    }

    // The event in the calendar says the same, and is what convenes.
    private static async Task IfReachedAsync(Func<Task> inTeams)
    {
        try
        {
            await inTeams();
        }
        catch (PoisonException)
        {
            // They removed the app: the event reaches them.
        }
    }

    private async Task MailMembersAsync(Sitting sitting, Delivery delivery, CancellationToken cancellation)
    {
        foreach (var member in sitting.Panel)
        {
            await mail.ToAsync(sitting, member.Person, delivery, cancellation);
        }
    }

    private async Task<Sitting> ReadAsync(string id, CancellationToken cancellation) =>
        await store.ReadAsync(Aggregates.Sittings, id, cancellation) ?? throw new PoisonException("The sitting is gone.");

    private EventDraft ForJury(Sitting sitting) => new(
        sitting.Id, texts.Subject(sitting), texts.ForJury(sitting), sitting.Start, sitting.End, [.. sitting.Panel.Select(m => (m.Mail, m.Name))], (sitting.Room, sitting.RoomName), sitting.RoomName) { Online = sitting.Remote };
}

using JuryBot.Calendars;
using JuryBot.Chat;
using JuryBot.Domain.Awards;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Records;

/// <summary>Tells a candidate what a published sitting says of them, in Teams and by mail.</summary>
internal sealed class TellCandidate(Store store, PeopleRegister people, Messenger messenger, Mailer mailer, JuryMailbox mailboxes, OutcomeTexts texts)
{
    public async Task HandleAsync(TellOutcomes effect, Delivery delivery, CancellationToken cancellation)
    {
        var sitting = await store.ReadAsync(Aggregates.Sittings, effect.Sitting, cancellation) ?? throw new PoisonException("The sitting is gone.");
        var record = await store.ReadAsync(Aggregates.Candidates, effect.Candidate, cancellation) ?? throw new PoisonException("The record is gone.");
        var candidate = await people.GetAsync(effect.Candidate, cancellation) ?? throw new PoisonException("The candidate is gone.");
        var subject = texts.Subject(sitting, candidate.Language);
        if (effect.Channel == Channel.Teams && candidate.EntraId is null)
        {
            return;
        }

        if (effect.Channel == Channel.Teams)
        {
            await messenger.SendAsync(candidate, texts.Card(sitting, record, candidate.Language), subject, $"{sitting.Id}|{candidate.Id}|outcome", delivery, cancellation);
            return;
        }

        var mailbox = await mailboxes.OfAsync(sitting.Coordinator, cancellation);
        await mailer.SendAsync(mailbox, candidate.Mail, candidate.Name, subject, texts.Mail(sitting, record, candidate.Language), delivery, cancellation);
    }
}

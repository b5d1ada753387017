using JuryBot.Calendars;
using JuryBot.Chat;
using JuryBot.Domain.Awards;
using JuryBot.Domain.People;
using JuryBot.Features.Records.Page;
using JuryBot.Identity;
using JuryBot.Pages;
using JuryBot.Storage;

namespace JuryBot.Features.Records;

/// <summary>Tells a candidate what a published sitting says of them, in Teams and by mail, with a link to a page for who has no account.</summary>
internal sealed class TellCandidate(Store store, PeopleRegister people, Messenger messenger, Mailer mailer, JuryMailbox mailboxes, LinkMail links, OutcomeTexts texts, TimeProvider time)
{
    public async Task HandleAsync(TellOutcomes effect, Delivery delivery, CancellationToken cancellation)
    {
        var sitting = await store.ReadAsync(Aggregates.Sittings, effect.Sitting, cancellation) ?? throw new PoisonException("The sitting is gone.");
        var record = await store.ReadAsync(Aggregates.Candidates, effect.Candidate, cancellation) ?? throw new PoisonException("The record is gone.");
        var candidate = await people.GetAsync(effect.Candidate, cancellation) ?? throw new PoisonException("The candidate is gone.");
        if (candidate.Erased is not null)
        {
            return;
        }

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
        await mailer.SendAsync(
            mailbox, candidate.Mail, candidate.Name, subject, texts.Mark(sitting, candidate.Language), async ct => texts.Mail(sitting, record, candidate.Language, await LinkAsync(sitting.Id, candidate, ct)), delivery, cancellation);
    }

    // Who has an account reads it all in Teams.
    private async Task<Html> LinkAsync(string sitting, Person candidate, CancellationToken cancellation)
    {
        if (candidate.EntraId is not null)
        {
            return Html.Empty;
        }

        var link = OutcomeLink.To(sitting, candidate.Id, time.GetUtcNow());
        return $"{await links.IssueAsync(link, texts.T(candidate.Language, "Mail.Open"), cancellation)}{links.Outro(link.Expires, candidate)}";
    }
}

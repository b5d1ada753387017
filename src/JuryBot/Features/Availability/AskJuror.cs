using JuryBot.Calendars;
using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain.People;
using JuryBot.Domain.Sessions;
using JuryBot.Identity;
using JuryBot.Pages;
using JuryBot.Storage;

namespace JuryBot.Features.Availability;

/// <summary>Asks one juror: by cards where Teams reaches them, else by a mail with a link of their own. Later brings the cards up to date.</summary>
internal sealed class AskJuror(
    Store store, PeopleRegister people, Messenger messenger, Mailer mailer, JuryMailbox mailboxes, LinkMail links, PollCard card, PollTexts texts, OrganisationSettings organisation, ReminderClock clock, TimeProvider time)
{
    public async Task AskAsync(AskAvailability effect, Delivery delivery, CancellationToken cancellation)
    {
        var session = await store.ReadAsync(Aggregates.Sessions, effect.Session, cancellation) ?? throw new PoisonException("The session is gone.");
        if (session.PollOf(effect.Person) is not { } poll || PollVerbs.WhyClosed(session, poll, time.GetUtcNow()) is not null)
        {
            return;
        }

        var juror = await people.GetAsync(effect.Person, cancellation) ?? throw new PoisonException("The juror is gone.");
        if (poll.RemindedAt is not null)
        {
            clock.WaitForDay(juror);
        }

        if (await messenger.CanReachAsync(juror, cancellation))
        {
            await SendCardsAsync(session, juror, effect.Round, delivery, cancellation);
        }
        else
        {
            await SendMailAsync(session, juror, effect.Round, delivery.Part("mail"), cancellation);
        }
    }

    public async Task RefreshAsync(RefreshPolls effect, Delivery delivery, CancellationToken cancellation)
    {
        var session = await store.ReadAsync(Aggregates.Sessions, effect.Session, cancellation) ?? throw new PoisonException("The session is gone.");
        foreach (var poll in session.Polls.Where(p => effect.Person is null || p.Person == effect.Person))
        {
            if (await people.GetAsync(poll.Person, cancellation) is not { } juror)
            {
                continue;
            }

            foreach (var part in Enumerable.Range(0, PollCard.Parts(session).Count))
            {
                foreach (var round in Enumerable.Range(1, poll.Asked.Count))
                {
                    await ReplaceAsync(PollCard.Key(session.Id, juror.Id, round, part), session, poll, juror, part, cancellation);
                }
            }
        }
    }

    private async Task SendCardsAsync(Session session, Person juror, int round, Delivery delivery, CancellationToken cancellation)
    {
        foreach (var part in Enumerable.Range(0, PollCard.Parts(session).Count))
        {
            await messenger.SendAsync(
                juror,
                card.Show(session, session.PollOf(juror.Id)!, juror, part),
                texts.Subject(session, round, juror.Language),
                PollCard.Key(session.Id, juror.Id, round, part),
                delivery.Part($"card-{part}"),
                cancellation);
        }
    }

    // The link serves as long as there is something to answer: to the end of the window, at most.
    private async Task SendMailAsync(Session session, Person juror, int round, Delivery delivery, CancellationToken cancellation)
    {
        var expires = session.Window.To.AddDays(1).ToDateTime(TimeOnly.MinValue).ToMoment(organisation.TimeZone);
        var link = new PersonalLink(AnswerPage.Purpose, juror.Id, session.Id, expires);
        await mailer.SendAsync(
            await mailboxes.OfAsync(session.Coordinator, cancellation),
            juror.Mail,
            juror.Name,
            texts.Subject(session, round, juror.Language),
            texts.Mark(session, juror.Language),
            async ct => texts.Mail(session, juror, await links.IssueAsync(link, texts.T(juror.Language, "Mail.Open"), ct), links.Outro(expires, juror)),
            delivery,
            cancellation);
    }

    private async Task ReplaceAsync(string key, Session session, Poll poll, Person juror, int part, CancellationToken cancellation)
    {
        try
        {
            await messenger.ReplaceAsync(key, card.Show(session, poll, juror, part), cancellation);
        }
        catch (PoisonException)
        {
            // Whoever removed the app sees no card; a late answer is refused in any case.
        }
    }
}

using JuryBot.Calendars;
using JuryBot.Chat;
using JuryBot.Domain.People;
using JuryBot.Domain.Sessions;
using JuryBot.Identity;
using JuryBot.Pages;
using JuryBot.Storage;

namespace JuryBot.Features.Independence;

/// <summary>Asks one juror for what is outstanding of their declaration: by a card where Teams reaches them, else by a mail with a link of their own.</summary>
internal sealed class AskForDeclaration(
    Store store, SessionPanels panels, PeopleRegister people, Messenger messenger, Mailer mailer, JuryMailbox mailboxes, LinkMail links, DeclarationCard card, DeclarationTexts texts)
{
    public async Task AskAsync(AskDeclaration effect, Delivery delivery, CancellationToken cancellation)
    {
        var session = await store.ReadAsync(Aggregates.Sessions, effect.Session, cancellation) ?? throw new PoisonException("The session is gone.");
        var juror = await people.GetAsync(effect.Person, cancellation) ?? throw new PoisonException("The juror is gone.");
        var sittings = await panels.AllAsync(session, cancellation);
        var owed = panels.Owed(juror.Id, sittings);
        if (DeclarationVerbs.Outstanding(session, juror.Id, owed).Count == 0)
        {
            return;
        }

        var subject = texts.Subject(session, effect.Round, juror.Language);
        if (!await messenger.TrySendAsync(juror, card.Show(session, juror, owed), subject, DeclarationCard.Key(session.Id, juror.Id, effect.Round), delivery.Part("card"), cancellation))
        {
            var next = sittings.Where(sitting => panels.Owed(juror.Id, [sitting]).Count > 0).MinBy(sitting => sitting.Start)!;
            await SendMailAsync(session, juror, DeclarationLink.To(next, juror.Id), subject, delivery.Part("mail"), cancellation);
        }
    }

    // A signature is the juror's own word: nobody who reads the juries' mailbox may come by this link.
    private async Task SendMailAsync(Session session, Person juror, PersonalLink link, string subject, Delivery delivery, CancellationToken cancellation) => await mailer.SendUnkeptAsync(
        await mailboxes.OfAsync(session.Coordinator, cancellation),
        juror.Mail,
        juror.Name,
        subject,
        texts.Mark(session, juror.Language),
        async ct => texts.Mail(session, juror, await links.IssueAsync(link, texts.T(juror.Language, "Mail.Open"), ct), links.Outro(link.Expires, juror)),
        delivery,
        cancellation);
}

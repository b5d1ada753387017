using JuryBot.Calendars;
using JuryBot.Chat;
using JuryBot.Domain.People;
using JuryBot.Storage;
using JuryBot.Teams.Cards;

namespace JuryBot.Features;

/// <summary>Brings a card to a person: in Teams, else by a mail that says the same.</summary>
internal sealed class Reach(Messenger messenger, Mailer mailer, JuryMailbox mailboxes)
{
    /// <summary>Says something; a mail is as good.</summary>
    /// <param name="coordinator">In whose name mail is sent, where no shared mailbox is configured.</param>
    public async Task TellAsync(Person person, AdaptiveCard card, string subject, string key, string coordinator, Delivery delivery, CancellationToken cancellation) =>
        await SendAsync(person, card, subject, key, coordinator, delivery, cancellation);

    /// <summary>Asks for something that only a card can give: a mail says so, and the coordinator sees that the person is not yet reachable.</summary>
    /// <exception cref="PoisonException">The person was told by mail only.</exception>
    public async Task AskAsync(Person person, AdaptiveCard card, string subject, string key, string coordinator, Delivery delivery, CancellationToken cancellation)
    {
        if (!await SendAsync(person, card, subject, key, coordinator, delivery, cancellation))
        {
            throw new PoisonException(Messenger.NotReachable);
        }
    }

    // A card has its mark itself.
    private async Task<bool> SendAsync(Person person, AdaptiveCard card, string subject, string key, string coordinator, Delivery delivery, CancellationToken cancellation)
    {
        if (await messenger.TrySendAsync(person, card, subject, key, delivery.Part("teams"), cancellation))
        {
            return true;
        }

        await mailer.SendOnceAsync(await mailboxes.OfAsync(coordinator, cancellation), person.Mail, person.Name, subject, mark: null, CardMail.Html(card, person.Language), delivery.Part("mail"), cancellation);
        return false;
    }
}

using JuryBot.Calendars;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Identity;
using JuryBot.Pages;
using JuryBot.Storage;

namespace JuryBot.Features.Minutes.Page;

/// <summary>Gives a member whom Teams does not reach a link to the minutes, to read and acknowledge them there.</summary>
internal sealed class MailMinutes(Store store, PeopleRegister people, Mailer mailer, JuryMailbox mailboxes, LinkMail links, MinutesCard card, TimeProvider time)
{
    private static readonly Texts Texts = Texts.Of("Features.Minutes");

    /// <summary>Sends the link anew, whatever the member had before.</summary>
    public async Task AgainAsync(SendMinutesLink effect, Delivery delivery, CancellationToken cancellation)
    {
        var sitting = await store.ReadAsync(Aggregates.Sittings, effect.Sitting, cancellation) ?? throw new PoisonException("The sitting is gone.");
        var member = await people.GetAsync(effect.Member, cancellation) ?? throw new PoisonException("The member is gone.");
        await SendAsync(sitting, member, delivery, cancellation, effect.Reminder);
    }

    public async Task SendAsync(Sitting sitting, Person member, Delivery delivery, CancellationToken cancellation, bool reminder = false)
    {
        var (language, link) = (member.Language, MinutesLink.To(sitting.Id, member.Id, time.GetUtcNow()));
        async Task<string> MailAsync(CancellationToken ct) => ((Html)$"<p>{Texts.Get(language, "Mail.Hello", member.Name)}</p><p>{Texts.Get(language, "Mail.Intro")}</p>{await links.IssueAsync(link, card.Subject(sitting, language), ct)}{links.Outro(link.Expires, member)}").ToString();
        // An acknowledgement is the member's own word: nobody who reads the juries' mailbox may come by this link.
        await mailer.SendUnkeptAsync(await mailboxes.OfAsync(sitting.Coordinator, cancellation), member.Mail, member.Name, ReminderClock.Subject(card.Subject(sitting, language), reminder, language), card.Mark(sitting, language), MailAsync, delivery, cancellation);
    }
}

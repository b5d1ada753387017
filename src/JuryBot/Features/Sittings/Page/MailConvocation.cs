using JuryBot.Calendars;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Identity;
using JuryBot.Pages;
using JuryBot.Storage;

namespace JuryBot.Features.Sittings.Page;

/// <summary>Sends people without an account a link to the page of their convocation. Their calendar's invitation cannot carry it: the jury's is
/// one for all, and all can be read in the juries' mailbox. A member's mail also asks for their declaration of independence.</summary>
internal sealed class MailConvocation(Store store, PeopleRegister people, Mailer mailer, JuryMailbox mailboxes, LinkMail links, PersonalLinks known, ConvocationTexts texts, DepositWords words, DepositLinks deposits)
{
    /// <summary>Sends the link anew, whatever the person had before.</summary>
    public async Task AgainAsync(SendConvocationLink effect, Delivery delivery, CancellationToken cancellation)
    {
        var sitting = await store.ReadAsync(Aggregates.Sittings, effect.Sitting, cancellation) ?? throw new PoisonException("The sitting is gone.");
        var person = await people.GetAsync(effect.Person, cancellation) ?? throw new PoisonException("The person is gone.");
        await SendAsync(sitting, person, delivery, cancellation, effect.Reminder);
    }

    /// <summary>Sends the link to whoever needs one: has no account, and no link that works to the end of the sitting.</summary>
    /// <param name="delivery">Of what convenes them; the mail is a part of it.</param>
    public async Task ToAsync(Sitting sitting, string person, Delivery delivery, CancellationToken cancellation)
    {
        if (await people.GetAsync(person, cancellation) is not { EntraId: null } reader)
        {
            return;
        }

        // An attempt that fails once the links are made comes back here, though the person has links by then.
        var begun = delivery.Part($"begun|{person}");
        if (!begun.Progress<bool>())
        {
            var needed = ConvocationLink.To(sitting, person);
            if (await known.ExpiryAsync(person, needed.Purpose, needed.About, cancellation) is { } expires && expires >= needed.Expires)
            {
                return;
            }

            await begun.SaveProgressAsync(true, cancellation);
        }

        await SendAsync(sitting, reader, delivery.Part($"link|{person}"), cancellation);
    }

    // Who declares signs themself, and what candidates deposit is for them and their jury: nobody who reads the juries' mailbox may come by these links.
    private async Task SendAsync(Sitting sitting, Person person, Delivery delivery, CancellationToken cancellation, bool reminder = false) => await mailer.SendUnkeptAsync(
        await mailboxes.OfAsync(sitting.Coordinator, cancellation), person.Mail, person.Name, ReminderClock.Subject(texts.Mailed(sitting, person.Language), reminder, person.Language), texts.Mark(sitting, person.Language), ct => MailAsync(sitting, person, ct), delivery, cancellation);

    private async Task<string> MailAsync(Sitting sitting, Person person, CancellationToken cancellation)
    {
        var link = ConvocationLink.To(sitting, person.Id);
        var second = sitting.Member(person.Id) is null ? await DepositAsync(sitting, person, cancellation) : await DeclarationAsync(sitting, person, cancellation);
        return texts.Mail(sitting, person, await links.IssueAsync(link, texts.T(person.Language, "Mail.Open"), cancellation), second, links.Outro(link.Expires, person));
    }

    private async Task<Html> DeclarationAsync(Sitting sitting, Person member, CancellationToken cancellation) =>
        $"<p>{texts.T(member.Language, "Mail.Declare")}</p>{await links.IssueAsync(DeclarationLink.To(sitting, member.Id), texts.T(member.Language, "Mail.Declaration"), cancellation)}";

    // To deposit what their jury reads beforehand.
    private async Task<Html> DepositAsync(Sitting sitting, Person person, CancellationToken cancellation) =>
        sitting.Exam(person.Id) is { } exam && sitting.DepositUntil is { } last
            ? $"<p>{words.Until(last, person)}</p>{await links.IssueAsync(deposits.To(sitting, person.Id, DepositDoor.Mail), words.Offer(sitting, exam, person.Language), cancellation)}"
            : Html.Empty;
}

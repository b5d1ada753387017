using JuryBot.Calendars;
using JuryBot.Configuration;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Identity;
using JuryBot.Pages;
using JuryBot.Storage;

namespace JuryBot.Features.Grading.Page;

/// <summary>Gives a juror whom Teams does not reach a link to each of their sheets, in one mail.</summary>
internal sealed class MailSheets(Store store, PeopleRegister people, Mailer mailer, JuryMailbox mailboxes, LinkMail links, SheetTexts texts, OrganisationSettings organisation)
{
    /// <summary>Sends the links anew, whatever the juror had before.</summary>
    public async Task AgainAsync(SendSheetLinks effect, Delivery delivery, CancellationToken cancellation)
    {
        var sitting = await store.ReadAsync(Aggregates.Sittings, effect.Sitting, cancellation) ?? throw new PoisonException("The sitting is gone.");
        var juror = await people.GetAsync(effect.Juror, cancellation) ?? throw new PoisonException("The juror is gone.");
        var certification = organisation.CertificationOf(sitting);
        await SendAsync(
            sitting,
            [.. sitting.Exams.Where(e => SheetVerbs.MayGrade(sitting, juror.Id, e.Candidate) is null && !(effect.Reminder && e.SheetOf(juror.Id)?.State == SheetState.Submitted) && juror.WhyNotJudge(sitting, e.Candidate, certification) is null)],
            juror,
            delivery,
            cancellation,
            effect.Reminder);
    }

    /// <param name="exams">Those the juror judges.</param>
    public async Task SendAsync(Sitting sitting, IReadOnlyList<Exam> exams, Person juror, Delivery delivery, CancellationToken cancellation, bool reminder = false)
    {
        if (exams.Count == 0)
        {
            return;
        }

        // Sheets are blind: nobody who reads the juries' mailbox may come by these links.
        await mailer.SendUnkeptAsync(
            await mailboxes.OfAsync(sitting.Coordinator, cancellation), juror.Mail, juror.Name, ReminderClock.Subject(texts.T(juror.Language, "Mail.Subject", texts.Jury(sitting, juror.Language)), reminder, juror.Language), organisation.Mark(sitting, juror.Language), ct => MailAsync(sitting, exams, juror, ct), delivery, cancellation);
    }

    private async Task<string> MailAsync(Sitting sitting, IReadOnlyList<Exam> exams, Person juror, CancellationToken cancellation)
    {
        var each = new List<Html>();
        foreach (var exam in exams)
        {
            each.Add(await links.IssueAsync(SheetLink.To(sitting, exam.Candidate, juror.Id), texts.Of(exam, juror), cancellation));
        }

        var expires = SheetLink.To(sitting, exams[0].Candidate, juror.Id).Expires;
        Html mail = $"<p>{texts.T(juror.Language, "Mail.Hello", juror.Name)}</p><p>{texts.Jury(sitting, juror.Language)}</p><p>{texts.T(juror.Language, "Mail.Intro")}</p>{each}{links.Outro(expires, juror)}";
        return mail.ToString();
    }
}

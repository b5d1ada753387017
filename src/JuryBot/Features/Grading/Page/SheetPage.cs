using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Pages;
using JuryBot.Storage;

namespace JuryBot.Features.Grading.Page;

/// <summary>GET and POST /sheet/{token}: a juror whom Teams does not reach fills in their sheet for one candidate, from the link in their mail.
/// Its form says what to <c>do</c>: <c>save</c>, <c>review</c>, <c>submit</c>, <c>edit</c> again,
/// <c>deposits</c>, which opens what the candidates deposited,
/// <c>recuse</c>, which asks for the reason, or <c>stepBack</c>, which takes the juror off this candidate.</summary>
internal sealed class SheetPage(Store store, PersonalPages pages, SheetForm form, SheetReview review, SheetRecusal recusal, SheetTexts texts, DepositLinks deposits, OrganisationSettings organisation, TimeProvider time)
{
    public async Task ShowAsync(HttpContext http)
    {
        if (await pages.OpenAsync(http, SheetLink.Purpose) is not { } visit)
        {
            return;
        }

        var desk = await SitDownAsync(visit, http.RequestAborted);
        var why = desk is null ? new Refusal("UnknownExam")
            : SheetVerbs.MayGrade(desk.Sitting, visit.Person.Id, desk.Exam.Candidate) is { Rule: "Recused" } steppedBack ? steppedBack
            : SheetDesk.WhyNot(desk.Sitting, desk.Exam.Candidate, visit.Person, desk.Certification);
        await (why switch
        {
            null => ShowAsync(http, desk!, form.Show(desk!, desk!.Begun.Entry)),
            { Rule: "SheetsLocked" } => ShowAsync(http, desk!, review.Locked(desk!)),
            { Rule: "Recused" } => ShowAsync(http, desk!, recusal.Done(desk!)),
            { Rule: "ConflictOfInterest" } when SheetVerbs.WhyNotRecuse(desk!.Sitting, visit.Person.Id, desk.Exam.Candidate) is null => ShowAsync(http, desk, recusal.Ask(desk, desk.Begun.Entry ?? Read(FormCollection.Empty, desk.Definition))),
            _ => pages.GoneAsync(http),
        });
    }

    public async Task TakeAsync(HttpContext http)
    {
        if (await pages.OpenAsync(http, SheetLink.Purpose) is not { } visit || await pages.ReadFormAsync(http) is not { } sent)
        {
            return;
        }

        if (await SitDownAsync(visit, http.RequestAborted) is not { } desk)
        {
            await pages.GoneAsync(http);
            return;
        }

        var entry = Read(sent, desk.Definition);
        // A link to the candidate is no obstacle to stepping back: it is a reason.
        if (sent["do"].ToString() is "recuse" or "stepBack")
        {
            await RecuseAsync(http, desk, entry, sent);
            return;
        }

        if (SheetDesk.WhyNot(desk.Sitting, desk.Exam.Candidate, visit.Person, desk.Certification) is { } why)
        {
            await ShowAsync(http, desk, review.NotSaved(visit, entry, why), StatusCodes.Status409Conflict);
            return;
        }

        await (sent["do"].ToString() switch
        {
            "save" => WriteAsync(http, desk, entry, sent["seen"].ToString(), "sheet.save", SheetVerbs.Save),
            "submit" => WriteAsync(http, desk, entry, sent["seen"].ToString(), "sheet.submit", SheetVerbs.Submit),
            "review" when entry.Read(desk.Definition, toSubmit: true).Faults is { Count: > 0 } faults =>
                ShowAsync(http, desk, form.Show(desk, entry, new Refusal("SheetInvalid", faults.Count) { Details = faults }), StatusCodes.Status409Conflict),
            "review" => ShowAsync(http, desk, review.Confirm(desk, entry)),
            "deposits" => deposits.LeadAsync(http, desk.Sitting, visit, DepositDoor.Sheet),
            _ => ShowAsync(http, desk, form.Show(desk, entry)),
        });
    }

    private async Task WriteAsync(
        HttpContext http, SheetDesk desk, SheetEntry entry, string seen, string verb, Func<Sitting, string, string, SheetEntry, Certification, DateTimeOffset, Decision<Sitting>> write)
    {
        var (visit, candidate) = (desk.Visit, desk.Exam.Candidate);
        var outcome = await store.ExecuteAsync(
            Aggregates.Sittings,
            desk.Sitting.Id,
            new Command(verb, visit.Person.Id),
            known =>
            {
                if (SheetDesk.WhyNot(known!, candidate, visit.Person, desk.Certification) is { } why)
                {
                    return why;
                }

                // A button pressed twice changes nothing the second time, whatever its window had seen.
                var decision = write(known!, visit.Person.Id, candidate, entry, desk.Certification, time.GetUtcNow());
                return decision.State is { } state && state != known && SheetDesk.SeenOf(known!.Exam(candidate)!, visit.Person) != seen ? new Refusal("SheetSavedElsewhere") : decision;
            },
            ct: http.RequestAborted);
        if (outcome.Refusal is not { } refusal)
        {
            PersonalPages.SeeAgain(http, visit);
            return;
        }

        var page = refusal.Rule is "SheetInvalid" or "SheetSavedElsewhere"
            ? form.Show(desk with { Sitting = outcome.State!, Exam = outcome.State!.Exam(candidate)! }, entry, refusal)
            : review.NotSaved(visit, entry, refusal);
        await ShowAsync(http, desk, page, StatusCodes.Status409Conflict);
    }

    private async Task RecuseAsync(HttpContext http, SheetDesk desk, SheetEntry entry, IFormCollection sent)
    {
        var (visit, candidate) = (desk.Visit, desk.Exam.Candidate);
        if (sent["do"] == "recuse")
        {
            var why = SheetVerbs.WhyNotRecuse(desk.Sitting, visit.Person.Id, candidate);
            await (why is null ? ShowAsync(http, desk, recusal.Ask(desk, entry)) : ShowAsync(http, desk, review.NotSaved(visit, entry, why), StatusCodes.Status409Conflict));
            return;
        }

        var reason = Text(sent[RecuseJuror.Reason].ToString());
        var outcome = await store.ExecuteAsync(
            Aggregates.Sittings,
            desk.Sitting.Id,
            new Command(Verbs.Recuse, visit.Person.Id),
            known => SheetVerbs.Recuse(known!, visit.Person.Id, candidate, reason, desk.Certification, time.GetUtcNow()),
            ct: http.RequestAborted);
        if (outcome.Refusal is not { } refusal)
        {
            PersonalPages.SeeAgain(http, visit);
            return;
        }

        var page = refusal.Rule is "ReasonMissing" or "TextTooLong" ? recusal.Ask(desk, entry, reason, refusal) : review.NotSaved(visit, entry, refusal);
        await ShowAsync(http, desk, page, StatusCodes.Status409Conflict);
    }

    // The browser's language switch and the title are the frame's; a page that tells of a mistake is named so.
    private Task ShowAsync(HttpContext http, SheetDesk desk, Html body, int status = StatusCodes.Status200OK) =>
        pages.ShowAsync(
            http, desk.Visit.Language, texts.T(desk.Visit.Language, status == StatusCodes.Status200OK ? "Page.Title" : "Page.TitleFault"), body, organisation.Mark(desk.Sitting, desk.Visit.Language), status, FormScript.Page);

    private async Task<SheetDesk?> SitDownAsync(Visit visit, CancellationToken cancellation)
    {
        var (id, candidate) = SheetLink.Read(visit.Link);
        return await store.ReadAsync(Aggregates.Sittings, id, cancellation) is { } sitting && sitting.Exam(candidate) is { } exam
            ? new SheetDesk(visit, sitting, exam, sitting.Kind == JuryKind.Final ? await store.ReadAsync(Aggregates.Candidates, candidate, cancellation) : null, organisation.CertificationOf(sitting))
            : null;
    }

    // A browser ends the lines of a text with two characters, and counts one.
    private static SheetEntry Read(IFormCollection sent, SheetDefinition definition) => new(
        definition.Criteria.ToDictionary(c => c.Id, c => sent[SheetInputs.Judgment(c.Id)].ToString()),
        definition.Criteria.ToDictionary(c => c.Id, c => sent[SheetInputs.Mark(c.Id)].ToString()),
        definition.Criteria.ToDictionary(c => c.Id, c => Text(sent[SheetInputs.Comment(c.Id)].ToString())),
        [.. sent[SheetInputs.Deliverables].OfType<string>()],
        Text(sent[SheetInputs.Overall].ToString()))
    {
        NotApplicable = [.. sent[SheetInputs.NotApplicable].OfType<string>()],
    };

    private static string Text(string typed) => typed.Replace("\r\n", "\n", StringComparison.Ordinal);
}

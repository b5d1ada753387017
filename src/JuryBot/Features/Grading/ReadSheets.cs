using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Grading;

/// <summary>GET /api/sittings/{id}/exams/{candidate}/sheets: what the members wrote, for the coordination and the director, once the deliberation is
/// closed (certification §6); never for the candidate themself or a member who does not judge them, whatever their role.</summary>
internal sealed class ReadSheets(Store store, Blobs documents, OrganisationSettings organisation, RefusalTexts texts)
{
    public async Task<IResult> HandleAsync(string id, string candidate, HttpContext http)
    {
        var caller = http.Caller();
        var sitting = await store.ReadAsync(Aggregates.Sittings, id, http.RequestAborted);
        if (sitting?.Exam(candidate) is not { } exam || candidate == caller.Person.Id || KeptOff(sitting, exam, caller.Person))
        {
            return Results.NotFound();
        }

        if (exam.State != ExamState.Decided)
        {
            return texts.Problem(new Refusal("SheetsStillBlind", exam.Name), caller);
        }

        var criteria = SittingVerbs.Sheet(sitting, exam, organisation.CertificationOf(sitting)).Criteria;
        return Results.Ok(exam.Sheets.Select(sheet => new
        {
            sheet.Juror,
            sitting.Member(sheet.Juror)?.Name,
            sitting.Member(sheet.Juror)?.Role,
            sheet.State,
            sheet.SubmittedAt,
            PaperEnteredBy = sheet.Paper?.EnteredBy,
            Marks = sheet.Marks.Select(mark => new { mark.Criterion, Text = criteria.FirstOrDefault(c => c.Id == mark.Criterion)?.Text.In(caller.Language), mark.Judgment, mark.Mark, mark.Comment }),
            sheet.Deliverables,
            sheet.NotApplicable,
            sheet.Overall,
        }));
    }

    /// <summary>GET …/sheets/{juror}/scan: the paper a sheet was entered from.</summary>
    public async Task<IResult> ScanAsync(string id, string candidate, string juror, HttpContext http)
    {
        var caller = http.Caller();
        return await store.ReadAsync(Aggregates.Sittings, id, http.RequestAborted) is { } sitting && sitting.Exam(candidate) is { State: ExamState.Decided } exam
            && candidate != caller.Person.Id && !KeptOff(sitting, exam, caller.Person)
            && exam.SheetOf(juror)?.Paper is { } paper && (await documents.GetWholeAsync(paper.Document, paper.Sha256, http.RequestAborted)).Content is { } content
            ? Results.Bytes(content, EnterSheet.TypeOf(content) ?? "application/octet-stream", "scan")
            : Results.NotFound();
    }

    // A link that came to light after their sheet was handed in keeps a member off as well.
    private bool KeptOff(Sitting sitting, Exam exam, Person person) => sitting.Member(person.Id) is { } member
        && (!sitting.Judging(exam).Contains(member) || person.WhyNotJudge(sitting, exam.Candidate, organisation.CertificationOf(sitting)) is not null);
}

using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Grading;

/// <summary>A member's sheet as it was handed in.</summary>
/// <param name="Name"><c>null</c>, as the role, for who is on the panel no more.</param>
/// <param name="PaperEnteredBy">Person id of who entered it from paper.</param>
/// <param name="Deliverables">Those ticked as seen.</param>
/// <param name="NotApplicable">Deliverables that this candidate did not have to hand in.</param>
internal sealed record ReadSheet(
    string Juror,
    string? Name,
    string? Role,
    SheetState State,
    DateTimeOffset? SubmittedAt,
    string? PaperEnteredBy,
    IEnumerable<ReadMark> Marks,
    IReadOnlyList<string> Deliverables,
    IReadOnlyList<string> NotApplicable,
    string? Overall);

/// <param name="Text">The criterion's; <c>null</c> for one the sheet no longer has.</param>
/// <param name="Mark">Out of 20.</param>
internal sealed record ReadMark(string Criterion, string? Text, Judgment? Judgment, decimal? Mark, string? Comment);

/// <summary>GET /api/sittings/{id}/exams/{candidate}/sheets: what the members wrote, for the coordination and the director, once the deliberation is
/// closed (certification §6); never for the candidate themself or a member who does not judge them, whatever their role.</summary>
internal sealed class ReadSheets(Store store, Blobs documents, OrganisationSettings organisation, RefusalTexts texts)
{
    public async Task<Results<Ok<IEnumerable<ReadSheet>>, NotFound, Refused>> HandleAsync(string id, string candidate, HttpContext http)
    {
        var caller = http.Caller();
        var sitting = await store.ReadAsync(Aggregates.Sittings, id, http.RequestAborted);
        if (sitting?.Exam(candidate) is not { } exam || candidate == caller.Person.Id || KeptOff(sitting, exam, caller.Person))
        {
            return TypedResults.NotFound();
        }

        if (exam.State != ExamState.Decided)
        {
            return texts.Problem(new Refusal("SheetsStillBlind", exam.Name), caller);
        }

        var criteria = SittingVerbs.Sheet(sitting, exam, organisation.CertificationOf(sitting)).Criteria;
        return TypedResults.Ok(exam.Sheets.Select(sheet => new ReadSheet(
            sheet.Juror,
            sitting.Member(sheet.Juror)?.Name,
            sitting.Member(sheet.Juror)?.Role,
            sheet.State,
            sheet.SubmittedAt,
            PaperEnteredBy: sheet.Paper?.EnteredBy,
            Marks: sheet.Marks.Select(mark => new ReadMark(mark.Criterion, criteria.FirstOrDefault(c => c.Id == mark.Criterion)?.Text.In(caller.Language), mark.Judgment, mark.Mark, mark.Comment)),
            sheet.Deliverables,
            sheet.NotApplicable,
            sheet.Overall)));
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

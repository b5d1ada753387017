using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Sittings;

/// <summary>A sitting as a member of its panel sees it.</summary>
/// <param name="Role">Theirs, in words.</param>
/// <param name="Declared">Whether their declaration of independence covers everybody they judge.</param>
internal sealed record MemberSeat(
    string Id,
    string Title,
    bool Fictitious,
    DateTimeOffset Start,
    DateTimeOffset End,
    string Place,
    SittingState State,
    string Role,
    InvitationResponse Response,
    bool Declared,
    IEnumerable<ShownSeat> Panel,
    IEnumerable<SeatExam> Exams);

internal sealed record ShownSeat(string Person, string Name, string Role, string RoleName);

/// <param name="Judges">Whether they judge the candidate.</param>
/// <param name="Sheet">Their own; <c>null</c> before they wrote anything.</param>
internal sealed record SeatExam(string Candidate, string Name, string Route, string? Group, DateTimeOffset Start, DateTimeOffset End, bool Postponed, bool Judges, OwnSheet? Sheet);

internal sealed record OwnSheet(SheetState State, DateTimeOffset SavedAt, DateTimeOffset? SubmittedAt, IEnumerable<OwnMark> Marks, string? Overall);

/// <param name="Text">The criterion's; <c>null</c> for one the sheet no longer has.</param>
/// <param name="Mark">Out of 20.</param>
internal sealed record OwnMark(string Criterion, string? Text, Judgment? Judgment, decimal? Mark, string? Comment);

/// <summary>GET /api/sittings/{id}/seat: the sitting as a member of its panel sees it: their role, the panel, the candidates in order, and their own
/// sheets; never whether another member has written anything (certification §6). 403 for whoever has no seat, as for a sitting there is not.</summary>
internal sealed class ReadSeat(Store store, OrganisationSettings organisation, ConvocationTexts words, RefusalTexts texts)
{
    public async Task<Results<Ok<MemberSeat>, Refused>> HandleAsync(string id, HttpContext http)
    {
        var caller = http.Caller();
        if (await store.ReadAsync(Aggregates.Sittings, id, http.RequestAborted) is not { } sitting || sitting.Member(caller.Person.Id) is not { } member)
        {
            return texts.Problem(new Refusal("NotAllowed"), caller, StatusCodes.Status403Forbidden);
        }

        var certification = organisation.CertificationOf(sitting);
        var jury = SittingVerbs.Jury(sitting, certification);
        return TypedResults.Ok(new MemberSeat(
            sitting.Id,
            Title: words.Subject(sitting, caller.Language),
            Fictitious: organisation.IsFictitious(sitting),
            sitting.Start,
            sitting.End,
            Place: words.Place(sitting, caller.Language),
            sitting.State,
            Role: RoleName(member),
            member.Response,
            Declared: !sitting.Undeclared(member).Any(),
            Panel: sitting.Panel.Select(m => new ShownSeat(m.Person, m.Name, m.Role, RoleName(m))),
            Exams: sitting.Exams.Where(exam => exam.Candidate != member.Person).OrderBy(exam => exam.Start).Select(exam => new SeatExam(
                exam.Candidate,
                exam.Name,
                Route: certification.Route(exam.Route).Name.In(caller.Language),
                exam.Group,
                exam.Start,
                exam.End,
                Postponed: exam.Ending?.Kind == EndingKind.Postponed,
                Judges: sitting.Judging(exam).Contains(member) && caller.Person.WhyNotJudge(sitting, exam.Candidate, certification) is null,
                Sheet: Sheet(sitting, exam, member, caller.Language)))));

        string RoleName(Member seat) => jury.FindRole(seat.Role)!.Name.In(caller.Language);
    }

    // What the member wrote themself; null before they wrote anything.
    private OwnSheet? Sheet(Sitting sitting, Exam exam, Member member, string language)
    {
        if (exam.SheetOf(member.Person) is not { } sheet)
        {
            return null;
        }

        var criteria = SittingVerbs.Sheet(sitting, exam, organisation.CertificationOf(sitting)).Criteria;
        return new OwnSheet(
            sheet.State,
            sheet.SavedAt,
            sheet.SubmittedAt,
            sheet.Marks.Select(mark => new OwnMark(mark.Criterion, criteria.FirstOrDefault(c => c.Id == mark.Criterion)?.Text.In(language), mark.Judgment, mark.Mark, mark.Comment)),
            sheet.Overall);
    }
}

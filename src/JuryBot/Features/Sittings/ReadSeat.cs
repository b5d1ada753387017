using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Sittings;

/// <summary>GET /api/sittings/{id}/seat: the sitting as a member of its panel sees it: their role, the panel, the candidates in order, and their own
/// sheets; never whether another member has written anything (certification §6). 403 for whoever has no seat, as for a sitting there is not.</summary>
internal sealed class ReadSeat(Store store, OrganisationSettings organisation, ConvocationTexts words, RefusalTexts texts)
{
    public async Task<IResult> HandleAsync(string id, HttpContext http)
    {
        var caller = http.Caller();
        if (await store.ReadAsync(Aggregates.Sittings, id, http.RequestAborted) is not { } sitting || sitting.Member(caller.Person.Id) is not { } member)
        {
            return texts.Problem(new Refusal("NotAllowed"), caller, StatusCodes.Status403Forbidden);
        }

        var certification = organisation.CertificationOf(sitting);
        var jury = SittingVerbs.Jury(sitting, certification);
        return Results.Ok(new
        {
            sitting.Id,
            Title = words.Subject(sitting, caller.Language),
            Fictitious = organisation.IsFictitious(sitting),
            sitting.Start,
            sitting.End,
            Place = words.Place(sitting, caller.Language),
            sitting.State,
            Role = RoleName(member),
            member.Response,
            Declared = !sitting.Undeclared(member).Any(),
            Panel = sitting.Panel.Select(m => new { m.Person, m.Name, m.Role, RoleName = RoleName(m) }),
            Exams = sitting.Exams.Where(exam => exam.Candidate != member.Person).OrderBy(exam => exam.Start).Select(exam => new
            {
                exam.Candidate,
                exam.Name,
                Route = certification.Route(exam.Route).Name.In(caller.Language),
                exam.Group,
                exam.Start,
                exam.End,
                Postponed = exam.Ending?.Kind == EndingKind.Postponed,
                Judges = sitting.Judging(exam).Contains(member) && caller.Person.WhyNotJudge(sitting, exam.Candidate, certification) is null,
                Sheet = Sheet(sitting, exam, member, caller.Language),
            }),
        });

        string RoleName(Member seat) => jury.FindRole(seat.Role)!.Name.In(caller.Language);
    }

    // What the member wrote themself; null before they wrote anything.
    private object? Sheet(Sitting sitting, Exam exam, Member member, string language)
    {
        if (exam.SheetOf(member.Person) is not { } sheet)
        {
            return null;
        }

        var criteria = SittingVerbs.Sheet(sitting, exam, organisation.CertificationOf(sitting)).Criteria;
        return new
        {
            sheet.State,
            sheet.SavedAt,
            sheet.SubmittedAt,
            Marks = sheet.Marks.Select(mark => new { mark.Criterion, Text = criteria.FirstOrDefault(c => c.Id == mark.Criterion)?.Text.In(language), mark.Judgment, mark.Mark, mark.Comment }),
            sheet.Overall,
        };
    }
}

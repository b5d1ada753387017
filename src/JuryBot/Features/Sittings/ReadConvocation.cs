using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Sittings;

/// <summary>GET /api/sittings/{id}/convocation: a candidate's own time and place before this jury, nobody else's, or in words that they are not convened
/// there any more. 403 for whoever is not heard there, as for a sitting there is not.</summary>
internal sealed class ReadConvocation(Store store, OrganisationSettings organisation, ConvocationTexts words, RefusalTexts texts)
{
    public async Task<IResult> HandleAsync(string id, HttpContext http)
    {
        var caller = http.Caller();
        if (await store.ReadAsync(Aggregates.Sittings, id, http.RequestAborted) is not { } sitting || sitting.Exam(caller.Person.Id) is not { } exam)
        {
            return texts.Problem(new Refusal("NotAllowed"), caller, StatusCodes.Status403Forbidden);
        }

        var language = caller.Language;
        var convened = sitting.State != SittingState.Cancelled && exam.State != ExamState.NotHeld;
        return Results.Ok(new
        {
            sitting.Id,
            Title = words.Subject(sitting, language),
            Fictitious = organisation.IsFictitious(sitting),
            Withdrawn = convened ? null : words.T(language, "Page.Withdrawn", organisation.Name),
            exam.Start,
            exam.End,
            Place = words.Place(sitting, language),
            JoinUrl = convened ? sitting.JoinUrl : null,
            Group = exam.Group is { } group ? words.T(language, "Candidate.Group", group) : null,
            Advice = words.T(language, "Candidate.Outro", organisation.Reached),
        });
    }
}

using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Sittings;

/// <summary>A candidate's own time and place.</summary>
/// <param name="Withdrawn">That they are not convened any more, in words; <c>null</c> while they are.</param>
/// <param name="JoinUrl">Of the Teams meeting they are heard in.</param>
/// <param name="Group">With whom they are heard, in words.</param>
internal sealed record OwnConvocation(
    string Id, string Title, bool Fictitious, string? Withdrawn, DateTimeOffset Start, DateTimeOffset End, string Place, string? JoinUrl, string? Group, string Advice);

/// <summary>GET /api/sittings/{id}/convocation: a candidate's own time and place before this jury, nobody else's, or in words that they are not convened
/// there any more. 403 for whoever is not heard there, as for a sitting there is not.</summary>
internal sealed class ReadConvocation(Store store, OrganisationSettings organisation, ConvocationTexts words, RefusalTexts texts)
{
    public async Task<Results<Ok<OwnConvocation>, Refused>> HandleAsync(string id, HttpContext http)
    {
        var caller = http.Caller();
        if (await store.ReadAsync(Aggregates.Sittings, id, http.RequestAborted) is not { } sitting || sitting.Exam(caller.Person.Id) is not { } exam)
        {
            return texts.Problem(new Refusal("NotAllowed"), caller, StatusCodes.Status403Forbidden);
        }

        var language = caller.Language;
        var convened = sitting.State != SittingState.Cancelled && exam.State != ExamState.NotHeld;
        return TypedResults.Ok(new OwnConvocation(
            sitting.Id,
            Title: words.Subject(sitting, language),
            Fictitious: organisation.IsFictitious(sitting),
            Withdrawn: convened ? null : words.T(language, "Page.Withdrawn", organisation.Name),
            exam.Start,
            exam.End,
            Place: words.Place(sitting, language),
            JoinUrl: convened ? sitting.JoinUrl : null,
            Group: exam.Group is { } group ? words.T(language, "Candidate.Group", group) : null,
            Advice: words.T(language, "Candidate.Outro", organisation.Reached)));
    }
}

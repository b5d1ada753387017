using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Exams;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Records;

/// <param name="SameJury">Whether the jury that heard the candidate deliberates again; otherwise the candidate waits for a place before another.</param>
public sealed record ExamAnnulmentRequest(bool SameJury, string? Reason);

/// <param name="Block">The block whose acquisition, or last result, falls; <c>null</c> for the decision on the title.</param>
/// <param name="Certification">Of an earlier enrolment, such as <c>RNCP31168@2018</c>; <c>null</c> for the present one.</param>
public sealed record RecordAnnulmentRequest(string? Block, string? Reason, string? Certification = null);

/// <summary>The director's annulments (certification §5): POST /api/sittings/{id}/exams/{candidate}/annulment has a decision taken anew,
/// POST /api/candidates/{id}/annulments undoes a block or the title for error or fraud. What was decided stays in the history.</summary>
internal sealed class AnnulDecision(Store store, OrganisationSettings organisation, RefusalTexts texts, TimeProvider time)
{
    public async Task<IResult> OfExamAsync(string id, string candidate, ExamAnnulmentRequest request, HttpContext http)
    {
        var caller = http.Caller();
        if (await store.ReadAsync(Aggregates.Sittings, id, http.RequestAborted) is null)
        {
            return Results.NotFound();
        }

        var outcome = await store.ExecuteAsync(
            Aggregates.Sittings,
            id,
            caller.Command("exam.annul"),
            sitting => WhyNot(caller, candidate) is { } refusal ? refusal
                : SittingVerbs.Annul(sitting!, caller.Person.Id, candidate, request.SameJury, request.Reason, organisation.CertificationOf(sitting!), time.GetUtcNow()),
            ct: http.RequestAborted);
        return outcome.Refusal is { } refused ? texts.Problem(refused, caller) : Results.NoContent();
    }

    public async Task<IResult> OfRecordAsync(string id, RecordAnnulmentRequest request, HttpContext http)
    {
        var caller = http.Caller();
        if (await store.ReadAsync(Aggregates.Candidates, id, http.RequestAborted) is null)
        {
            return Results.NotFound();
        }

        var (reason, now) = (request.Reason?.Trim() ?? "", time.GetUtcNow());
        var outcome = await store.ExecuteAsync(
            Aggregates.Candidates,
            id,
            caller.Command("candidate.annul"),
            record => WhyNot(caller, id) is { } refusal ? refusal
                : record!.AnnulUnder(request.Certification, course => request.Block is { } block
                    ? course.AnnulBlock(block, caller.Person.Id, reason, now)
                    : course.AnnulAward(caller.Person.Id, reason, now)),
            ct: http.RequestAborted);
        return outcome.Refusal is { } refused ? texts.Problem(refused, caller) : Results.NoContent();
    }

    private static Refusal? WhyNot(Caller caller, string candidate) => caller.Person.Id == candidate ? new Refusal("OwnExam") : null;
}

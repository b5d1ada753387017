using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Transmissions;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Records;

/// <param name="SameJury">Whether the jury that heard the candidate deliberates again; otherwise the candidate waits for a place before another.</param>
public sealed record ExamAnnulmentRequest(bool SameJury, string? Reason);

/// <param name="Block">The block whose acquisition, or last result, falls; <c>null</c> for the decision on the title.</param>
/// <param name="Certification">Of an earlier enrolment, such as <c>RNCP31168@2018</c>; <c>null</c> for the present one.</param>
public sealed record RecordAnnulmentRequest(string? Block, string? Reason, string? Certification = null);

/// <summary>The director's annulments (certification §5): POST /api/sittings/{id}/exams/{candidate}/annulment has a decision taken anew,
/// POST /api/candidates/{id}/annulments undoes a block or the title for error or fraud. What was decided stays in the history.
/// Both answer what else must be done (<c>toDo</c>, empty when nothing): a title that has left for the Caisse des Dépôts is not taken back by it.</summary>
internal sealed class AnnulDecision(Store store, AnnulledTitles titles, OrganisationSettings organisation, RefusalTexts texts, TimeProvider time)
{
    public async Task<Results<Ok<AnnulmentReport>, NotFound, Refused>> OfExamAsync(string id, string candidate, ExamAnnulmentRequest request, HttpContext http)
    {
        var caller = http.Caller();
        if (await store.ReadAsync(Aggregates.Sittings, id, http.RequestAborted) is null)
        {
            return TypedResults.NotFound();
        }

        var record = await store.ReadAsync(Aggregates.Candidates, candidate, http.RequestAborted);
        var outcome = await store.ExecuteAsync(
            Aggregates.Sittings,
            id,
            caller.Command("exam.annul"),
            sitting => WhyNot(caller, candidate) is { } refusal ? refusal
                : SittingVerbs.Annul(sitting!, caller.Person.Id, candidate, request.SameJury, request.Reason, organisation.CertificationOf(sitting!), time.GetUtcNow()),
            _ => record?.AnnulSitting(id, caller.Person.Id, "-", time.GetUtcNow()).State is { } after ? Fallen(record, after) : "",
            http.RequestAborted);
        return outcome.Refusal is { } refused ? texts.Problem(refused, caller) : await AnswerAsync(candidate, outcome.Answer ?? "", caller, http);
    }

    public async Task<Results<Ok<AnnulmentReport>, NotFound, Refused>> OfRecordAsync(string id, RecordAnnulmentRequest request, HttpContext http)
    {
        var caller = http.Caller();
        if (await store.ReadAsync(Aggregates.Candidates, id, http.RequestAborted) is null)
        {
            return TypedResults.NotFound();
        }

        var (reason, now) = (request.Reason?.Trim() ?? "", time.GetUtcNow());
        CandidateRecord? before = null;
        var outcome = await store.ExecuteAsync(
            Aggregates.Candidates,
            id,
            caller.Command("candidate.annul"),
            record => WhyNot(caller, id) is { } refusal ? refusal
                : (before = record!).AnnulUnder(request.Certification, course => request.Block is { } block
                    ? course.AnnulBlock(block, caller.Person.Id, reason, now)
                    : course.AnnulAward(caller.Person.Id, reason, now)),
            after => Fallen(before!, after),
            http.RequestAborted);
        return outcome.Refusal is { } refused ? texts.Problem(refused, caller) : await AnswerAsync(id, outcome.Answer ?? "", caller, http);
    }

    private static string Fallen(CandidateRecord before, CandidateRecord after) => string.Join(' ', AwardedTitle.Fallen(before, after).Select(title => title.Id));

    private async Task<Ok<AnnulmentReport>> AnswerAsync(string candidate, string fallen, Caller caller, HttpContext http) =>
        TypedResults.Ok(new AnnulmentReport(await titles.OfAsync(candidate, fallen.Split(' ', StringSplitOptions.RemoveEmptyEntries), caller.Language, http.RequestAborted)));

    private static Refusal? WhyNot(Caller caller, string candidate) => caller.Person.Id == candidate ? new Refusal("OwnExam") : null;
}

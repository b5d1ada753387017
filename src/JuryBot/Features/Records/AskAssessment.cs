using JuryBot.Chat;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Records;

/// <summary>Verb <c>assessment.ask</c>: a candidate asks to see what was written of them. The coordination grants it
/// (POST /api/sittings/{id}/assessments/{candidate}/grant); then it is shown.</summary>
internal sealed class AskAssessment(Store store, PeopleRegister people, Reach reach, AssessmentCard card, RefusalTexts refusals, TimeProvider time)
{
    private static readonly Texts Texts = Texts.Of("Features.Records");

    public async Task<CardAnswer> HandleAsync(CardTurn turn)
    {
        var outcome = await AskAsync(turn.Sitting, turn.Command(Verbs.AskAssessment), turn.Cancellation);
        return CardAnswer.Say(outcome switch
        {
            { Refusal.Rule: "UnknownExam" } => refusals.Say(new Refusal("NotYours"), turn.Language),
            { Refusal: { } refusal } => refusals.Say(refusal, turn.Language),
            _ => Texts.Get(turn.Language, outcome.State!.Exam(turn.Actor.Id)!.Assessment!.GrantedAt is null ? "Assessment.Asked" : "Assessment.Coming"),
        });
    }

    /// <summary>Asks in the name of the candidate whose command it is.</summary>
    public Task<Outcome<Sitting>> AskAsync(string id, Command command, CancellationToken cancellation) => store.ExecuteAsync(
        Aggregates.Sittings,
        id,
        command,
        sitting => sitting is null ? new Refusal("UnknownExam") : AssessmentVerbs.Ask(sitting, command.Actor, time.GetUtcNow()),
        ct: cancellation);

    public async Task<Results<NoContent, NotFound, Refused>> GrantAsync(string id, string candidate, HttpContext http)
    {
        var caller = http.Caller();
        if (await store.ReadAsync(Aggregates.Sittings, id, http.RequestAborted) is null)
        {
            return TypedResults.NotFound();
        }

        var outcome = await store.ExecuteAsync(
            Aggregates.Sittings,
            id,
            caller.Command("assessment.grant"),
            sitting => AssessmentVerbs.Grant(sitting!, candidate, caller.Person.Id, time.GetUtcNow()),
            ct: http.RequestAborted);
        return outcome.Refusal is { } refusal ? refusals.Problem(refusal, caller) : TypedResults.NoContent();
    }

    public async Task ShowAsync(ShowAssessment effect, Delivery delivery, CancellationToken cancellation)
    {
        var sitting = await store.ReadAsync(Aggregates.Sittings, effect.Sitting, cancellation) ?? throw new PoisonException("The sitting is gone.");
        if (sitting.Exam(effect.Candidate) is not { Assessment.GrantedAt: not null } exam)
        {
            return;
        }

        var candidate = await people.GetAsync(effect.Candidate, cancellation) ?? throw new PoisonException("The candidate is gone.");
        if (candidate.Erased is not null)
        {
            return;
        }

        await reach.TellAsync(
            candidate, card.Show(sitting, exam, candidate.Language), card.Subject(candidate.Language), $"{sitting.Id}|{candidate.Id}|assessment", sitting.Coordinator, delivery, cancellation);
    }
}

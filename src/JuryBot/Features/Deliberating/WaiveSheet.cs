using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Deliberations;
using JuryBot.Domain.Exams;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Deliberating;

/// <summary>Verb <c>deliberation.waive</c>: asks whose sheet and why, then lets the deliberation open without it.</summary>
internal sealed class WaiveSheet(Store store, ProgressCard card, OrganisationSettings organisation, RefusalTexts refusals, TimeProvider time)
{
    public const string Member = "member";
    public const string Reason = "reason";

    public async Task<CardAnswer> HandleAsync(CardTurn turn)
    {
        if (!turn.IsAnswered)
        {
            var sitting = await store.ReadAsync(Aggregates.Sittings, turn.Sitting, turn.Cancellation);
            return WhyNot(turn, sitting) is { } forbidden
                ? CardAnswer.Say(refusals.Say(forbidden, turn.Language))
                : CardAnswer.Card(card.Waive(sitting!, sitting!.Exam(turn.Candidate)!, turn.Language));
        }

        var outcome = await store.ExecuteAsync(
            Aggregates.Sittings,
            turn.Sitting,
            turn.Command(Verbs.Waive),
            sitting => WhyNot(turn, sitting) is { } forbidden ? forbidden : DeliberationVerbs.Waive(
                sitting!, turn.Actor.Id, turn.Candidate, turn.Submission[Member] ?? "", turn.Submission[Reason], organisation.CertificationOf(sitting!), time.GetUtcNow()),
            waived => turn.Show(card.Show(waived, turn.Actor, turn.Language)),
            turn.Cancellation);
        return outcome switch
        {
            { Refusal: { Rule: "ReasonMissing" or "TextTooLong" or "NoSheetMissing" } fault } => CardAnswer.Card(
                card.Waive(outcome.State!, outcome.State!.Exam(turn.Candidate)!, turn.Language, turn.Submission[Member], turn.Submission[Reason], fault)),
            { Refusal: { } refusal } => CardAnswer.Say(refusals.Say(refusal, turn.Language)),
            _ => CardAnswer.Card(outcome.Answer!),
        };
    }

    private Refusal? WhyNot(CardTurn turn, Sitting? sitting) => sitting is null
        ? new Refusal("UnknownExam")
        : turn.Actor.WhyNotJudge(sitting, turn.Candidate, organisation.CertificationOf(sitting))
            ?? DeliberationVerbs.WhyNotWaive(sitting, turn.Actor.Id, turn.Candidate, organisation.CertificationOf(sitting));
}

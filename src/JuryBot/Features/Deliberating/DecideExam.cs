using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Deliberations;
using JuryBot.Domain.Exams;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Deliberating;

/// <summary>Verb <c>deliberation.decide</c>: records the jury's decision, once; what is missing is said on the card, which keeps what was typed.</summary>
internal sealed class DecideExam(Store store, DeliberationCard card, OrganisationSettings organisation, RefusalTexts refusals, TimeProvider time)
{
    public async Task<CardAnswer> HandleAsync(CardTurn turn)
    {
        var record = await store.ReadAsync(Aggregates.Candidates, turn.Candidate, turn.Cancellation);
        Sitting? before = null;
        var outcome = await store.ExecuteAsync(
            Aggregates.Sittings,
            turn.Sitting,
            turn.Command(Verbs.Decide),
            sitting =>
            {
                if ((before = sitting)?.Exam(turn.Candidate) is not { } exam || record is null)
                {
                    return new Refusal("UnknownExam");
                }

                var certification = organisation.CertificationOf(sitting!);
                if (turn.Actor.WhyNotJudge(sitting!, exam.Candidate, certification) is { } linked)
                {
                    return linked;
                }

                var (blocks, award, fault) = DecisionInputs.Read(turn.Submission, sitting!, exam, record, certification);
                // Who may not decide hears that first, whatever the card held.
                var decision = DeliberationVerbs.Decide(
                    sitting!,
                    turn.Actor.Id,
                    turn.Candidate,
                    DecisionInputs.ReadPresence(turn.Submission),
                    blocks,
                    award,
                    DecisionInputs.Text(turn.Submission, DecisionInputs.Observations),
                    record,
                    certification,
                    time.GetUtcNow());
                return fault is not null && decision.Refusal is not { Rule: "OnlyTheChair" or "DeliberationNotOpen" or "AlreadyDecided" } ? fault : decision;
            },
            decided => card.Decided(decided, decided.Exam(turn.Candidate)!, turn.Language).ToJson(),
            turn.Cancellation);
        if (outcome.Refusal is not { } refusal)
        {
            return CardAnswer.Card(outcome.Answer!);
        }

        return refusal.Rule is "UnknownExam" or "ConflictOfInterest" or "OnlyTheChair" or "DeliberationNotOpen" or "AlreadyDecided"
            ? CardAnswer.Say(refusals.Say(refusal, turn.Language))
            : CardAnswer.Card(card.Decide(before!, before!.Exam(turn.Candidate)!, record!, turn.Language, turn.Submission, refusal));
    }
}

using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Deliberations;
using JuryBot.Domain.Exams;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Deliberating;

/// <summary>Verb <c>deliberation.decide</c> shows the decision to read again, <c>deliberation.confirm</c> records it, once. What is missing is
/// said on the card, which keeps what was typed.</summary>
internal sealed class DecideExam(Store store, DeliberationCard card, DecisionForm form, OrganisationSettings organisation, RefusalTexts refusals, TimeProvider time)
{
    public async Task<CardAnswer> PrepareAsync(CardTurn turn)
    {
        var record = await store.ReadAsync(Aggregates.Candidates, turn.Candidate, turn.Cancellation);
        var outcome = await store.ExecuteAsync(
            Aggregates.Sittings,
            turn.Sitting,
            turn.Command(Verbs.Decide),
            sitting =>
            {
                if (WhyNot(turn, sitting, record) is { } forbidden)
                {
                    return forbidden;
                }

                var certification = organisation.CertificationOf(sitting!);
                var (ruling, fault) = DecisionInputs.Read(turn.Submission, sitting!, sitting!.Exam(turn.Candidate)!, record!, certification, organisation);
                return ruling is null ? fault! : DeliberationVerbs.Prepare(sitting, turn.Actor.Id, turn.Candidate, ruling, record!, certification, time.GetUtcNow());
            },
            prepared => card.Summary(prepared, prepared.Exam(turn.Candidate)!, turn.Language).ToJson(),
            turn.Cancellation);
        return Answer(turn, outcome, record, id => turn.Submission[id]);
    }

    public async Task<CardAnswer> ConfirmAsync(CardTurn turn)
    {
        var record = await store.ReadAsync(Aggregates.Candidates, turn.Candidate, turn.Cancellation);
        var outcome = await store.ExecuteAsync(
            Aggregates.Sittings,
            turn.Sitting,
            turn.Command(Verbs.ConfirmDecision),
            sitting => WhyNot(turn, sitting, record) is { } forbidden ? forbidden
                : DeliberationVerbs.Confirm(sitting!, turn.Actor.Id, turn.Candidate, turn.Read, record!, organisation.CertificationOf(sitting!), time.GetUtcNow()),
            decided => card.Decided(decided, decided.Exam(turn.Candidate)!, turn.Language).ToJson(),
            turn.Cancellation);
        var prepared = outcome.State?.Exam(turn.Candidate)?.Deliberation?.Prepared;
        return Answer(turn, outcome, record, prepared is null ? null : DecisionInputs.Of(prepared).GetValueOrDefault);
    }

    // Who may not decide hears that first, whatever the card held.
    private Refusal? WhyNot(CardTurn turn, Sitting? sitting, CandidateRecord? record) => sitting is null || record is null
        ? new Refusal("UnknownExam")
        : turn.Actor.WhyNotJudge(sitting, turn.Candidate, organisation.CertificationOf(sitting)) is { } linked ? linked
        : DeliberationVerbs.WhyNotLead(sitting, turn.Actor.Id, turn.Candidate, organisation.CertificationOf(sitting)) is { } forbidden ? forbidden
        : sitting.Exam(turn.Candidate) is { State: ExamState.Decided } exam ? new Refusal("AlreadyDecided", exam.Name)
        : null;

    private CardAnswer Answer(CardTurn turn, Outcome<Sitting> outcome, CandidateRecord? record, Func<string, string?>? typed) => outcome.Refusal switch
    {
        null => CardAnswer.Card(outcome.Answer!),
        { } refusal when WhyNot(turn, outcome.State, record) is not null => CardAnswer.Say(refusals.Say(refusal, turn.Language)),
        { } refusal => CardAnswer.Card(form.Show(outcome.State!, outcome.State!.Exam(turn.Candidate)!, record!, turn.Language, typed, refusal)),
    };
}

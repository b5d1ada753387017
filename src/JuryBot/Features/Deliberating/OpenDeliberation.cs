using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Deliberations;
using JuryBot.Domain.Exams;
using JuryBot.Identity;
using JuryBot.Storage;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Deliberating;

/// <summary>Tells the chair that every sheet is in; verb <c>deliberation.open</c> locks them and shows them side by side, <c>deliberation.show</c>
/// shows again what is open.</summary>
internal sealed class OpenDeliberation(
    Store store, PeopleRegister people, Reach reach, DeliberationCard card, DecisionForm form, OrganisationSettings organisation, RefusalTexts refusals, TimeProvider time)
{
    public async Task OfferAsync(OfferDeliberation effect, Delivery delivery, CancellationToken cancellation)
    {
        var sitting = await store.ReadAsync(Aggregates.Sittings, effect.Sitting, cancellation) ?? throw new PoisonException("The sitting is gone.");
        var exam = sitting.Exam(effect.Candidate)!;
        var anew = exam is { State: ExamState.Deliberating, Annulled.IsEmpty: false };
        if (exam.State != ExamState.Graded && !anew)
        {
            return;
        }

        var chair = await people.GetAsync(effect.Chair, cancellation) ?? throw new PoisonException("The chair is gone.");
        await reach.AskAsync(chair, anew ? card.Anew(sitting, exam, chair.Language) : card.Offer(sitting, exam, chair.Language), exam.Name, $"{sitting.Id}|{exam.Candidate}|deliberation|{chair.Id}{(anew ? $"|{exam.Annulled.Count}" : "")}", sitting.Coordinator, delivery, cancellation);
    }

    public async Task<CardAnswer> HandleAsync(CardTurn turn)
    {
        var record = await store.ReadAsync(Aggregates.Candidates, turn.Candidate, turn.Cancellation);
        var outcome = await store.ExecuteAsync(
            Aggregates.Sittings,
            turn.Sitting,
            turn.Command(Verbs.OpenDeliberation),
            sitting => sitting is null || record is null
                ? new Refusal("UnknownExam")
                : turn.Actor.WhyNotJudge(sitting, turn.Candidate, organisation.CertificationOf(sitting)) is { } linked ? linked
                : DeliberationVerbs.Open(sitting, turn.Actor.Id, turn.Candidate, organisation.CertificationOf(sitting), time.GetUtcNow()),
            opened => Show(opened, record!, turn).ToJson(),
            turn.Cancellation);
        return outcome.Refusal is { } refusal ? CardAnswer.Say(refusals.SayAll(refusal, turn.Language)) : CardAnswer.Card(outcome.Answer!);
    }

    public async Task<CardAnswer> ShowAsync(CardTurn turn)
    {
        var record = await store.ReadAsync(Aggregates.Candidates, turn.Candidate, turn.Cancellation);
        var sitting = await store.ReadAsync(Aggregates.Sittings, turn.Sitting, turn.Cancellation);
        return (sitting is null || record is null ? new Refusal("UnknownExam")
            : turn.Actor.WhyNotJudge(sitting, turn.Candidate, organisation.CertificationOf(sitting))
                ?? DeliberationVerbs.WhyNotLead(sitting, turn.Actor.Id, turn.Candidate, organisation.CertificationOf(sitting))) is { } refusal
            ? CardAnswer.Say(refusals.Say(refusal, turn.Language))
            : CardAnswer.Card(Show(sitting!, record!, turn));
    }

    // A page is turned in the middle of filling in: what was typed by then comes along.
    private static Func<string, string?>? Typed(CardTurn turn, Exam exam) =>
        turn.Submission[DecisionInputs.Presence] is not null ? id => turn.Submission[id]
        : exam.Deliberation!.Prepared is { } ruling ? DecisionInputs.Of(ruling).GetValueOrDefault
        : null;

    private AdaptiveCard Show(Sitting sitting, CandidateRecord record, CardTurn turn)
    {
        var exam = sitting.Exam(turn.Candidate)!;
        return exam.State == ExamState.Decided
            ? card.Decided(sitting, exam, turn.Language)
            : form.Show(sitting, exam, record, turn.Language, Typed(turn, exam), page: turn.Page);
    }
}

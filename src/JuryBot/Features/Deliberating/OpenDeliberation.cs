using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Deliberations;
using JuryBot.Domain.Exams;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Deliberating;

/// <summary>Tells the chair that every sheet is in; verb <c>deliberation.open</c> locks them and shows them side by side.</summary>
internal sealed class OpenDeliberation(
    Store store, PeopleRegister people, Messenger messenger, DeliberationCard card, OrganisationSettings organisation, RefusalTexts refusals, TimeProvider time)
{
    public async Task OfferAsync(OfferDeliberation effect, Delivery delivery, CancellationToken cancellation)
    {
        var sitting = await store.ReadAsync(Aggregates.Sittings, effect.Sitting, cancellation) ?? throw new PoisonException("The sitting is gone.");
        var exam = sitting.Exam(effect.Candidate)!;
        if (exam.State != ExamState.Graded)
        {
            return;
        }

        var chair = await people.GetAsync(effect.Chair, cancellation) ?? throw new PoisonException("The chair is gone.");
        await messenger.SendAsync(chair, card.Offer(sitting, exam, chair.Language), exam.Name, $"{sitting.Id}|{exam.Candidate}|deliberation|{chair.Id}", delivery, cancellation);
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
            opened => Show(opened).ToJson(),
            turn.Cancellation);
        return outcome.Refusal is { } refusal ? CardAnswer.Say(refusals.Say(refusal, turn.Language)) : CardAnswer.Card(outcome.Answer!);

        Teams.Cards.AdaptiveCard Show(Sitting sitting)
        {
            var exam = sitting.Exam(turn.Candidate)!;
            return exam.State == ExamState.Decided ? card.Decided(sitting, exam, turn.Language) : card.Decide(sitting, exam, record!, turn.Language);
        }
    }
}

using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Identity;
using JuryBot.Storage;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Minutes;

/// <summary>Shows the members the minutes of their sitting when it has closed; verb <c>minutes.acknowledge</c> keeps that one has read them, and when.</summary>
internal sealed class AcknowledgeMinutes(Store store, PeopleRegister people, Reach reach, MinutesCard card, OrganisationSettings organisation, RefusalTexts refusals, TimeProvider time)
{
    public async Task AskAsync(AskAcknowledgement effect, Delivery delivery, CancellationToken cancellation)
    {
        var sitting = await store.ReadAsync(Aggregates.Sittings, effect.Sitting, cancellation) ?? throw new PoisonException("The sitting is gone.");
        var member = await people.GetAsync(effect.Member, cancellation) ?? throw new PoisonException("The member is gone.");
        await reach.AskAsync(member, Show(sitting, member, member.Language), card.Subject(sitting, member.Language), $"{sitting.Id}|minutes|{member.Id}", sitting.Coordinator, delivery, cancellation);
    }

    public async Task<CardAnswer> HandleAsync(CardTurn turn)
    {
        var outcome = await store.ExecuteAsync(
            Aggregates.Sittings,
            turn.Sitting,
            turn.Command(Verbs.Acknowledge),
            sitting => sitting is null ? new Refusal("UnknownSitting") : SittingVerbs.Acknowledge(sitting, turn.Actor.Id, time.GetUtcNow()),
            read => Show(read, turn.Actor, turn.Language).ToJson(),
            turn.Cancellation);
        return outcome.Refusal is { } refusal ? CardAnswer.Say(refusals.Say(refusal, turn.Language)) : CardAnswer.Card(outcome.Answer!);
    }

    private AdaptiveCard Show(Sitting sitting, Person member, string language) => card.Show(
        sitting,
        member.Id,
        candidate => !sitting.Exam(candidate)!.Recused(member.Id) && member.WhyNotJudge(sitting, candidate, organisation.CertificationOf(sitting)) is null,
        language);
}

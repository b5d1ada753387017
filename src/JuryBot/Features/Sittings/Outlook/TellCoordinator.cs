using JuryBot.Configuration;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Sittings.Outlook;

/// <summary>Tells the coordinator of a sitting what people did to its invitations, as long as it still is so.</summary>
internal sealed class TellCoordinator(
    Store store, PeopleRegister people, Reach reach, Substitutes substitutes, MoveCheck check, DisplacedCard displaced, AlteredCard altered, DeclineCard declined, ConvocationTexts texts, Settings settings)
{
    public async Task OfDisplacedAsync(TellDisplaced effect, Delivery delivery, CancellationToken cancellation)
    {
        var (sitting, coordinator) = await ReadAsync(effect.Sitting, cancellation);
        if (sitting.DisplacedOf(effect.Candidate) is not { } what)
        {
            return;
        }

        // Said with the message, so that nobody presses in vain; checked again when they press.
        var whyNot = what is { Candidate: null, To: { } to } ? SittingVerbs.WhyNotAdopt(sitting, to) ?? await check.WhyNotAsync(sitting, to, cancellation)
            : what.To is null ? null : new Domain.Refusal("CandidateTimeOfSitting");
        await reach.TellAsync(
            coordinator, displaced.Show(sitting, what, coordinator.Language, whyNot), texts.Subject(sitting, coordinator.Language), DisplacedCard.Key(sitting.Id, what.Candidate), sitting.Coordinator, delivery, cancellation);
    }

    public async Task OfAlteredAsync(TellAltered effect, Delivery delivery, CancellationToken cancellation)
    {
        var (sitting, coordinator) = await ReadAsync(effect.Sitting, cancellation);
        if (sitting.AlteredOf(effect.Candidate) is { Kept: false } what)
        {
            await reach.TellAsync(
                coordinator, altered.Show(sitting, what, coordinator.Language), texts.Subject(sitting, coordinator.Language), AlteredCard.Key(sitting.Id, what.Candidate), sitting.Coordinator, delivery, cancellation);
        }
    }

    public async Task OfDeclineAsync(TellDecline effect, Delivery delivery, CancellationToken cancellation)
    {
        var (sitting, coordinator) = await ReadAsync(effect.Sitting, cancellation);
        var (language, console) = (coordinator.Language, settings.ConsolePage("sittings", sitting.Id).ToString());
        var card = sitting.State != SittingState.Convened ? null
            : sitting.Member(effect.Person) is { Response: InvitationResponse.Declined } member ? declined.OfMember(sitting, member, await substitutes.FindAsync(sitting, member, language, cancellation), console, language)
            : sitting.Exam(effect.Person) is { Response: InvitationResponse.Declined, State: not ExamState.NotHeld } exam ? declined.OfCandidate(sitting, exam, console, language)
            : null;
        if (card is not null)
        {
            await reach.TellAsync(coordinator, card, texts.Subject(sitting, language), $"{sitting.Id}|{effect.Person}|declined", sitting.Coordinator, delivery, cancellation);
        }
    }

    private async Task<(Sitting Sitting, Person Coordinator)> ReadAsync(string id, CancellationToken cancellation)
    {
        var sitting = await store.ReadAsync(Aggregates.Sittings, id, cancellation) ?? throw new PoisonException("The sitting is gone.");
        return (sitting, await people.GetAsync(sitting.Coordinator, cancellation) ?? throw new PoisonException("CoordinatorGone"));
    }
}

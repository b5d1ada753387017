using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Sittings;

/// <summary>Offers the card that opens a sitting, and verb <c>sitting.open</c>: the chair takes attendance, the panel is checked and frozen, sheets go out.</summary>
internal sealed class OpenSitting(
    Store store, PeopleRegister people, PanelLinks links, Reach reach, OpeningCard card, ConvocationTexts convocations, OrganisationSettings organisation, RefusalTexts refusals, TimeProvider time)
{
    public const string Present = "present";
    public const string StandDown = "standDown";

    /// <summary>Shortly before the start, or when the chair is replaced even later: offers the card to who chairs. An offer for a time
    /// that the sitting has left is not made.</summary>
    public async Task OfferAsync(OfferOpening effect, Delivery delivery, CancellationToken cancellation)
    {
        if (await store.ReadAsync(Aggregates.Sittings, effect.Sitting, cancellation) is not { State: SittingState.Convened } sitting
            || sitting.Member(effect.Chair) is null || effect.NotBefore != sitting.Start - SittingVerbs.OpeningLead)
        {
            return;
        }

        var person = await people.GetAsync(effect.Chair, cancellation) ?? throw new PoisonException("The chair is gone.");
        await reach.AskAsync(person, card.Form(sitting, person.Language, await links.BlockingAsync(sitting, cancellation)), convocations.Subject(sitting), $"{sitting.Id}|opening|{person.Id}", sitting.Coordinator, delivery, cancellation);
    }

    // The form once more, for a chair who comes from elsewhere than the card that offered it.
    private async Task<CardAnswer> ShowAsync(CardTurn turn)
    {
        var sitting = await store.ReadAsync(Aggregates.Sittings, turn.Sitting, turn.Cancellation);
        var refusal = sitting is null ? new Refusal("UnknownSitting")
            : sitting.Member(turn.Actor.Id) is not { } member || !SittingVerbs.Chairs(sitting, organisation.CertificationOf(sitting), member) ? new Refusal("OnlyTheChair")
            : sitting.State switch { SittingState.Convened => null, SittingState.Cancelled => new Refusal("SittingCancelled"), _ => new Refusal("AlreadyOpen") };
        return refusal is null ? CardAnswer.Card(card.Form(sitting!, turn.Language, await links.BlockingAsync(sitting!, turn.Cancellation))) : CardAnswer.Say(refusals.Say(refusal, turn.Language));
    }

    public async Task<CardAnswer> HandleAsync(CardTurn turn)
    {
        var (present, standDown) = (turn.Submission.Choices(Present).ToHashSet(), turn.Submission.Choices(StandDown).ToHashSet());
        if (turn.Submission["form"] is not null)
        {
            return await ShowAsync(turn);
        }

        // A link that comes to light in between is found where it counts: its juror is given no sheet.
        var linked = await store.ReadAsync(Aggregates.Sittings, turn.Sitting, turn.Cancellation) is { } known ? await links.BlockingAsync(known, turn.Cancellation) : [];
        Sitting? before = null;
        var outcome = await store.ExecuteAsync(
            Aggregates.Sittings,
            turn.Sitting,
            turn.Command(Verbs.OpenSitting),
            sitting => (before = sitting) is null
                ? new Refusal("UnknownSitting")
                : SittingVerbs.Open(
                    sitting!, turn.Actor.Id, present, organisation.CertificationOf(sitting!), time.GetUtcNow(), standDown, new OpeningTerms(linked, links.Reason, organisation.RequireDeclarations)),
            opened => card.Opened(opened, turn.Language).ToJson(),
            turn.Cancellation);
        return outcome switch
        {
            { Refusal: { Rule: "PanelIrregular" or "ChairMustBePresent" or "ChairStaysSeated" or "DeclarationsMissing" } refusal } => CardAnswer.Card(
                card.Form(before!, turn.Language, linked, refusal, turn.Submission[Present], turn.Submission[StandDown])),
            { Refusal: { } refusal } => CardAnswer.Say(refusals.Say(refusal, turn.Language)),
            _ => CardAnswer.Card(outcome.Answer!),
        };
    }
}

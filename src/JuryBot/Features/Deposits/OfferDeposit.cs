using JuryBot.Chat;
using JuryBot.Domain;
using JuryBot.Domain.Deposits;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Deposits;

/// <summary>Verb <c>deposit.open</c>: a candidate asks for their page to deposit, a member for the one with what was deposited. It comes as a card below, so that a
/// sheet that is being filled in stays.</summary>
internal sealed class OfferDeposit(Store store, PeopleRegister people, Messenger messenger, DepositLinks links, DepositCard card, RefusalTexts refusals)
{
    private static readonly Texts Texts = Texts.Of("Features.Deposits");

    public async Task<CardAnswer> HandleAsync(CardTurn turn)
    {
        var outcome = await store.ExecuteAsync(
            Aggregates.Sittings,
            turn.Sitting,
            turn.Command(Verbs.OpenDeposit),
            sitting => sitting is null ? new Refusal("NotYours") : DepositVerbs.SendLink(sitting, turn.Actor.Id),
            ct: turn.Cancellation);
        return CardAnswer.Say(outcome.Refusal is { } refusal ? refusals.Say(refusal, turn.Language) : Texts.Get(turn.Language, "Sending"));
    }

    public async Task SendAsync(SendDepositLink effect, Delivery delivery, CancellationToken cancellation)
    {
        var sitting = await store.ReadAsync(Aggregates.Sittings, effect.Sitting, cancellation) ?? throw new PoisonException("The sitting is gone.");
        var person = await people.GetAsync(effect.Person, cancellation) ?? throw new PoisonException("The person is gone.");
        var link = links.To(sitting, person.Id, DepositDoor.Chat);
        await messenger.SendAsync(
            person,
            card.Show(sitting, person.Id, await links.IssueAsync(link, cancellation), link.Expires, person.Language),
            card.Title(sitting, person.Id, person.Language),
            $"{sitting.Id}|{person.Id}|deposit",
            delivery,
            cancellation);
    }
}

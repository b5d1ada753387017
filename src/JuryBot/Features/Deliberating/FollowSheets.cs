using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Deliberations;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Deliberating;

/// <summary>Verb <c>sitting.follow</c>: the chair sees who has submitted, never what.</summary>
internal sealed class FollowSheets(Store store, ProgressCard card, OrganisationSettings organisation, RefusalTexts refusals)
{
    public async Task<CardAnswer> HandleAsync(CardTurn turn)
    {
        var sitting = await store.ReadAsync(Aggregates.Sittings, turn.Sitting, turn.Cancellation);
        return (sitting is null ? new Refusal("UnknownSitting") : DeliberationVerbs.WhyNotFollow(sitting, turn.Actor.Id, organisation.CertificationOf(sitting))) is { } refusal
            ? CardAnswer.Say(refusals.Say(refusal, turn.Language))
            : CardAnswer.Card(turn.Show(card.Show(sitting!, turn.Actor, turn.Language)));
    }
}

using JuryBot.Chat;
using JuryBot.Domain;
using JuryBot.Domain.Awards;
using JuryBot.Storage;

namespace JuryBot.Features.Records;

/// <summary>Verb <c>outcome.send</c>: a candidate asks for their published outcomes of a sitting once more.</summary>
internal sealed class ResendOutcomes(Store store, RefusalTexts refusals)
{
    private static readonly Texts Texts = Texts.Of("Features.Records");

    public async Task<CardAnswer> HandleAsync(CardTurn turn)
    {
        var outcome = await store.ExecuteAsync(
            Aggregates.Candidates,
            turn.Actor.Id,
            turn.Command(Verbs.SendOutcome),
            record => record is null ? new Refusal("NotYours") : record.TellAgain(turn.Sitting),
            ct: turn.Cancellation);
        return CardAnswer.Say(outcome.Refusal is { } refusal ? refusals.Say(refusal, turn.Language) : Texts.Get(turn.Language, "Sending"));
    }
}

using JuryBot.Chat;
using JuryBot.Domain;
using JuryBot.Domain.Sessions;
using JuryBot.Storage;

namespace JuryBot.Features.Availability;

/// <summary>Verb <c>availability.save</c>: what is wrong is said on the card, which keeps what was typed.</summary>
internal sealed class AnswerOnCard(Store store, PollCard card, RefusalTexts refusals, TimeProvider time)
{
    public async Task<CardAnswer> HandleAsync(CardTurn turn)
    {
        var id = turn.Submission["session"] ?? "";
        var part = int.TryParse(turn.Submission["part"], out var given) ? given : -1;
        IReadOnlyDictionary<string, string> typed = new Dictionary<string, string>();
        var outcome = await store.ExecuteAsync(
            Aggregates.Sessions,
            id,
            turn.Command(Verbs.SaveAvailability),
            known =>
            {
                if (known?.PollOf(turn.Actor.Id) is null || PollCard.Parts(known).ElementAtOrDefault(part) is not { } days)
                {
                    return new Refusal("NotAsked");
                }

                typed = days.SelectMany(day => day).ToDictionary(half => half.Key, half => turn.Submission[half.Key] ?? "");
                return PollVerbs.Answer(known, turn.Actor.Id, typed, time.GetUtcNow());
            },
            saved => card.Show(saved, saved.PollOf(turn.Actor.Id)!, turn.Actor, part).ToJson(),
            turn.Cancellation);
        return outcome switch
        {
            { Refusal.Rule: "NotAsked" } => CardAnswer.Say(refusals.Say(outcome.Refusal, turn.Language)),
            { Refusal: { } refusal } => CardAnswer.Card(card.Show(outcome.State!, outcome.State!.PollOf(turn.Actor.Id)!, turn.Actor, part, typed, refusal)),
            _ => CardAnswer.Card(outcome.Answer!),
        };
    }
}

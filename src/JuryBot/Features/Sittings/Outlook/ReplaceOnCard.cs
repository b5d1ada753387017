using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Sittings.Outlook;

/// <summary>Verb <c>member.replace</c>: says who could take a member's seat and what is sent to whom, then has one of them take it.</summary>
internal sealed class ReplaceOnCard(Store store, PeopleRegister people, Substitutes substitutes, ReplaceMember replace, DeclineCard card, RefusalTexts refusals, Settings settings)
{
    public const string Member = "member", Substitute = "substitute";

    public async Task<CardAnswer> HandleAsync(CardTurn turn)
    {
        var sitting = await store.ReadAsync(Aggregates.Sittings, turn.Sitting, turn.Cancellation);
        var (leaving, chosen) = (turn.Submission[Member] ?? "", turn.Submission[Substitute] ?? "");
        if (WhyNot(sitting, turn.Actor, leaving, chosen) is { } refusal)
        {
            return CardAnswer.Say(refusals.Say(refusal, turn.Language));
        }

        var seat = sitting!.Member(leaving);
        if (chosen.Length == 0)
        {
            var found = await substitutes.FindAsync(sitting, seat!, turn.Language, turn.Cancellation);
            return CardAnswer.Card(turn.Show(card.OfMember(sitting, seat!, found, settings.ConsolePage("sittings", sitting.Id).ToString(), turn.Language)));
        }

        if (await people.GetAsync(chosen, turn.Cancellation) is not { Juror: not null } substitute)
        {
            return CardAnswer.Say(refusals.Say(new Refusal("UnknownJuror"), turn.Language));
        }

        // Who declined may have come back since the card was sent.
        var atOnce = turn.Submission["answered"] == DeclineCard.AtOnce && (seat is null || seat.Response == InvitationResponse.Declined || sitting.IsUninvited(seat));
        if (!turn.IsAnswered && !atOnce)
        {
            return seat is null ? Done(sitting) : CardAnswer.Card(turn.Show(card.Confirm(sitting, seat, substitute, turn.Language)));
        }

        var outcome = await replace.DecideAsync(sitting, leaving, substitute, turn.Command("sitting.replace"), turn.Cancellation);
        return outcome.Refusal is not { } fault ? Done(outcome.State!)
            : outcome.State?.Member(leaving) is { } still ? CardAnswer.Card(turn.Show(card.Confirm(outcome.State, still, substitute, turn.Language, fault)))
            : CardAnswer.Say(refusals.Say(fault, turn.Language));

        CardAnswer Done(Sitting replaced) =>
            CardAnswer.Card(turn.Show(card.Replaced(replaced, replaced.Replacements.FindLast(r => r.Person == leaving)!.Name, substitute.Name, turn.Language)));
    }

    // Who pressed twice reads again that it is done.
    private static Refusal? WhyNot(Sitting? sitting, Person actor, string leaving, string chosen) =>
        !actor.Is(PersonRole.Coordinator) ? new Refusal("NotAllowed")
        : sitting is null ? new Refusal("UnknownSitting")
        : sitting.State == SittingState.Cancelled ? new Refusal("SittingCancelled")
        : sitting.State != SittingState.Convened ? new Refusal("PanelFrozen")
        : sitting.Member(leaving) is null && !sitting.Replacements.Exists(r => r.Person == leaving && r.ReplacedBy == chosen) ? new Refusal("SeatLeft")
        : null;
}

using JuryBot.Chat;
using JuryBot.Domain;
using JuryBot.Domain.People;
using JuryBot.Storage;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Integrity;

/// <summary>Verbs <c>problems.retry</c> and <c>problems.dismiss</c>: what was given up of one aggregate, whichever its table, is tried again or will not be carried out. Only what the card had
/// told of.</summary>
internal sealed class ProblemsOnCard(Poison poison, Problems problems, Whereabouts whereabouts, RefusalTexts refusals)
{
    private static readonly Texts Texts = Texts.Of("Features");

    /// <summary>Data of a button.</summary>
    /// <param name="read">When the card was made.</param>
    public static object Data(string table, string partition, DateTimeOffset read) => new { v = CardTurn.CardVersion, table, partition, read };

    public Task<CardAnswer> RetryAsync(CardTurn turn) => HandleAsync(turn, "Problems.Retried", parked => poison.RetryAsync(parked.Id, turn.Cancellation));

    public async Task<CardAnswer> DismissAsync(CardTurn turn) => turn.IsAnswered || !turn.Actor.Is(PersonRole.Coordinator)
        ? await HandleAsync(turn, "Problems.Dismissed", parked => problems.DismissAsync(parked, turn.Actor, turn.Cancellation))
        : await ListAsync(turn) is { Count: > 0 } listed ? CardAnswer.Card(turn.Show(Confirm(Table(turn), Partition(turn), turn.Read, listed.Count, await MarkAsync(turn), turn.Language)))
        : CardAnswer.Say(Texts.Get(turn.Language, "Problems.None"));

    /// <summary>Asks before anything is given up for good.</summary>
    public static AdaptiveCard Confirm(string table, string partition, DateTimeOffset read, int count, string? mark, string language) => new()
    {
        Lang = language,
        Body =
        [
            .. Cards.Head(Texts.Get(language, "Problems.Dismiss.Title", count), mark),
            Cards.Line(Texts.Get(language, "Problems.Dismiss.Says")),
            ActionSet.WithFallbacks(
                Cards.Back(Texts.Get(language, "Problems.Dismiss"), Verbs.DismissProblems, new { v = CardTurn.CardVersion, table, partition, read, answered = "true" }),
                Cards.Back(Texts.Get(language, "Problems.Retry"), Verbs.RetryProblems, Data(table, partition, read))),
        ],
    };

    public static AdaptiveCard Done(string outcome, int count, string? mark, string language) => new()
    {
        Lang = language,
        Body = [.. Cards.Head(Texts.Get(language, "Problems.Title"), mark), Cards.Notice(ContainerStyle.Good, Texts.Get(language, outcome, count))],
    };

    private async Task<CardAnswer> HandleAsync(CardTurn turn, string outcome, Func<PoisonedDelivery, Task<bool>> settle)
    {
        if (!turn.Actor.Is(PersonRole.Coordinator))
        {
            return CardAnswer.Say(refusals.Say(new Refusal("NotAllowed"), turn.Language));
        }

        var settled = 0;
        foreach (var parked in await ListAsync(turn))
        {
            settled += await settle(parked) ? 1 : 0;
        }

        return settled == 0 ? CardAnswer.Say(Texts.Get(turn.Language, "Problems.None")) : CardAnswer.Card(turn.Show(Done(outcome, settled, await MarkAsync(turn), turn.Language)));
    }

    private async Task<List<PoisonedDelivery>> ListAsync(CardTurn turn) => TableNames.Aggregates.Contains(Table(turn))
        ? [.. (await poison.ListAsync(Table(turn), Partition(turn), turn.Cancellation)).Where(parked => parked.ParkedAt <= turn.Read)]
        : [];

    private async Task<string?> MarkAsync(CardTurn turn) => (await whereabouts.OfAsync(Table(turn), Partition(turn), turn.Language, turn.Cancellation)).Mark;

    private static string Table(CardTurn turn) => turn.Submission["table"] ?? "";

    private static string Partition(CardTurn turn) => turn.Submission["partition"] ?? "";
}

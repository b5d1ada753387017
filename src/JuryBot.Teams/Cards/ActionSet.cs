namespace JuryBot.Teams.Cards;

/// <summary>Buttons in the body of a card.</summary>
public sealed record ActionSet(params IReadOnlyList<CardAction> Actions) : CardElement
{
    /// <summary>Buttons that work in every client: each <see cref="ExecuteAction"/> with its <see cref="ExecuteAction.WithSubmitFallback"/>. Read what they send with <see cref="CardSubmission"/>.</summary>
    public static ActionSet WithFallbacks(params IEnumerable<ExecuteAction> actions) =>
        new([.. actions.Select(action => action.WithSubmitFallback())]);
}

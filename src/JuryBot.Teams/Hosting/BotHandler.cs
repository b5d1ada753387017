namespace JuryBot.Teams;

/// <summary>The bot's answer to one activity. For an invoke: what to answer, or <c>null</c> when it is not known here (501). For anything
/// else: <c>null</c>; replies go through the <see cref="TurnContext"/>. A handler
/// that takes longer than <see cref="BotOptions.AnswerWithin"/> goes on behind an answer that says so.</summary>
public delegate Task<InvokeResponse?> BotHandler(TurnContext turn, CancellationToken ct);

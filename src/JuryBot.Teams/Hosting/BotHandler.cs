namespace JuryBot.Teams;

/// <summary>The bot's answer to one activity. For an invoke: what to answer, or <c>null</c> when it is not known here (501). For anything
/// else: <c>null</c>; replies go through the <see cref="TurnContext"/>. An invoke must be answered within 10 seconds.</summary>
public delegate Task<InvokeResponse?> BotHandler(TurnContext turn, CancellationToken ct);

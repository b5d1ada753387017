namespace JuryBot.Teams.Cards;

/// <param name="Url">Where to; put no secret into it.</param>
public sealed record OpenUrlAction(string Url) : CardAction;

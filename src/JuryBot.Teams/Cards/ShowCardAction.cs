namespace JuryBot.Teams.Cards;

/// <summary>Unfolds another card below.</summary>
public sealed record ShowCardAction(AdaptiveCard Card) : CardAction;

namespace JuryBot.Teams.Cards;

/// <summary>Shows or hides elements.</summary>
public sealed record ToggleVisibilityAction(params IReadOnlyList<TargetElement> TargetElements) : CardAction;

/// <param name="ElementId">The element.</param>
/// <param name="IsVisible">What to make it, or <c>null</c> to turn it over.</param>
public sealed record TargetElement(string ElementId, bool? IsVisible = null);

namespace JuryBot.Teams.Cards;

/// <summary>Names and values in two columns.</summary>
public sealed record FactSet(params IReadOnlyList<Fact> Facts) : CardElement;

/// <param name="Title">Markdown.</param>
/// <param name="Value">Markdown.</param>
public sealed record Fact(string Title, string Value);

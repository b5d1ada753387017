using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features;

/// <summary>Pieces that several cards have. Texts given here are already in the reader's language; strings from outside are escaped.</summary>
internal static class Cards
{
    public static TextBlock Title(string text) => new(text) { Size = TextSize.Large, Weight = TextWeight.Bolder, Wrap = true, Style = TextBlockStyle.Heading };

    public static TextBlock Subtle(string text) => new(text) { IsSubtle = true, Wrap = true, Spacing = Spacing.None };

    public static TextBlock Line(string text) => new(text) { Wrap = true };

    public static TextBlock Strong(string text) => new(text) { Wrap = true, Weight = TextWeight.Bolder, Spacing = Spacing.Medium };

    /// <summary>A sentence in a coloured box: what went well, what to mind, what is wrong.</summary>
    public static Container Notice(ContainerStyle style, params IEnumerable<string> lines) =>
        new([.. lines.Select(line => new TextBlock(line) { Wrap = true, Spacing = Spacing.Small })]) { Style = style, Bleed = false };

    /// <summary>Data of a button: the card's version and what it speaks of.</summary>
    public static object Data(string sitting, string? candidate = null) => candidate is null
        ? new { v = Chat.CardTurn.CardVersion, sitting }
        : new { v = Chat.CardTurn.CardVersion, sitting, candidate };
}

using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features;

/// <summary>What somebody typed, for a card that shows it to them again: whole, or cut where the card has no room for it. What is cut is named,
/// so that nobody sends on half a text without noticing.</summary>
/// <param name="each">Characters that each text may have.</param>
internal sealed class Retyped(int each)
{
    private static readonly Texts Texts = Texts.Of("Features");
    private readonly List<string> cut = [];

    /// <param name="field">What the text is, as the reader knows it.</param>
    public string? Show(string field, string? typed)
    {
        if (typed is null || typed.Length <= each)
        {
            return typed;
        }

        if (!cut.Contains(field))
        {
            cut.Add(field);
        }

        return Cards.Cut(typed, each);
    }

    /// <summary>Says which texts are cut; nothing when none is. Asked for after the texts themselves.</summary>
    public IEnumerable<CardElement> Notice(string language) =>
        cut.Count == 0 ? [] : [Cards.Notice(ContainerStyle.Warning, Texts.Get(language, "Retyped.Cut", Markdown.Escape(string.Join(", ", cut))))];
}

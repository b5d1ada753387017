using System.Text.Json;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features;

/// <summary>Pieces that several cards have. Texts given here are already in the reader's language; strings from outside are escaped.</summary>
internal static class Cards
{
    /// <summary>What every card begins with.</summary>
    /// <param name="mark">What marks a fictitious registration, as <see cref="Fictitious"/> says it of what the card is about; <c>null</c> where there is nothing to mark.</param>
    public static IEnumerable<CardElement> Head(string title, string? mark) =>
        [new TextBlock(title) { Size = TextSize.Large, Weight = TextWeight.Bolder, Wrap = true, Style = TextBlockStyle.Heading }, .. Marked(mark)];

    /// <summary>The mark of one thing among several on a card.</summary>
    public static IEnumerable<CardElement> Marked(string? mark) => mark is null ? [] : [Subtle(mark) with { Size = TextSize.Small }];

    public static TextBlock Subtle(string text) => new(text) { IsSubtle = true, Wrap = true, Spacing = Spacing.None };

    public static TextBlock Line(string text) => new(text) { Wrap = true };

    public static TextBlock Strong(string text) => new(text) { Wrap = true, Weight = TextWeight.Bolder, Spacing = Spacing.Medium };

    /// <summary>One thing among several on a card, with its mark below its first line.</summary>
    public static Container Marked(Container row, string? mark) => row with { Items = [.. row.Items.Take(1), .. Marked(mark), .. row.Items.Skip(1)] };

    /// <summary>A sentence in a coloured box: what went well, what to mind, what is wrong.</summary>
    public static Container Notice(ContainerStyle style, params IEnumerable<string> lines) =>
        new([.. lines.Select(line => new TextBlock(line) { Wrap = true, Spacing = Spacing.Small })]) { Style = style, Bleed = false };

    /// <summary>What a person must write before they go on, such as a reason.</summary>
    public static TextInput Reason(string id, string label, string error, string? value = null) =>
        new(id) { Label = label, IsMultiline = true, IsRequired = true, MaxLength = Domain.ScoreSheets.SheetEntry.CommentLimit, ErrorMessage = error, Value = value };

    /// <summary>The text, or its beginning when it is longer, and that it was cut.</summary>
    public static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)] + "…";

    /// <summary>A refusal with its single faults, in the colour of what is wrong.</summary>
    public static Container Fault(RefusalTexts refusals, Domain.Refusal fault, string language) =>
        Notice(ContainerStyle.Attention, [refusals.SayInMarkdown(fault, language), .. fault.Details.Select(d => "• " + refusals.SayInMarkdown(d, language))]);

    /// <summary>A button that changes its mind: it sends nothing that was typed, and so nothing has to be right.</summary>
    public static ExecuteAction Back(string title, string verb, object data) => ExecuteAction.For(title, verb, data) with { AssociatedInputs = AssociatedInputs.None };

    /// <summary>Data of a button that confirms what was shown.</summary>
    public static object Confirming(string sitting, string candidate, DateTimeOffset read) => new { v = Chat.CardTurn.CardVersion, sitting, candidate, read };

    /// <summary>Data of a form's own button: without it the same verb shows the form.</summary>
    public static object Answered(string sitting, string candidate) => new { v = Chat.CardTurn.CardVersion, sitting, candidate, answered = "true" };

    /// <summary>Bytes a card may have (Teams takes 80 KB; the message around it needs some).</summary>
    public const int MaxBytes = 76_000;

    /// <summary>The card with as much of the members' remarks as fits; what is left out is cut, and says so.</summary>
    /// <param name="make">Makes it with so many characters of remarks.</param>
    public static AdaptiveCard Fitting(Func<int, AdaptiveCard> make) => Largest(make, 24_000, 12_000, 6_000, 2_000);

    /// <summary>A card that shows again what was typed, as much of it as fits.</summary>
    public static AdaptiveCard Repeating(Func<Retyped, AdaptiveCard> make) =>
        Largest(each => make(new Retyped(each)), int.MaxValue, 8_000, 4_000, 2_000, 1_000, 500, 250, 100);

    /// <summary>Bytes a card takes.</summary>
    public static int Size(AdaptiveCard card) => System.Text.Encoding.UTF8.GetByteCount(card.ToJson());

    /// <summary>Bytes a piece of a card adds to it.</summary>
    public static int Size<T>(T piece) => JsonSerializer.SerializeToUtf8Bytes(piece, TeamsJson.Options).Length + 1;

    private static AdaptiveCard Largest(Func<int, AdaptiveCard> make, params IEnumerable<int> budgets) =>
        budgets.Select(make).FirstOrDefault(card => Size(card) <= MaxBytes) ?? make(0);

    /// <summary>Data of a button: the card's version and what it speaks of.</summary>
    public static object Data(string sitting, string? candidate = null) => candidate is null
        ? new { v = Chat.CardTurn.CardVersion, sitting }
        : new { v = Chat.CardTurn.CardVersion, sitting, candidate };
}

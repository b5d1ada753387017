namespace JuryBot.Teams.Cards;

/// <summary>Text in runs of different looks. No markdown: outside strings need no escaping here.</summary>
public sealed record RichTextBlock(params IReadOnlyList<TextRun> Inlines) : CardElement
{
    public HorizontalAlignment? HorizontalAlignment { get; init; }
}

public sealed record TextRun(string Text)
{
    public string Type => "TextRun";

    public TextSize? Size { get; init; }

    public TextWeight? Weight { get; init; }

    public TextColor? Color { get; init; }

    public bool? IsSubtle { get; init; }

    public bool? Italic { get; init; }

    public bool? Strikethrough { get; init; }

    public bool? Underline { get; init; }

    public bool? Highlight { get; init; }

    public FontType? FontType { get; init; }

    public CardAction? SelectAction { get; init; }
}

namespace JuryBot.Teams.Cards;

/// <param name="Text">Markdown (bold, italic, lists, links): give outside strings through <see cref="Markdown.Escape"/>.</param>
public sealed record TextBlock(string Text) : CardElement
{
    /// <summary>Default false: a longer text is cut.</summary>
    public bool? Wrap { get; init; }

    public int? MaxLines { get; init; }

    public TextSize? Size { get; init; }

    public TextWeight? Weight { get; init; }

    public TextColor? Color { get; init; }

    public bool? IsSubtle { get; init; }

    public FontType? FontType { get; init; }

    public HorizontalAlignment? HorizontalAlignment { get; init; }

    /// <summary>A heading is announced as one by screen readers.</summary>
    public TextBlockStyle? Style { get; init; }
}

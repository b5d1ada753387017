namespace JuryBot.Teams.Cards;

/// <summary>Elements that belong together.</summary>
public sealed record Container(params IReadOnlyList<CardElement> Items) : CardElement
{
    public ContainerStyle? Style { get; init; }

    public VerticalAlignment? VerticalContentAlignment { get; init; }

    /// <summary>Whether it reaches to the edges of what holds it.</summary>
    public bool? Bleed { get; init; }

    public string? MinHeight { get; init; }

    public bool? Rtl { get; init; }

    public CardAction? SelectAction { get; init; }
}

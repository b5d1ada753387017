namespace JuryBot.Teams.Cards;

/// <summary>Columns side by side.</summary>
public sealed record ColumnSet(params IReadOnlyList<Column> Columns) : CardElement
{
    public ContainerStyle? Style { get; init; }

    public bool? Bleed { get; init; }

    public string? MinHeight { get; init; }

    public HorizontalAlignment? HorizontalAlignment { get; init; }

    public CardAction? SelectAction { get; init; }
}

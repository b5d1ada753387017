using System.Text.Json.Serialization;

namespace JuryBot.Teams.Cards;

/// <param name="Columns">How wide the columns are; as many as a row has cells.</param>
/// <param name="Rows">The rows, the first one being headers unless <see cref="FirstRowAsHeaders"/> is false.</param>
public sealed record Table(IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows) : CardElement
{
    /// <summary>Default true. (The schema's page prints <c>firstRowAsHeader</c>; Microsoft's renderers read <c>firstRowAsHeaders</c>.)</summary>
    public bool? FirstRowAsHeaders { get; init; }

    /// <summary>Default true.</summary>
    public bool? ShowGridLines { get; init; }

    public ContainerStyle? GridStyle { get; init; }

    public HorizontalAlignment? HorizontalCellContentAlignment { get; init; }

    public VerticalAlignment? VerticalCellContentAlignment { get; init; }
}

public sealed record TableColumn
{
    /// <summary>Pixels ("50px") or a share ("2").</summary>
    [JsonConverter(typeof(WidthConverter))]
    public string? Width { get; init; }

    public HorizontalAlignment? HorizontalCellContentAlignment { get; init; }

    public VerticalAlignment? VerticalCellContentAlignment { get; init; }
}

public sealed record TableRow(params IReadOnlyList<TableCell> Cells)
{
    public string Type => "TableRow";

    public ContainerStyle? Style { get; init; }

    public HorizontalAlignment? HorizontalCellContentAlignment { get; init; }

    public VerticalAlignment? VerticalCellContentAlignment { get; init; }
}

public sealed record TableCell(params IReadOnlyList<CardElement> Items)
{
    public string Type => "TableCell";

    public ContainerStyle? Style { get; init; }

    public VerticalAlignment? VerticalContentAlignment { get; init; }

    public bool? Bleed { get; init; }

    public string? MinHeight { get; init; }

    public CardAction? SelectAction { get; init; }
}

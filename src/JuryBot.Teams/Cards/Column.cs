using System.Text.Json.Serialization;

namespace JuryBot.Teams.Cards;

public sealed record Column(params IReadOnlyList<CardElement> Items) : CardItem
{
    public string Type => "Column";

    /// <summary>"auto", "stretch", pixels ("50px") or a share ("2").</summary>
    [JsonConverter(typeof(WidthConverter))]
    public string? Width { get; init; }

    public ContainerStyle? Style { get; init; }

    public VerticalAlignment? VerticalContentAlignment { get; init; }

    public bool? Bleed { get; init; }

    public string? MinHeight { get; init; }

    public bool? Rtl { get; init; }

    public CardAction? SelectAction { get; init; }
}

namespace JuryBot.Teams.Cards;

/// <param name="Url">HTTPS or data address.</param>
/// <param name="AltText">What a screen reader says.</param>
public sealed record Image(string Url, string AltText) : CardElement
{
    public ImageSize? Size { get; init; }

    public ImageStyle? Style { get; init; }

    /// <summary>Such as "50px".</summary>
    public string? Width { get; init; }

    public string? BackgroundColor { get; init; }

    public HorizontalAlignment? HorizontalAlignment { get; init; }

    public CardAction? SelectAction { get; init; }
}

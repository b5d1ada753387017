namespace JuryBot.Teams.Cards;

public sealed record TextInput(string Id) : InputElement(Id)
{
    public string? Value { get; init; }

    public string? Placeholder { get; init; }

    public bool? IsMultiline { get; init; }

    public int? MaxLength { get; init; }

    public string? Regex { get; init; }

    public TextInputStyle? Style { get; init; }

    public CardAction? InlineAction { get; init; }
}

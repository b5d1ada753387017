namespace JuryBot.Teams.Cards;

/// <summary>A day; sent as "2026-11-24".</summary>
public sealed record DateInput(string Id) : InputElement(Id)
{
    public DateOnly? Value { get; init; }

    public DateOnly? Min { get; init; }

    public DateOnly? Max { get; init; }

    public string? Placeholder { get; init; }
}

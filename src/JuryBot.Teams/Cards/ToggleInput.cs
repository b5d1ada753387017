namespace JuryBot.Teams.Cards;

/// <summary>Sent as <see cref="ValueOn"/> (default "true") or <see cref="ValueOff"/> (default "false").</summary>
public sealed record ToggleInput(string Id, string Title) : InputElement(Id)
{
    /// <summary>The state at first; default off.</summary>
    public string? Value { get; init; }

    public string? ValueOn { get; init; }

    public string? ValueOff { get; init; }

    public bool? Wrap { get; init; }
}

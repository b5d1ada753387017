namespace JuryBot.Teams.Cards;

/// <summary>One of several choices, or with <see cref="IsMultiSelect"/> any of them, sent joined by commas: no value may then contain one.</summary>
public sealed record ChoiceSetInput(string Id, IReadOnlyList<Choice> Choices) : InputElement(Id)
{
    /// <summary>The value chosen at first; several joined by commas.</summary>
    public string? Value { get; init; }

    public bool? IsMultiSelect { get; init; }

    /// <summary>Compact is a list to open (the default), expanded shows all, filtered can be searched.</summary>
    public ChoiceInputStyle? Style { get; init; }

    public string? Placeholder { get; init; }

    public bool? Wrap { get; init; }
}

/// <param name="Title">What the person reads; not markdown.</param>
/// <param name="Value">What is sent.</param>
public sealed record Choice(string Title, string Value);

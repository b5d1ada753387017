namespace JuryBot.Teams.Cards;

/// <summary>Something to fill in. Its value is sent under its id, which is therefore required. The client's checks are a courtesy: check again.</summary>
public abstract record InputElement : CardElement
{
    protected InputElement(string id) => Id = id;

    /// <summary>Shown above, and said by screen readers.</summary>
    public string? Label { get; init; }

    public bool? IsRequired { get; init; }

    /// <summary>Shown when the value will not do.</summary>
    public string? ErrorMessage { get; init; }
}

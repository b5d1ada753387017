namespace JuryBot.Teams.Cards;

/// <summary>What elements and columns have in common. In every type of this namespace <c>null</c> means the format's own default and is not written.</summary>
public abstract record CardItem
{
    /// <summary>Unique in its card; for an input, the name of its value.</summary>
    public string? Id { get; init; }

    /// <summary>Default true.</summary>
    public bool? IsVisible { get; init; }

    /// <summary>Distance from the item before.</summary>
    public Spacing? Spacing { get; init; }

    /// <summary>Whether a line is drawn before the item.</summary>
    public bool? Separator { get; init; }

    /// <summary>Shown where the client cannot show this.</summary>
    public Fallback? Fallback { get; init; }

    /// <summary>Features with the least version the client must have, else the fallback is shown.</summary>
    public IReadOnlyDictionary<string, string>? Requires { get; init; }
}

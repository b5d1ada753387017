namespace JuryBot.Domain.Planning;

/// <summary>What every panel must be made of. Only externals with a college are counted.</summary>
public sealed record Composition
{
    /// <summary>0 to 100: counted externals × 100 ≥ this × members.</summary>
    public int MinExternalPercent { get; init; }

    /// <summary>As many employers as employees among the counted externals, at least one of each.</summary>
    public bool Parity { get; init; }
}

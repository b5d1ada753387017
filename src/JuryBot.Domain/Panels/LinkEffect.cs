namespace JuryBot.Domain.Panels;

/// <summary>What a link means for a seat, from nothing to worst.</summary>
public enum LinkEffect
{
    None,

    /// <summary>By the sheet's own design: flagged, and may sit.</summary>
    Institutional,

    /// <summary>May not sit on that candidate's exam.</summary>
    Blocking,
}

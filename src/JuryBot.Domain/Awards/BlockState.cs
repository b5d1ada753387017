namespace JuryBot.Domain.Awards;

/// <summary>Where a candidate stands with a block.</summary>
public enum BlockState
{
    None,
    ProposedFavourable,
    ProposedUnfavourable,
    NotAcquired,

    /// <summary>Permanent, whether its certificate was issued or not.</summary>
    Acquired,

    /// <summary>Acquired, and its certificate issued.</summary>
    Certified,
}

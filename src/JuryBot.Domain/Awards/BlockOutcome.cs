namespace JuryBot.Domain.Awards;

/// <summary>What a jury said of a block: a proposal of an intermediate jury, or a decision of the certification jury.</summary>
public enum BlockOutcome
{
    /// <summary>Proposal: « évaluation favorable, sous réserve du jury de certification ».</summary>
    Favourable,

    /// <summary>Proposal: not favourable, the certification jury may decide otherwise.</summary>
    Unfavourable,

    /// <summary>Decision, permanent.</summary>
    Acquired,

    /// <summary>Decision; the block may be judged again.</summary>
    NotAcquired,
}

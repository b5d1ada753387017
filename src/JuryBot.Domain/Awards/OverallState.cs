namespace JuryBot.Domain.Awards;

/// <summary>Where a candidate stands with the certification.</summary>
public enum OverallState
{
    NoBlockAcquired,
    SomeBlocksAcquired,

    /// <summary>Every block is acquired, which is not the title: a final jury is required.</summary>
    AllBlocksFinalJuryRequired,

    /// <summary>Every block is acquired, the candidate appeared, and the jury refused the title with a reason.</summary>
    TitleRefused,

    Title,
}

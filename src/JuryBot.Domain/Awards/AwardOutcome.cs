namespace JuryBot.Domain.Awards;

public enum AwardOutcome
{
    Title,

    /// <summary>No title, at least one block acquired.</summary>
    Partial,

    /// <summary>No title and no block.</summary>
    None,
}

namespace JuryBot.Domain.Awards;

/// <summary>A certification jury's decision on the title.</summary>
/// <param name="Reason">The written reason; not null when the title was refused to someone with every block and an appearance.</param>
public sealed record Award(AwardOutcome Outcome, string Sitting, DateTimeOffset DecidedAt, string? Reason, DateTimeOffset? PublishedAt = null)
{
    /// <summary>The title was refused although every block was acquired and the candidate had appeared.</summary>
    public bool TitleRefused { get; init; }

    public Annulment? Annulled { get; init; }
}

using JuryBot.Domain.Certifications;

namespace JuryBot.Domain.Awards;

/// <summary>What one sitting said of one block. Never removed: what no longer stands carries its annulment.</summary>
/// <param name="Kind">Intermediate for a proposal, final for a decision.</param>
/// <param name="Reason">The written reason; not null when the decision is otherwise than proposed.</param>
public sealed record BlockResult(string Block, JuryKind Kind, string Sitting, BlockOutcome Outcome, DateTimeOffset At, string? Reason)
{
    /// <summary>When the candidate was told; <c>null</c> before the coordinator publishes the sitting.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    public Annulment? Annulled { get; init; }
}

using JuryBot.Domain.Certifications;

namespace JuryBot.Domain.Awards;

/// <summary>What a certification jury decided about one candidate.</summary>
/// <param name="Promotion">The promotion whose jury it is.</param>
/// <param name="Presence">The jury decides the blocks of someone who did not come too.</param>
/// <param name="Blocks">Exactly one for each of <see cref="CandidateRecord.BlocksToDecide"/>.</param>
/// <param name="Title"><c>null</c> exactly for block access, and for someone who has not come to this jury nor to an earlier one.</param>
/// <param name="LateReason">Why the candidate comes later than promotion N+1.</param>
public sealed record FinalRuling(
    string Sitting,
    DateTimeOffset At,
    string Promotion,
    Presence Presence,
    IReadOnlyList<BlockRuling> Blocks,
    TitleRuling? Title,
    string? LateReason = null)
{
    /// <summary>What the candidate presented; <c>null</c> for who did not come, and for a decision from before this was kept.</summary>
    public Presentation? Presentation { get; init; }
}

using System.Collections.Immutable;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;

namespace JuryBot.Domain.Deliberations;

/// <summary>A decision as the chair has entered it, to be read again before it is final.</summary>
public sealed record Ruling(Presence Presence, ImmutableList<BlockRuling> Blocks, TitleRuling? Title, string? Observations)
{
    /// <summary>What the candidate presented to a certification jury; <c>null</c> for who did not come, and before an intermediate one.</summary>
    public Presentation? Presentation { get; init; }

    /// <summary>When it was entered: what is confirmed is what was read.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Whether both decide the same, whenever they were entered.</summary>
    public bool SaysTheSame(Ruling other) =>
        Presence == other.Presence && Presentation == other.Presentation && Observations == other.Observations && Blocks.Count == other.Blocks.Count
        && Blocks.Zip(other.Blocks).All(pair => Same(pair.First.Votes, pair.Second.Votes) && pair.First with { Votes = null } == pair.Second with { Votes = null })
        && Same(Title?.Votes, other.Title?.Votes) && (Title is null ? other.Title is null : Title with { Votes = other.Title?.Votes } == other.Title);

    private static bool Same(Votes? one, Votes? other) => one is null || other is null ? one == other : one with { Ballots = other.Ballots } == other && one.Ballots.SequenceEqual(other.Ballots);
}

/// <summary>A jury's deliberation on one candidate.</summary>
public sealed record Deliberation
{
    public required DateTimeOffset OpenedAt { get; init; }

    public required string OpenedBy { get; init; }

    /// <summary>Entered and not yet confirmed; <c>null</c> before and after.</summary>
    public Ruling? Prepared { get; init; }

    public ImmutableList<BlockRuling> Decisions { get; init; } = [];

    /// <summary><c>null</c> for an intermediate jury, which awards nothing, for block access, and for someone who never came before a final jury.</summary>
    public TitleRuling? Award { get; init; }

    public string? Observations { get; init; }

    /// <summary>What the candidate presented to a certification jury; <c>null</c> for who did not come, before an intermediate one, and for a decision from
    /// before this was kept.</summary>
    public Presentation? Presentation { get; init; }

    public string? DecidedBy { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }
}

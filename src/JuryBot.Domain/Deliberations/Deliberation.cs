using System.Collections.Immutable;
using JuryBot.Domain.Awards;

namespace JuryBot.Domain.Deliberations;

/// <summary>A decision as the chair has entered it, to be read again before it is final.</summary>
public sealed record Ruling(Presence Presence, ImmutableList<BlockRuling> Blocks, TitleRuling? Title, string? Observations)
{
    /// <summary>When it was entered: what is confirmed is what was read.</summary>
    public DateTimeOffset At { get; init; }
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

    public string? DecidedBy { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }
}

using JuryBot.Domain.Panels;

namespace JuryBot.Domain.Certifications;

/// <summary>A seat on a panel.</summary>
public sealed record PanelRole
{
    public required string Id { get; init; }

    public required LocalizedText Name { get; init; }

    /// <summary>The sheet's words for the seat.</summary>
    public required LocalizedText Quotation { get; init; }

    /// <summary>What a person must be registered as to take the seat.</summary>
    public required string Capacity { get; init; }

    /// <summary>How many the default panel has; 0 for a role that only larger panels use.</summary>
    public required int Count { get; init; }

    /// <summary>The holder comes from outside and counts among the externals. A holder of any other role never counts.</summary>
    public required bool External { get; init; }

    /// <summary>The college the holder represents; not null exactly when <see cref="External"/>.</summary>
    public College? College { get; init; }

    /// <summary>The holder, and any substitute, is appointed by the director, on record.</summary>
    public required bool AppointedByDirector { get; init; }

    /// <summary>Leads the deliberation. Exactly one role of a jury does, with one holder.</summary>
    public required bool Chairs { get; init; }

    /// <summary>Knows the candidates by the sheet's own design, so that having trained or accompanied them is flagged and may sit.</summary>
    public required bool Institutional { get; init; }
}

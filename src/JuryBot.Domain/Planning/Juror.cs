using JuryBot.Domain.Panels;

namespace JuryBot.Domain.Planning;

/// <summary>Someone who may sit in panels.</summary>
public sealed record Juror(string Id)
{
    public bool External { get; init; }

    /// <summary>Whom an external represents; an external who represents neither college does not count in <see cref="Composition"/>.</summary>
    public College? College { get; init; }

    /// <summary>At most this many exams in all; <c>null</c> is no limit.</summary>
    public int? MaxExams { get; init; }

    /// <summary>At most this many distinct dates; <c>null</c> is no limit.</summary>
    public int? MaxDays { get; init; }

    public IReadOnlyList<LocalRange> Unavailable { get; init; } = [];

    /// <summary>Free, but rather not.</summary>
    public IReadOnlyList<LocalRange> IfNeedBe { get; init; } = [];
}

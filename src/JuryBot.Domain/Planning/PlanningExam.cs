namespace JuryBot.Domain.Planning;

/// <summary>A candidate, a group, or a whole half-day of candidates in a row, before one panel in one room.</summary>
/// <param name="Id">Unique in the problem.</param>
/// <param name="Candidates">At least one. Two exams of one candidate do not overlap.</param>
/// <param name="DurationMinutes">Rounded up to whole slots for what it occupies.</param>
/// <param name="Roles">The seats of the panel, all to be filled.</param>
public sealed record PlanningExam(string Id, IReadOnlyList<string> Candidates, int DurationMinutes, IReadOnlyList<RoleDemand> Roles)
{
    /// <summary>Sites whose rooms will do; empty is any room.</summary>
    public IReadOnlyList<string> Sites { get; init; } = [];

    /// <summary>Jurors who may not judge these candidates, whatever the role.</summary>
    public IReadOnlyList<string> Conflicts { get; init; } = [];

    /// <summary>When the candidates are not there.</summary>
    public IReadOnlyList<LocalRange> Unavailable { get; init; } = [];

    /// <summary>What may not change. An exam with anything pinned must be scheduled.</summary>
    public Pin? Pinned { get; init; }
}

/// <summary>One seat of the panel and the jurors who may take it. Role names are unique in an exam.</summary>
public sealed record RoleDemand(string Role, IReadOnlyList<string> Eligible);

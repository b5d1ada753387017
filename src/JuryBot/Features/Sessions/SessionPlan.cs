namespace JuryBot.Features.Sessions;

public sealed record PlannedSeat(string Role, string Person, string Name);

public sealed record PlannedCandidate(string Id, string Name, string Route, DateTimeOffset Start, DateTimeOffset End);

/// <summary>A sitting as planned: who, where, when.</summary>
public sealed record PlannedSitting(
    DateTimeOffset Start, DateTimeOffset End, string Room, string RoomName, IReadOnlyList<PlannedSeat> Panel, IReadOnlyList<PlannedCandidate> Candidates);

/// <summary>Candidates a plan leaves out and why, in the coordinator's language.</summary>
public sealed record LeftOut(IReadOnlyList<string> Candidates, IReadOnlyList<string> Because);

/// <summary>A session's plan: a document of its own, its fingerprint in the session.</summary>
/// <param name="Status"><c>optimal</c>, <c>feasible</c>, <c>infeasible</c> or <c>unknown</c>, as the planner reports it.</param>
/// <param name="Bound">No plan can hold more sittings than this.</param>
/// <param name="Seconds">How long planning took.</param>
public sealed record SessionPlan(string Status, int Bound, double Seconds, IReadOnlyList<PlannedSitting> Sittings, IReadOnlyList<LeftOut> Unscheduled)
{
    /// <summary>Ids of jurors left out because nothing was known of their time.</summary>
    public IReadOnlyList<string> UnknownJurors { get; init; } = [];

    public int Scheduled => Sittings.Sum(s => s.Candidates.Count);
}

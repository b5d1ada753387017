using JuryBot.Domain.Exams;
using JuryBot.Domain.Sessions;

namespace JuryBot.Features.Sessions;

public sealed record PlannedSeat(string Role, string Person, string Name);

/// <param name="Group">Name of the group with which they share their slot; <c>null</c> when they come alone.</param>
public sealed record PlannedCandidate(string Id, string Name, string Route, DateTimeOffset Start, DateTimeOffset End, string? Group = null);

/// <summary>A sitting as planned: who, where, when.</summary>
public sealed record PlannedSitting(
    DateTimeOffset Start, DateTimeOffset End, string Room, string RoomName, IReadOnlyList<PlannedSeat> Panel, IReadOnlyList<PlannedCandidate> Candidates)
{
    public bool Hears(string candidate) => Candidates.Any(c => c.Id == candidate);

    /// <summary>The same sitting at another time, in another room.</summary>
    public PlannedSitting MovedTo(DateTimeOffset start, string room, string roomName) => this with
    {
        Start = start,
        End = End + (start - Start),
        Room = room,
        RoomName = roomName,
        Candidates = [.. Candidates.Select(c => c with { Start = c.Start + (start - Start), End = c.End + (start - Start) })],
    };

    /// <summary>A convened sitting as it would be planned.</summary>
    public static PlannedSitting Of(Sitting sitting) => new(
        sitting.Start,
        sitting.End,
        sitting.Room,
        sitting.RoomName,
        [.. sitting.Panel.Select(m => new PlannedSeat(m.Role, m.Person, m.Name))],
        [.. sitting.Exams.Select(e => new PlannedCandidate(e.Candidate, e.Name, e.Route, e.Start, e.End, e.Group))]);
}

/// <summary>Candidates a plan leaves out and why, in the coordinator's language.</summary>
/// <param name="Because">What keeps them out.</param>
/// <param name="Proven">No plan holds them beside as many others.</param>
/// <param name="Repairs">Changes that were tried and make room for them, the least trouble first.</param>
public sealed record LeftOut(IReadOnlyList<string> Candidates, IReadOnlyList<string> Because, bool Proven = false, IReadOnlyList<string>? Repairs = null);

/// <summary>A session's plan: a document of its own, its fingerprint in the session.</summary>
/// <param name="Status"><c>optimal</c>, <c>feasible</c>, <c>infeasible</c> or <c>unknown</c>, as the planner reports it.</param>
/// <param name="Bound">No plan can hold more candidates than this.</param>
/// <param name="Seconds">How long planning took.</param>
public sealed record SessionPlan(string Status, int Bound, double Seconds, IReadOnlyList<PlannedSitting> Sittings, IReadOnlyList<LeftOut> Unscheduled)
{
    /// <summary>Ids of jurors left out because nothing was known of their time.</summary>
    public IReadOnlyList<string> UnknownJurors { get; init; } = [];

    /// <summary>Candidates who stay where they are when the plan is made again: their sittings were put there by hand.</summary>
    public IReadOnlyList<string> Pinned { get; init; } = [];

    /// <summary>Rules that a move by hand has left broken: such a plan is not convened.</summary>
    public IReadOnlyList<PlanConflict> Conflicts { get; init; } = [];

    /// <summary>The plan before the last move; <c>null</c> when the planner made this one from the beginning.</summary>
    public PlanReference? Before { get; init; }

    /// <summary>What a coordinator calls it by: 1 is the planner's best.</summary>
    public int Number { get; init; } = 1;

    /// <summary>Plans that hold as many candidates and may be taken in its place.</summary>
    public IReadOnlyList<SessionPlan> Others { get; init; } = [];

    /// <summary>Another of the proposals in the place of this one, which stays among the others; <c>null</c> when there is none of that number.</summary>
    public SessionPlan? Take(int number) => Others.FirstOrDefault(other => other.Number == number) is { } taken
        ? taken with { Others = [.. Others.Where(other => other.Number != number), this with { Others = [] }] }
        : null;

    public int Scheduled => Sittings.Sum(s => s.Candidates.Count);
}

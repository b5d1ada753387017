using System.Text.Json.Serialization;

namespace JuryBot.Domain.Planning;

/// <summary>What has to be planned: exams before panels, a pool of jurors, rooms and a grid of slots. It (de)serialises straight
/// to the problem file with <see cref="PlanningJson.Options"/>. <see cref="ProblemValidator"/> says whether it makes sense.</summary>
public sealed record PlanningProblem(Grid Grid, IReadOnlyList<Room> Rooms, IReadOnlyList<Juror> Jurors, IReadOnlyList<PlanningExam> Exams)
{
    /// <summary>What every panel must be made of; <c>null</c> asks nothing.</summary>
    public Composition? Composition { get; init; }

    /// <summary>The plan to stay close to, when re-planning. Only <see cref="ObjectiveKind.Unchanged"/> looks at it.</summary>
    public IReadOnlyList<PreviousExam> Previous { get; init; } = [];

    /// <summary>From the most to the least important: each one is decided before the next is looked at.</summary>
    public IReadOnlyList<ObjectiveKind> Objectives { get; init; } = ObjectiveKinds.Default;

    /// <summary>The pause a panel is owed; <c>null</c> asks none. A setting of the organisation's, not a part of the file.</summary>
    [JsonIgnore]
    public Break? Break { get; init; }
}

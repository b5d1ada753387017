using System.Text.Json.Serialization;

namespace JuryBot.Domain.Planning;

/// <summary>An answer to a <see cref="PlanningProblem"/>.</summary>
/// <param name="Status">How good it is known to be.</param>
/// <param name="Scheduled">Exams scheduled.</param>
/// <param name="Bound">No plan does better than this in the first objective.</param>
/// <param name="WallSeconds">Real time spent.</param>
/// <param name="Objectives">In the problem's order; empty when there is no plan to measure.</param>
/// <param name="Exams">In the problem's order; empty when infeasible.</param>
/// <param name="Unscheduled">Every other exam of the problem, each with at least one reason.</param>
public sealed record Plan(
    PlanStatus Status,
    int Scheduled,
    long Bound,
    double WallSeconds,
    IReadOnlyList<Objective> Objectives,
    IReadOnlyList<PlannedExam> Exams,
    IReadOnlyList<Unscheduled> Unscheduled);

public enum PlanStatus
{
    /// <summary>Every objective proven.</summary>
    Optimal,

    /// <summary>A valid plan; a better one may exist.</summary>
    Feasible,

    /// <summary>Nothing at all can be scheduled, or a pin contradicts a rule.</summary>
    Infeasible,

    /// <summary>No plan was found in the time given, nor proof that there is none.</summary>
    Unknown,
}

/// <summary>What was reached.</summary>
/// <param name="Name">Which objective.</param>
/// <param name="Value">As <see cref="PlanMeasures"/> computes it.</param>
/// <param name="Bound">No plan as good in the earlier objectives does better than this.</param>
/// <param name="Proven">This value, and those of all earlier objectives, are the best possible.</param>
public sealed record Objective(ObjectiveKind Name, long Value, long Bound, bool Proven);

/// <summary>Why an exam is not in the plan: together the reasons account for it, and none of them could be left out.</summary>
public sealed record Unscheduled(string Id, IReadOnlyList<Because> Because)
{
    /// <summary>Proven: no plan holds this exam beside as many others. Otherwise the reasons speak of this plan only.</summary>
    [JsonIgnore]
    public bool Proven { get; init; }

    /// <summary>What would make room for it, the least trouble first; each was tried. Not a part of the file.</summary>
    [JsonIgnore]
    public IReadOnlyList<Repair> Repairs { get; init; } = [];
}

/// <summary>One reason, true of the problem or of this plan.</summary>
/// <param name="Rule">One of <see cref="PlanRules"/>.</param>
/// <param name="Subject">The role, room, candidate or exam the rule speaks of.</param>
/// <param name="Text">For a person, in their language.</param>
/// <param name="Ids">The jurors, rooms, candidates or exams that stand in the way.</param>
public sealed record Because(string Rule, string Subject, string Text, IReadOnlyList<string> Ids);

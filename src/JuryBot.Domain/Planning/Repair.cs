namespace JuryBot.Domain.Planning;

/// <summary>A change a coordinator can make so that an exam finds its place. It was tried: with it a valid plan holds the exam and
/// everything that was planned before.</summary>
/// <param name="Kind">What to change.</param>
/// <param name="Subject">The juror, room, role, date or exam it is about.</param>
/// <param name="Text">For a person, in their language.</param>
/// <param name="Problem">The problem with the change made.</param>
/// <param name="Plan">A valid plan of that problem that holds the exam.</param>
public sealed record Repair(RepairKind Kind, string Subject, string Text, PlanningProblem Problem, IReadOnlyList<PlannedExam> Plan);

public enum RepairKind
{
    /// <summary>Ask a juror to come at a time they are away.</summary>
    AskJuror,

    /// <summary>Ask a juror to hear more exams, or to come on one more day, than they offered.</summary>
    RaiseLimit,

    /// <summary>Ask the candidates to come at a time they are away.</summary>
    AskCandidate,

    /// <summary>One more room.</summary>
    AddRoom,

    /// <summary>One more day.</summary>
    AddDay,

    /// <summary>One more juror for a role.</summary>
    AddJuror,

    /// <summary>Let go of what is pinned.</summary>
    Unpin,
}

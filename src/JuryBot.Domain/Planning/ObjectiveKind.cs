namespace JuryBot.Domain.Planning;

/// <summary>What a plan is judged by. <see cref="PlanMeasures"/> computes each.</summary>
public enum ObjectiveKind
{
    /// <summary>Exams scheduled: most.</summary>
    Scheduled,

    /// <summary>Over the previous exams, how many of start, room and each role's member are the same: most.</summary>
    Unchanged,

    /// <summary>Distinct (juror, date) with an exam: fewest.</summary>
    JurorDays,

    /// <summary>Over juror-days, grid slots between first start and last end not spent in an exam, plus rooms used minus one: fewest.</summary>
    Compactness,

    /// <summary>Sum over jurors of the square of their exams: fewest.</summary>
    Fairness,

    /// <summary>(exam, juror) pairs that touch an <see cref="Juror.IfNeedBe"/>: fewest.</summary>
    Preference,

    /// <summary>How often a room gets another panel in a day of the grid, the first one included: fewest sittings. Not a part of the file: the product asks for it.</summary>
    Sittings,
}

public static class ObjectiveKinds
{
    /// <summary>The order used when a problem names none; what a file may name.</summary>
    public static IReadOnlyList<ObjectiveKind> Default { get; } =
        [ObjectiveKind.Scheduled, ObjectiveKind.Unchanged, ObjectiveKind.JurorDays, ObjectiveKind.Compactness, ObjectiveKind.Fairness, ObjectiveKind.Preference];

    extension(ObjectiveKind kind)
    {
        /// <summary>Whether more is better.</summary>
        public bool IsMost => kind is ObjectiveKind.Scheduled or ObjectiveKind.Unchanged;
    }
}

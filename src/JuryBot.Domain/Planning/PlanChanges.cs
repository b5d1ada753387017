namespace JuryBot.Domain.Planning;

/// <summary>What becomes of one exam from one plan to the next.</summary>
/// <param name="Exam">Its id.</param>
/// <param name="Before"><c>null</c> when it was not planned.</param>
/// <param name="After"><c>null</c> when it is planned no more.</param>
public sealed record ExamChange(string Exam, PlannedExam? Before, PlannedExam? After)
{
    /// <summary>Planned before and after, at another time.</summary>
    public bool Moves => Before is not null && After is not null && Before.Start != After.Start;

    /// <summary>Planned before and after, in another room.</summary>
    public bool ChangesRoom => Before is not null && After is not null && Before.Room != After.Room;

    /// <summary>Jurors who sit only after.</summary>
    public IReadOnlyList<string> Joining => [.. Sitting(After).Except(Sitting(Before))];

    /// <summary>Jurors who sat only before.</summary>
    public IReadOnlyList<string> Leaving => [.. Sitting(Before).Except(Sitting(After))];

    /// <summary>Whether this juror has to be told anything.</summary>
    public bool Concerns(string juror) =>
        Sitting(Before).Contains(juror) != Sitting(After).Contains(juror)
        || (Sitting(After).Contains(juror) && (Moves || ChangesRoom || Role(Before, juror) != Role(After, juror)));

    private static IEnumerable<string> Sitting(PlannedExam? exam) => exam?.Members.Values ?? [];

    private static string? Role(PlannedExam? exam, string juror) => exam?.Members.FirstOrDefault(member => member.Value == juror).Key;
}

/// <summary>What a new plan changes, and for whom: read before anything is sent.</summary>
/// <param name="Exams">Every exam that is not exactly as it was, in the problem's order.</param>
/// <param name="Jurors">By juror who has to be told something, the exams it is about.</param>
public sealed record PlanChanges(IReadOnlyList<ExamChange> Exams, IReadOnlyDictionary<string, IReadOnlyList<ExamChange>> Jurors)
{
    public static PlanChanges Between(PlanningProblem problem, IReadOnlyList<PlannedExam> before, IReadOnlyList<PlannedExam> after)
    {
        var (was, now) = (before.ToDictionary(exam => exam.Id), after.ToDictionary(exam => exam.Id));
        var exams = problem.Exams.Select(exam => new ExamChange(exam.Id, was.GetValueOrDefault(exam.Id), now.GetValueOrDefault(exam.Id)))
            .Where(change => !Same(change.Before, change.After)).ToList();
        var jurors = problem.Jurors.Select(juror => (juror.Id, Changes: (IReadOnlyList<ExamChange>)[.. exams.Where(change => change.Concerns(juror.Id))]))
            .Where(juror => juror.Changes.Count > 0).ToDictionary(juror => juror.Id, juror => juror.Changes);
        return new PlanChanges(exams, jurors);
    }

    private static bool Same(PlannedExam? one, PlannedExam? other) => one is null || other is null
        ? one is null && other is null
        : one.Start == other.Start && one.Room == other.Room && one.Members.Count == other.Members.Count
            && one.Members.All(member => other.Members.TryGetValue(member.Key, out var juror) && juror == member.Value);
}

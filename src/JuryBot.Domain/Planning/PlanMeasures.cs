namespace JuryBot.Domain.Planning;

/// <summary>What a plan is worth in each objective, computed from the plan alone.</summary>
public static class PlanMeasures
{
    public static long Measure(PlanningProblem problem, IReadOnlyList<PlannedExam> exams, ObjectiveKind kind) => kind switch
    {
        ObjectiveKind.Scheduled => exams.Count,
        ObjectiveKind.Unchanged => problem.Previous.Sum(previous => Unchanged(previous, exams)),
        ObjectiveKind.JurorDays => JurorDays(exams).Count(),
        ObjectiveKind.Compactness => JurorDays(exams).Sum(day => Looseness(problem, [.. day])),
        ObjectiveKind.Fairness => exams.SelectMany(exam => exam.Members.Values).CountBy(juror => juror).Sum(load => (long)load.Value * load.Value),
        ObjectiveKind.Preference => Reluctances(problem, exams),
        ObjectiveKind.Sittings => exams.DistinctBy(exam => (Stretch(problem, exam), exam.Room, string.Join('\n', exam.Members.OrderBy(member => member.Key).Select(member => $"{member.Key}\t{member.Value}")))).Count(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static int Unchanged(PreviousExam previous, IReadOnlyList<PlannedExam> exams) =>
        exams.FirstOrDefault(exam => exam.Id == previous.Exam) is not { } now ? 0
        : (now.Start == previous.Start ? 1 : 0) + (now.Room == previous.Room ? 1 : 0)
        + previous.Members.Count(member => now.Members.TryGetValue(member.Key, out var juror) && juror == member.Value);

    private static IEnumerable<IGrouping<(string Juror, DateTime Date), PlannedExam>> JurorDays(IReadOnlyList<PlannedExam> exams) =>
        exams.SelectMany(exam => exam.Members.Values, (exam, juror) => (exam, juror))
            .GroupBy(seat => (seat.juror, seat.exam.Start.Date), seat => seat.exam);

    private static int Looseness(PlanningProblem problem, IReadOnlyList<PlannedExam> day)
    {
        var taken = day.Select(exam => (exam.Start, End: End(problem, exam))).ToList();
        var (first, last) = (taken.Min(exam => exam.Start), taken.Max(exam => exam.End));
        var idle = problem.Grid.Days.SelectMany(window => SlotStarts(problem.Grid, window))
            .Count(slot => slot >= first && slot < last && !taken.Any(exam => exam.Start <= slot && slot < exam.End));
        return idle + day.Select(exam => exam.Room).Distinct().Count() - 1;
    }

    internal static GridDay? Stretch(PlanningProblem problem, PlannedExam exam) => problem.Grid.Days.FirstOrDefault(day =>
        day.Date.ToDateTime(day.From) <= exam.Start && exam.Start < day.Date.ToDateTime(day.To));

    private static IEnumerable<DateTime> SlotStarts(Grid grid, GridDay day)
    {
        for (var slot = day.Date.ToDateTime(day.From); slot.AddMinutes(grid.SlotMinutes) <= day.Date.ToDateTime(day.To); slot = slot.AddMinutes(grid.SlotMinutes))
        {
            yield return slot;
        }
    }

    private static int Reluctances(PlanningProblem problem, IReadOnlyList<PlannedExam> exams)
    {
        var reluctant = problem.Jurors.ToDictionary(juror => juror.Id, juror => juror.IfNeedBe);
        return exams.Sum(exam => exam.Members.Values.Count(juror =>
            reluctant[juror].Any(range => range.From < End(problem, exam) && exam.Start < range.To)));
    }

    private static DateTime End(PlanningProblem problem, PlannedExam planned)
    {
        var slot = problem.Grid.SlotMinutes;
        return planned.Start.AddMinutes((problem.Exams.First(exam => exam.Id == planned.Id).DurationMinutes + slot - 1) / slot * slot);
    }
}

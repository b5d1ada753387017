namespace JuryBot.Domain.Planning;

/// <summary>What a plan is worth in each objective, computed from the plan alone.</summary>
public static class PlanMeasures
{
    public static long Measure(PlanningProblem problem, IReadOnlyList<PlannedExam> exams, ObjectiveKind kind) => kind switch
    {
        ObjectiveKind.Scheduled => exams.Count,
        ObjectiveKind.Unchanged => Unchanged(problem.Previous, exams.ToDictionary(exam => exam.Id)),
        ObjectiveKind.JurorDays => JurorDays(exams).Count(),
        ObjectiveKind.Compactness => Compactness(problem, exams),
        ObjectiveKind.Fairness => exams.SelectMany(exam => exam.Members.Values).CountBy(juror => juror).Sum(load => (long)load.Value * load.Value),
        ObjectiveKind.Preference => Reluctances(problem, exams),
        ObjectiveKind.Sittings => exams.GroupBy(exam => (Stretch(problem, exam), exam.Room)).Sum(held => Panels([.. held.OrderBy(exam => exam.Start)])),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static int Unchanged(IReadOnlyList<PreviousExam> previous, Dictionary<string, PlannedExam> exams) => previous.Sum(was =>
        !exams.TryGetValue(was.Exam, out var now) ? 0
        : (now.Start == was.Start ? 1 : 0) + (now.Room == was.Room ? 1 : 0)
            + was.Members.Count(member => now.Members.TryGetValue(member.Key, out var juror) && juror == member.Value));

    private static IEnumerable<IGrouping<(string Juror, DateTime Date), PlannedExam>> JurorDays(IReadOnlyList<PlannedExam> exams) =>
        exams.SelectMany(exam => exam.Members.Values, (exam, juror) => (exam, juror))
            .GroupBy(seat => (seat.juror, seat.exam.Start.Date), seat => seat.exam);

    private static int Compactness(PlanningProblem problem, IReadOnlyList<PlannedExam> exams)
    {
        var lengths = Lengths(problem);
        var windows = problem.Grid.Days.ToLookup(day => day.Date);
        return JurorDays(exams).Sum(day => Looseness(problem, windows, lengths, [.. day]));
    }

    private static int Looseness(PlanningProblem problem, ILookup<DateOnly, GridDay> windows, Dictionary<string, TimeSpan> lengths, IReadOnlyList<PlannedExam> day)
    {
        var taken = day.Select(exam => (exam.Start, End: exam.Start + lengths[exam.Id])).ToList();
        var (first, last) = (taken.Min(exam => exam.Start), taken.Max(exam => exam.End));
        var idle = windows[DateOnly.FromDateTime(first)].Concat(windows[DateOnly.FromDateTime(last)]).Distinct().SelectMany(window => SlotStarts(problem.Grid, window))
            .Count(slot => slot >= first && slot < last && !taken.Any(exam => exam.Start <= slot && slot < exam.End));
        return idle + day.Select(exam => exam.Room).Distinct().Count() - 1;
    }

    private static int Panels(IReadOnlyList<PlannedExam> held) =>
        1 + held.Zip(held.Skip(1)).Count(pair => !pair.First.Members.OrderBy(member => member.Key).SequenceEqual(pair.Second.Members.OrderBy(member => member.Key)));

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
        var lengths = Lengths(problem);
        var reluctant = problem.Jurors.ToDictionary(juror => juror.Id, juror => juror.IfNeedBe);
        return exams.Sum(exam => exam.Members.Values.Count(juror =>
            reluctant[juror].Any(range => range.From < exam.Start + lengths[exam.Id] && exam.Start < range.To)));
    }

    /// <summary>Durations, rounded up to whole slots, by exam.</summary>
    private static Dictionary<string, TimeSpan> Lengths(PlanningProblem problem) => problem.Exams.ToDictionary(
        exam => exam.Id,
        exam => TimeSpan.FromMinutes((exam.DurationMinutes + problem.Grid.SlotMinutes - 1) / problem.Grid.SlotMinutes * problem.Grid.SlotMinutes));
}

namespace JuryBot.Domain.Planning;

/// <summary>Exams that one panel hears in a row, in one room and one stretch of the grid: what is convened and opened together.</summary>
/// <param name="Exams">In order of their start.</param>
/// <param name="Known">The run of the plan under way that this one carries on; <c>null</c> when it is new.</param>
public sealed record ExamRun(IReadOnlyList<PlannedExam> Exams, string? Known)
{
    /// <summary>A plan as runs, in order of their start. A run ends where another panel comes between, and at <paramref name="most"/> candidates.</summary>
    /// <param name="problem">The problem the plan answers.</param>
    /// <param name="exams">The plan.</param>
    /// <param name="most">Candidates in one run.</param>
    /// <param name="before">By exam, the run it is in now: exams that stay together stay in their run.</param>
    /// <param name="begun">Exams of the plan whose runs have begun: nobody joins them.</param>
    public static IReadOnlyList<ExamRun> Of(
        PlanningProblem problem, IReadOnlyList<PlannedExam> exams, int most, IReadOnlyDictionary<string, string> before, IReadOnlySet<string> begun)
    {
        var candidates = problem.Exams.ToDictionary(exam => exam.Id, exam => exam.Candidates.Count);
        var runs = exams.Where(exam => !begun.Contains(exam.Id)).OrderBy(exam => exam.Start).ThenBy(exam => exam.Id, StringComparer.Ordinal).GroupBy(exam => (PlanMeasures.Stretch(problem, exam), exam.Room, Panel(exam)))
            .SelectMany(same => Cut([.. same], exams, most, before, exam => candidates[exam.Id])).ToList();
        // A run of before is carried on once, by who keeps the most of it.
        var heirs = runs.Where(run => run.Known is not null).GroupBy(run => run.Known)
            .Select(heirs => heirs.MaxBy(run => run.Exams.Count(exam => before.GetValueOrDefault(exam.Id) == run.Known))!).ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. runs.Select(run => heirs.Contains(run) ? run : run with { Known = null }).OrderBy(run => run.Exams[0].Start).ThenBy(run => run.Exams[0].Id, StringComparer.Ordinal)];
    }

    private static IEnumerable<ExamRun> Cut(List<PlannedExam> same, IReadOnlyList<PlannedExam> all, int most, IReadOnlyDictionary<string, string> before, Func<PlannedExam, int> size)
    {
        var run = new List<PlannedExam>();
        string? known = null;
        foreach (var (i, exam) in same.Index())
        {
            var own = before.GetValueOrDefault(exam.Id);
            // Who stays in a run has a place in it before who joins.
            var reserved = same.Skip(i + 1).Where(later => before.GetValueOrDefault(later.Id) == (known ?? own) && (known ?? own) is not null).Sum(size);
            var fits = run.Sum(size) + size(exam) + (own is not null && own == known ? 0 : reserved) <= most && (own is null || known is null || own == known);
            if (run.Count > 0 && (!fits || ComesBetween(all, run[^1], exam)))
            {
                yield return new ExamRun(run, known);
                (run, known) = ([], null);
            }

            run.Add(exam);
            known ??= own;
        }

        yield return new ExamRun(run, known);
    }

    private static bool ComesBetween(IReadOnlyList<PlannedExam> all, PlannedExam one, PlannedExam next) => all.Any(other =>
        other.Start > one.Start && other.Start < next.Start && (other.Room == one.Room || other.Members.Values.Intersect(one.Members.Values).Any()));

    private static string Panel(PlannedExam exam) => string.Join('\n', exam.Members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{member.Key}\t{member.Value}"));
}

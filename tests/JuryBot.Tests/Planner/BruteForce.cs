using JuryBot.Domain.Planning;

namespace JuryBot.Tests.Planner;

/// <summary>Tries every plan of a tiny problem with nothing but the checker and the measures.</summary>
internal sealed class BruteForce(PlanningProblem problem)
{
    private readonly List<PlannedExam> chosen = [];
    private long[]? best;

    /// <summary>The best value of each objective in order, or <c>null</c> when no plan keeps every rule.</summary>
    public static long[]? Best(PlanningProblem problem)
    {
        var search = new BruteForce(problem);
        search.Try(0);
        return search.best;
    }

    private void Try(int index)
    {
        if (index == problem.Exams.Count)
        {
            if (Broken().Count == 0)
            {
                Compare();
            }

            return;
        }

        Try(index + 1);
        foreach (var seat in Seats(problem.Exams[index]))
        {
            chosen.Add(seat);
            if (Broken().All(violation => violation.Rule == PlanRules.Pinned))
            {
                Try(index + 1);
            }

            chosen.RemoveAt(chosen.Count - 1);
        }
    }

    private IReadOnlyList<Violation> Broken() => PlanChecker.Check(problem, new Plan(PlanStatus.Feasible, 0, 0, 0, [], chosen, []));

    private void Compare()
    {
        var values = problem.Objectives.Select(kind => PlanMeasures.Measure(problem, chosen, kind)).ToArray();
        for (var i = 0; best is not null && i < values.Length; i++)
        {
            if (values[i] != best[i])
            {
                best = values[i] > best[i] == problem.Objectives[i].IsMost ? values : best;
                return;
            }
        }

        best ??= values;
    }

    private IEnumerable<PlannedExam> Seats(PlanningExam exam) =>
        from day in problem.Grid.Days
        from slot in Enumerable.Range(0, (int)(day.To - day.From).TotalMinutes / problem.Grid.SlotMinutes)
        from room in problem.Rooms
        from members in Panels(exam, 0)
        select new PlannedExam(exam.Id, day.Date.ToDateTime(day.From).AddMinutes(slot * problem.Grid.SlotMinutes), room.Id, members);

    private static IEnumerable<Dictionary<string, string>> Panels(PlanningExam exam, int role) => role == exam.Roles.Count
        ? [[]]
        : from rest in Panels(exam, role + 1)
          from juror in exam.Roles[role].Eligible
          select new Dictionary<string, string>(rest) { [exam.Roles[role].Role] = juror };
}

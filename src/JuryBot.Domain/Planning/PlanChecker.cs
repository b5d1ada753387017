namespace JuryBot.Domain.Planning;

/// <summary>Checks every hard rule of a plan from the problem alone, one exam and one pair of exams at a time. It shares no
/// code with the planner, so that a mistake in one shows in the other.</summary>
public static class PlanChecker
{
    /// <summary>Every violation; none means the plan may be carried out. The problem must be valid; the plan may hold anything.</summary>
    public static IReadOnlyList<Violation> Check(PlanningProblem problem, Plan plan)
    {
        var violations = new List<Violation>();
        var exams = problem.Exams.ToDictionary(exam => exam.Id);
        var seats = new List<CheckedExam>();
        foreach (var planned in plan.Exams)
        {
            if (!exams.TryGetValue(planned.Id, out var exam))
            {
                violations.Add(new(PlanRules.Known, planned.Id, [planned.Id]));
                continue;
            }

            if (seats.Any(seat => seat.Id == planned.Id))
            {
                violations.Add(new(PlanRules.Once, planned.Id, [planned.Id]));
                continue;
            }

            seats.Add(new CheckedExam(problem, exam, planned));
        }

        violations.AddRange(seats.SelectMany(seat => TimeAndRoomRules.Check(problem, seat)));
        violations.AddRange(seats.SelectMany(seat => PanelRules.Check(problem, seat)));
        violations.AddRange(OverlapRules.Check(seats));
        violations.AddRange(WorkloadRules.Check(problem, seats));
        violations.AddRange(BreakRules.Check(problem, seats));
        violations.AddRange(PinRules.Check(problem, plan));
        return violations;
    }
}

using JuryBot.Domain.Planning;

namespace JuryBot.Planner;

/// <summary>Plans to compare with the best one of a small problem: each holds every exam and differs in its time, its people or its room.</summary>
public static class Alternatives
{
    /// <summary>Exams in a plan that somebody can compare with others at a glance.</summary>
    public const int Largest = 8;

    /// <summary>Plans beside the best one.</summary>
    private const int Most = 2;

    /// <summary>At most two other plans: one at another time, then one with other people, then one in another room, as far as there are any. Each is solved
    /// with what it is not to repeat taken out of the problem, and then checked against the problem as it was asked. None when the best plan leaves
    /// an exam out or holds more than eight, or the problem has a pin.</summary>
    /// <param name="problem">The problem the plan answers.</param>
    /// <param name="best">As <see cref="JuryPlanner.Solve"/> returned it.</param>
    /// <param name="options">Of each search by itself.</param>
    /// <param name="cancellationToken">Ends the search early with what is known by then.</param>
    public static IReadOnlyList<Plan> Find(PlanningProblem problem, Plan best, PlanOptions options, CancellationToken cancellationToken = default)
    {
        var known = new List<Plan> { best };
        if (best.Unscheduled.Count > 0 || best.Exams.Count is 0 or > Largest || problem.Exams.Any(exam => exam.Pinned is not null))
        {
            return [];
        }

        IEnumerable<PlanningProblem>[] kinds = [[AtAnotherTime(problem, best)], WithOtherPeople(problem, best), InAnotherRoom(problem, best)];
        foreach (var kind in kinds)
        {
            if (known.Count <= Most && kind.Select(varied => JuryPlanner.Solve(varied, options, null, cancellationToken)).FirstOrDefault(IsAnother) is { } found)
            {
                // What it is the best of is not what was asked.
                known.Add(found with { Status = PlanStatus.Feasible, Bound = best.Bound });
            }
        }

        return [.. known.Skip(1)];

        bool IsAnother(Plan plan) => plan.Exams.Count == best.Exams.Count && PlanChecker.Check(problem, plan).Count == 0 && known.TrueForAll(other => !IsSame(plan, other));
    }

    private static PlanningProblem AtAnotherTime(PlanningProblem problem, Plan best)
    {
        var taken = problem.Grid.Days.Select(day => new LocalRange(day.Date.ToDateTime(day.From), day.Date.ToDateTime(day.To)))
            .Where(stretch => best.Exams.Any(exam => stretch.From <= exam.Start && exam.Start < stretch.To)).ToList();
        return problem with { Exams = [.. problem.Exams.Select(exam => exam with { Unavailable = [.. exam.Unavailable, .. taken] })] };
    }

    // A whole new panel, or else one new member.
    private static IEnumerable<PlanningProblem> WithOtherPeople(PlanningProblem problem, Plan best)
    {
        var members = best.Exams.SelectMany(exam => exam.Members.Values).Distinct().ToList();
        return new[] { members }.Concat(members.Select(member => new List<string> { member })).Select(gone => problem with { Exams = [.. problem.Exams.Select(exam => Without(exam, gone))] });
    }

    // Who cannot be done without stays: the only president who is appointed, two experts of three for two seats.
    private static PlanningExam Without(PlanningExam exam, List<string> gone)
    {
        var left = exam.Roles.ToDictionary(seat => seat.Role, seat => seat.Eligible.Except(gone).ToList());
        var seats = exam.Roles.ToLookup(seat => string.Join('\n', seat.Eligible));
        return exam with { Roles = [.. exam.Roles.Select(seat => left[seat.Role].Count < seats[string.Join('\n', seat.Eligible)].Count() ? seat : seat with { Eligible = left[seat.Role] })] };
    }

    private static IEnumerable<PlanningProblem> InAnotherRoom(PlanningProblem problem, Plan best)
    {
        var rooms = problem.Rooms.Where(room => best.Exams.All(exam => exam.Room != room.Id)).ToList();
        return rooms.Count == 0 ? [] : [problem with { Rooms = rooms, Previous = [] }];
    }

    // Who of the candidates comes first is no difference.
    private static bool IsSame(Plan one, Plan other) => Shape(one).SetEquals(Shape(other));

    private static HashSet<(DateTime Start, string Room, string Members)> Shape(Plan plan) =>
        [.. plan.Exams.Select(exam => (exam.Start, exam.Room, string.Join('\n', exam.Members.Values.Order(StringComparer.Ordinal))))];
}

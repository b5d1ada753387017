using JuryBot.Domain.Planning;
using JuryBot.Planner;

namespace JuryBot.Tests.Planner;

public sealed class AlternativesTests
{
    private static readonly DateOnly Date = new(2026, 6, 15);

    private static readonly PlanOptions Options = new(TimeSpan.FromSeconds(20)) { Effort = TimeSpan.FromSeconds(1) };

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 12)];

    [Fact]
    public void One_is_at_another_time_and_one_has_other_people()
    {
        var problem = Problem();
        var best = JuryPlanner.Solve(problem, Options);
        var others = Alternatives.Find(problem, best, Options);

        Assert.Equal(2, others.Count);
        Assert.NotEqual(HalfDay(best), HalfDay(others[0]));
        Assert.Empty(Members(best).Intersect(Members(others[1])));
        Assert.All(others, other => Assert.Equal((PlanStatus.Feasible, 2), (other.Status, other.Exams.Count)));
    }

    [Fact]
    public void Who_cannot_be_done_without_stays_and_a_room_is_the_difference_when_nothing_else_can_be()
    {
        var problem = Problem() with { Grid = new Grid("Europe/Paris", 30, [new GridDay(Date, new(9, 0), new(10, 0))]) };
        problem = problem with { Exams = [.. problem.Exams.Select(exam => exam with { Roles = [new("president", ["J1"]), exam.Roles[1]] })] };
        var best = JuryPlanner.Solve(problem, Options);
        var others = Alternatives.Find(problem, best, Options);
        Assert.Equal(2, others.Count);
        Assert.All(others, other => Assert.Contains("J1", Members(other)));
        Assert.NotEqual(Members(best), Members(others[0]));
        Assert.NotEqual(best.Exams[0].Room, others[1].Exams[0].Room);

        var alone = problem with { Exams = [.. problem.Exams.Select(exam => exam with { Roles = [exam.Roles[0], new("expert", ["J4"])] })] };
        Assert.Equal(["J1", "J4"], Members(Assert.Single(Alternatives.Find(alone, JuryPlanner.Solve(alone, Options), Options))));
        var one = alone with { Rooms = [alone.Rooms[0]] };
        Assert.Empty(Alternatives.Find(one, JuryPlanner.Solve(one, Options), Options));
    }

    [Fact]
    public void There_is_nothing_to_compare_with_a_plan_that_is_large_or_leaves_an_exam_out()
    {
        var large = Problem(9);
        var plan = JuryPlanner.Solve(large, Options);
        Assert.Equal(9, plan.Exams.Count);
        Assert.Empty(Alternatives.Find(large, plan, Options));

        var tight = Problem() with { Grid = new Grid("Europe/Paris", 30, [new GridDay(Date, new(9, 0), new(9, 30))]), Rooms = [new Room("R1")] };
        var left = JuryPlanner.Solve(tight, Options);
        Assert.Single(left.Unscheduled);
        Assert.Empty(Alternatives.Find(tight, left, Options));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Each_holds_every_exam_keeps_every_rule_and_is_different(int seed)
    {
        var problem = RandomProblems.Middling(seed);
        var best = JuryPlanner.Solve(problem, Options);
        var all = Alternatives.Find(problem, best, Options).Prepend(best).ToList();
        Assert.All(all, plan =>
        {
            Assert.Empty(PlanChecker.Check(problem, plan));
            Assert.Equal(best.Exams.Count, plan.Exams.Count);
        });
        Assert.Equal(all.Count, all.Select(plan => string.Join('|', plan.Exams.OrderBy(exam => exam.Id).Select(exam => $"{exam.Id} {exam.Start} {exam.Room} {string.Join(' ', exam.Members.OrderBy(m => m.Key))}"))).Distinct().Count());
    }

    private static PlanningProblem Problem(int exams = 2) => new(
        new Grid("Europe/Paris", 30, [.. from day in Enumerable.Range(0, 2) from hour in new[] { 9, 14 } select new GridDay(Date.AddDays(day), new(hour, 0), new(hour + 2, 0))]),
        [new Room("R1"), new Room("R2")],
        [.. Enumerable.Range(1, 6).Select(juror => new Juror($"J{juror}"))],
        [.. Enumerable.Range(1, exams).Select(exam => new PlanningExam($"E{exam}", [$"C{exam}"], 30, [new("president", ["J1", "J2", "J3"]), new("expert", ["J4", "J5", "J6"])]))]);

    private static IReadOnlyList<string> Members(Plan plan) => [.. plan.Exams.SelectMany(exam => exam.Members.Values).Distinct().Order(StringComparer.Ordinal)];

    private static (DateTime Day, bool Afternoon) HalfDay(Plan plan) => (plan.Exams[0].Start.Date, plan.Exams[0].Start.Hour >= 12);
}

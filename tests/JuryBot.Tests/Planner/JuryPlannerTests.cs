using JuryBot.Domain.Panels;
using JuryBot.Domain.Planning;
using JuryBot.Planner;

namespace JuryBot.Tests.Planner;

public sealed class JuryPlannerTests
{
    private static readonly DateOnly Date = new(2026, 6, 15);

    private static readonly PlanOptions Options = new(TimeSpan.FromSeconds(20));

    [Fact]
    public void Four_exams_in_two_hours_of_one_room_all_find_their_place()
    {
        var plan = JuryPlanner.Solve(Problem(4), Options);

        Assert.Equal((PlanStatus.Optimal, 4, 4L), (plan.Status, plan.Scheduled, plan.Bound));
        Assert.Equal(2, Value(plan, ObjectiveKind.JurorDays));
        Assert.Equal(0, Value(plan, ObjectiveKind.Compactness));
        Assert.Empty(plan.Unscheduled);
    }

    [Fact]
    public void What_does_not_fit_is_left_out_because_no_room_is_left()
    {
        var plan = JuryPlanner.Solve(Problem(6), Options);

        Assert.Equal((PlanStatus.Optimal, 4, 4L), (plan.Status, plan.Scheduled, plan.Bound));
        Assert.Equal(2, plan.Unscheduled.Count);
        var because = Assert.Single(plan.Unscheduled[0].Because);
        Assert.Equal(PlanRules.RoomFree, because.Rule);
        Assert.Equal(["R1"], because.Ids);
        Assert.Equal("Dans ce plan, aucune salle ne reste libre à 4 des 4 débuts possibles.", because.Text);
    }

    [Fact]
    public void Reasons_come_in_English_too()
    {
        var plan = JuryPlanner.Solve(Problem(5), Options with { Language = "en" });

        Assert.Equal("In this plan, no room is left at 4 of the 4 possible starts.", Assert.Single(plan.Unscheduled[0].Because).Text);
    }

    [Fact]
    public void A_role_that_nobody_free_can_hold_is_named_with_those_who_are_away()
    {
        var problem = Problem(1);
        problem = problem with { Jurors = [problem.Jurors[0] with { Unavailable = [Hours(9, 10)] }, problem.Jurors[1] with { Unavailable = [Hours(10, 11)] }, problem.Jurors[2]] };
        problem = problem with { Exams = [problem.Exams[0] with { DurationMinutes = 90, Roles = [new("president", ["J1", "J2"])] }] };

        var plan = JuryPlanner.Solve(problem, Options);

        Assert.Equal(PlanStatus.Infeasible, plan.Status);
        var because = Assert.Single(Assert.Single(plan.Unscheduled).Because);
        Assert.Equal((PlanRules.RoleFilled, "president"), (because.Rule, because.Subject));
        Assert.Equal(["J1", "J2"], because.Ids);
    }

    [Theory]
    [InlineData("conflict", PlanRules.Eligible)]
    [InlineData("long", PlanRules.WithinDay)]
    [InlineData("site", PlanRules.Site)]
    [InlineData("candidate", PlanRules.CandidateFree)]
    [InlineData("room", PlanRules.RoomFree)]
    [InlineData("parity", PlanRules.Composition)]
    public void Each_obstacle_is_reported_as_itself(string obstacle, string rule)
    {
        var problem = Problem(1);
        var exam = problem.Exams[0];
        problem = obstacle switch
        {
            "conflict" => problem with { Exams = [exam with { Conflicts = ["J1"] }] },
            "long" => problem with { Exams = [exam with { DurationMinutes = 121 }] },
            "site" => problem with { Exams = [exam with { Sites = ["Lyon"] }] },
            "candidate" => problem with { Exams = [exam with { Unavailable = [Hours(9, 11)] }] },
            "room" => problem with { Rooms = [new Room("R1") { Unavailable = [Hours(9, 11)] }] },
            _ => problem with { Composition = new Composition { Parity = true }, Exams = [exam with { Roles = [exam.Roles[0], new("second", ["J3"])] }] },
        };

        var plan = JuryPlanner.Solve(problem, Options);

        Assert.Equal(PlanStatus.Infeasible, plan.Status);
        Assert.Equal(rule, Assert.Single(Assert.Single(plan.Unscheduled).Because).Rule);
    }

    [Fact]
    public void Two_pins_that_contradict_each_other_are_both_named_and_no_others()
    {
        var problem = Problem(4);
        var pin = new Pin { Start = Date.ToDateTime(new TimeOnly(9, 0)), Room = "R1" };
        problem = problem with { Exams = [problem.Exams[0], problem.Exams[1] with { Pinned = pin }, problem.Exams[2] with { Pinned = new Pin { Room = "R1" } }, problem.Exams[3] with { Pinned = pin }] };

        var plan = JuryPlanner.Solve(problem, Options);

        Assert.Equal((PlanStatus.Infeasible, 0, 0L), (plan.Status, plan.Scheduled, plan.Bound));
        Assert.Empty(plan.Exams);
        Assert.All(plan.Unscheduled, exam => Assert.Equal(["E2", "E4"], Assert.Single(exam.Because).Ids));
    }

    [Fact]
    public void A_pinned_member_with_a_conflict_of_interest_is_infeasible()
    {
        var problem = Problem(2);
        problem = problem with { Exams = [problem.Exams[0] with { Conflicts = ["J1"], Pinned = new Pin { Members = new Dictionary<string, string> { ["first"] = "J1" } } }, problem.Exams[1]] };

        var plan = JuryPlanner.Solve(problem, Options);

        Assert.Equal(PlanStatus.Infeasible, plan.Status);
        Assert.Equal(PlanRules.Eligible, Assert.Single(plan.Unscheduled[0].Because).Rule);
        Assert.Equal(PlanRules.Pinned, Assert.Single(plan.Unscheduled[1].Because).Rule);
    }

    [Fact]
    public void Replanning_keeps_all_that_can_stay()
    {
        var problem = Problem(4) with { Rooms = [new Room("R1"), new Room("R2"), new Room("R3")] };
        var first = JuryPlanner.Solve(problem, Options with { Seed = 7 });
        var again = problem with
        {
            Previous = [.. first.Exams.Select(exam => new PreviousExam(exam.Id, exam.Start, exam.Room, exam.Members))],
            Rooms = [.. problem.Rooms.Select(room => room.Id == first.Exams[0].Room ? room with { Unavailable = [Hours(9, 11)] } : room)],
        };

        var plan = JuryPlanner.Solve(again, Options);

        Assert.Equal(PlanStatus.Optimal, plan.Status);
        Assert.Equal(16 - first.Exams.Count(exam => exam.Room == first.Exams[0].Room), Value(plan, ObjectiveKind.Unchanged));
    }

    [Fact]
    public void Twelve_groups_over_the_night_of_the_clock_change_stay_inside_their_days()
    {
        var problem = Problem(12) with
        {
            Grid = new Grid("Europe/Paris", 30, [Night(new(2026, 3, 29)), Night(new(2026, 10, 25))]),
        };

        var plan = JuryPlanner.Solve(problem, Options);

        Assert.Equal(12, plan.Scheduled);
        Assert.Empty(PlanChecker.Check(problem, plan));

        static GridDay Night(DateOnly date) => new(date, new TimeOnly(1, 0), new TimeOnly(4, 0));
    }

    [Fact]
    public void One_worker_and_one_seed_give_one_plan()
    {
        var problem = RandomProblems.Middling(3);

        // The work is the limit, not the time of a machine that has other things to do.
        var options = Options with { TimeLimit = TimeSpan.FromMinutes(5), Effort = TimeSpan.FromSeconds(4) };

        var (one, other) = (JuryPlanner.Solve(problem, options), JuryPlanner.Solve(problem, options));

        Assert.Equal(one.Exams.Select(Describe), other.Exams.Select(Describe));
        Assert.Equal(one.Objectives, other.Objectives);

        static string Describe(PlannedExam exam) => $"{exam.Id} {exam.Start:s} {exam.Room} {string.Join(",", exam.Members)}";
    }

    [Fact]
    public void The_time_limit_ends_a_hard_search_with_a_plan_and_an_honest_bound()
    {
        var problem = Large();

        var plan = JuryPlanner.Solve(problem, Options with { TimeLimit = TimeSpan.FromSeconds(1.5), Workers = 2 });

        Assert.Equal(PlanStatus.Feasible, plan.Status);
        Assert.NotEmpty(plan.Exams);
        Assert.Empty(PlanChecker.Check(problem, plan));
        Assert.InRange(plan.WallSeconds, 0, 15);
        Assert.True(plan.Bound >= plan.Scheduled);
        Assert.Equal(problem.Exams.Count, plan.Exams.Count + plan.Unscheduled.Count);
    }

    [Fact]
    public void Cancelling_gives_the_best_plan_so_far()
    {
        using var cancellation = new CancellationTokenSource();
        var progress = new Watcher(() => cancellation.CancelAfter(TimeSpan.FromMilliseconds(300)));

        var plan = JuryPlanner.Solve(Large(), Options with { TimeLimit = TimeSpan.FromMinutes(5) }, progress, cancellation.Token);

        Assert.NotEmpty(plan.Exams);
        Assert.InRange(plan.WallSeconds, 0, 60);
    }

    [Fact]
    public void An_invalid_problem_is_refused() =>
        Assert.Throws<ArgumentException>(() => JuryPlanner.Solve(Problem(1) with { Objectives = [] }, Options));

    [Fact]
    public void Nothing_to_plan_is_planned_at_once() => Assert.Equal(PlanStatus.Optimal, JuryPlanner.Solve(Problem(0), Options).Status);

    /// <summary>Two hours in one room; half-hour exams; J1 and J2 external, J3 not.</summary>
    private static PlanningProblem Problem(int exams) => new(
        new Grid("Europe/Paris", 30, [new(Date, new TimeOnly(9, 0), new TimeOnly(11, 0))]),
        [new Room("R1")],
        [new Juror("J1") { External = true, College = College.Employer }, new Juror("J2") { External = true, College = College.Employee }, new Juror("J3")],
        [.. Enumerable.Range(1, exams).Select(exam => new PlanningExam($"E{exam}", [$"C{exam}"], 30, [new("first", ["J1"]), new("second", ["J2", "J3"])]))]);

    private static PlanningProblem Large()
    {
        var random = new Random(1);
        var jurors = Enumerable.Range(1, 40).Select(juror => new Juror($"J{juror}") { MaxExams = 5, MaxDays = 2 }).ToList();
        return new PlanningProblem(
            new Grid("Europe/Paris", 30, [.. Enumerable.Range(0, 5).Select(day => new GridDay(Date.AddDays(day), new(9, 0), new(17, 0)))]),
            [new Room("R1"), new Room("R2")],
            jurors,
            [.. Enumerable.Range(1, 90).Select(exam => new PlanningExam($"E{exam}", [$"C{exam}"], 60, [.. Enumerable.Range(1, 3).Select(role =>
                new RoleDemand($"role{role}", [.. jurors.Select(juror => juror.Id).OrderBy(_ => random.Next()).Take(8)]))]))]);
    }

    private static LocalRange Hours(int from, int to) => new(Date.ToDateTime(new TimeOnly(from, 0)), Date.ToDateTime(new TimeOnly(to, 0)));

    private static long Value(Plan plan, ObjectiveKind kind) => plan.Objectives.Single(objective => objective.Name == kind).Value;

    private sealed class Watcher(Action act) : IProgress<PlanProgress>
    {
        public void Report(PlanProgress value) => act();
    }
}

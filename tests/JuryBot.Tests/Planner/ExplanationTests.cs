using JuryBot.Domain.Panels;
using JuryBot.Domain.Planning;
using JuryBot.Planner;

namespace JuryBot.Tests.Planner;

public sealed class ExplanationTests
{
    private static readonly DateOnly Date = new(2026, 6, 15);

    private static readonly PlanOptions Options = new(TimeSpan.FromSeconds(60)) { Effort = TimeSpan.FromSeconds(4) };

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 15)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_repair_offered_really_repairs_and_keeps_what_was_planned(int seed)
    {
        var problem = RandomProblems.Middling(seed) with { Previous = [] };
        var plan = JuryPlanner.Solve(problem, Options);

        var explained = JuryPlanner.Explain(problem, plan, Options with { TimeLimit = TimeSpan.FromSeconds(20) });

        Assert.Equal(plan.Unscheduled.Select(left => left.Id), explained.Unscheduled.Select(left => left.Id));
        foreach (var left in explained.Unscheduled)
        {
            Assert.NotEmpty(left.Because);
            Assert.All(left.Repairs, repair =>
            {
                Assert.NotEmpty(repair.Text);
                Assert.Empty(ProblemValidator.Validate(repair.Problem));
                Assert.Contains(repair.Plan, exam => exam.Id == left.Id);
                Assert.All(plan.Exams, exam => Assert.Contains(repair.Plan, kept => kept.Id == exam.Id));
                Assert.Empty(PlanChecker.Check(repair.Problem, new Plan(PlanStatus.Feasible, repair.Plan.Count, repair.Plan.Count, 0, [], repair.Plan, [])));

                // Solved anew with the change, more is held than before.
                Assert.True(JuryPlanner.Solve(repair.Problem, Options).Scheduled > plan.Scheduled);
            });
        }
    }

    [Fact]
    public void Two_exams_that_want_the_same_hour_of_one_juror_are_named_with_that_juror_and_nobody_else()
    {
        // J1 presides all three exams and is there for two hours; J2 to J4 are always there, and so is a second room.
        var problem = Problem();
        var plan = JuryPlanner.Solve(problem, Options);
        Assert.Equal((2, 2L), (plan.Scheduled, plan.Bound));

        var left = Assert.Single(JuryPlanner.Explain(problem, plan, Options).Unscheduled);

        Assert.True(left.Proven);
        Assert.Equal([PlanRules.Together, PlanRules.JurorFree], left.Because.Select(because => because.Rule));
        Assert.Equal(plan.Exams.Select(exam => exam.Id).Order(), left.Because[0].Ids.Order());
        Assert.Equal("J1", left.Because[1].Subject);
        Assert.Equal("J1 n’est pas libre : lundi 15 juin.", left.Because[1].Text);
        Assert.Contains(left.Repairs, repair => repair is { Kind: RepairKind.AskJuror, Subject: "J1", Text: "Demander à J1 de venir le lundi 15 juin matin." });
        Assert.Contains(left.Repairs, repair => repair is { Kind: RepairKind.AddJuror, Subject: "president" });
        Assert.Contains(left.Repairs, repair => repair.Kind == RepairKind.AddDay);
        Assert.DoesNotContain(left.Repairs, repair => repair.Kind == RepairKind.AddRoom);
    }

    [Fact]
    public void A_conflict_holds_nothing_that_could_be_left_out()
    {
        var problem = Problem();
        problem = problem with
        {
            // Neither the second juror's cap nor the absence of somebody who need not come has to do with it.
            Jurors = [.. problem.Jurors.Select(juror => juror.Id switch { "J2" => juror with { MaxExams = 1 }, "J4" => juror with { Unavailable = [Hours(9, 17)] }, _ => juror })],
        };
        var left = Assert.Single(JuryPlanner.Explain(problem, JuryPlanner.Solve(problem, Options), Options).Unscheduled);

        Assert.Equal(["J1"], left.Because.Skip(1).Select(because => because.Subject));
    }

    [Fact]
    public void Contradictory_pins_say_which_one_to_let_go()
    {
        var pin = new Pin { Start = Date.ToDateTime(new TimeOnly(9, 0)), Room = "R1" };
        var problem = Problem();
        problem = problem with { Exams = [problem.Exams[0] with { Pinned = pin }, problem.Exams[1], problem.Exams[2] with { Pinned = pin }] };

        var explained = JuryPlanner.Explain(problem, JuryPlanner.Solve(problem, Options), Options);

        Assert.All(explained.Unscheduled, left => Assert.Equal(["E1", "E3"], left.Because[0].Ids));
        Assert.Equal(["E1", "E3"], explained.Unscheduled[0].Repairs.Select(repair => repair.Subject));
        Assert.All(explained.Unscheduled[0].Repairs, repair => Assert.NotEqual(PlanStatus.Infeasible, JuryPlanner.Solve(repair.Problem, Options).Status));
    }

    private static PlanningProblem Problem() => new(
        new Grid("Europe/Paris", 60, [new(Date, new TimeOnly(9, 0), new TimeOnly(17, 0))]),
        [new Room("R1"), new Room("R2")],
        [new Juror("J1") { External = true, College = College.Employer, Unavailable = [Hours(11, 17)] }, new Juror("J2"), new Juror("J3"), new Juror("J4")],
        [.. Enumerable.Range(1, 3).Select(exam => new PlanningExam($"E{exam}", [$"C{exam}"], 60, [new("president", ["J1"]), new("member", ["J2", "J3", "J4"])]))]);

    private static LocalRange Hours(int from, int to) => new(Date.ToDateTime(new TimeOnly(from, 0)), Date.ToDateTime(new TimeOnly(to, 0)));
}

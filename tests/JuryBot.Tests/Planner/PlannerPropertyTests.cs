using JuryBot.Domain.Planning;
using JuryBot.Planner;

namespace JuryBot.Tests.Planner;

public sealed class PlannerPropertyTests
{
    private static readonly PlanOptions Options = new(TimeSpan.FromSeconds(20));

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 25)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_plan_keeps_every_rule_and_accounts_for_every_exam(int seed)
    {
        var problem = RandomProblems.Middling(seed);

        var plan = JuryPlanner.Solve(problem, Options with { TimeLimit = TimeSpan.FromSeconds(2) });

        Assert.Empty(ProblemValidator.Validate(problem));
        Assert.Empty(PlanChecker.Check(problem, plan));
        Assert.Equal(problem.Exams.Select(exam => exam.Id).Order(), plan.Exams.Select(exam => exam.Id).Concat(plan.Unscheduled.Select(exam => exam.Id)).Order());
        Assert.All(plan.Unscheduled, exam => Assert.NotEmpty(exam.Because));
        Assert.All(plan.Unscheduled.SelectMany(exam => exam.Because), because => Assert.NotEmpty(because.Text));
        Assert.Equal(problem.Objectives, plan.Objectives.Select(objective => objective.Name));
        Assert.All(plan.Objectives, objective => Assert.Equal(PlanMeasures.Measure(problem, plan.Exams, objective.Name), objective.Value));
        Assert.All(plan.Objectives, objective => Assert.True(objective.Name.IsMost ? objective.Value <= objective.Bound : objective.Value >= objective.Bound));
        Assert.Equal(plan.Objectives[0].Bound, plan.Bound);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Tiny_problems_are_solved_as_well_as_by_trying_everything(int seed)
    {
        var problem = RandomProblems.Tiny(seed);

        var plan = JuryPlanner.Solve(problem, Options);

        Assert.Equal(BruteForce.Best(problem), plan.Objectives.Select(objective => objective.Value));
        Assert.Equal(plan.Scheduled == 0 ? PlanStatus.Infeasible : PlanStatus.Optimal, plan.Status);
        Assert.All(plan.Objectives, objective => Assert.True(objective.Proven));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Any_order_of_objectives_is_followed(int seed)
    {
        var problem = RandomProblems.Tiny(seed) with
        {
            Objectives = [ObjectiveKind.Unchanged, ObjectiveKind.Scheduled, ObjectiveKind.Fairness, ObjectiveKind.Preference, ObjectiveKind.Compactness],
        };

        var plan = JuryPlanner.Solve(problem, Options);

        Assert.Equal(BruteForce.Best(problem), plan.Objectives.Select(objective => objective.Value));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Pins_are_kept_or_proven_impossible(int seed)
    {
        var problem = RandomProblems.Tiny(seed);
        var random = new Random(seed);
        problem = problem with
        {
            Exams = [.. problem.Exams.Select(exam => exam with
            {
                Pinned = new Pin
                {
                    Room = random.Next(2) == 0 ? problem.Rooms[0].Id : null,
                    Start = random.Next(3) == 0 ? problem.Grid.Days[0].Date.ToDateTime(problem.Grid.Days[0].From) : null,
                    Members = random.Next(3) == 0 ? new Dictionary<string, string> { [exam.Roles[0].Role] = problem.Jurors[0].Id } : new Dictionary<string, string>(),
                },
            })],
        };

        var plan = JuryPlanner.Solve(problem, Options);

        var best = BruteForce.Best(problem);
        Assert.Equal(best is null, plan.Status == PlanStatus.Infeasible && plan.Objectives.Count == 0);
        Assert.Equal(best ?? [], plan.Objectives.Select(objective => objective.Value));
        if (best is null)
        {
            Assert.Equal(problem.Exams.Count, plan.Unscheduled.Count);
            Assert.All(plan.Unscheduled, exam => Assert.NotEmpty(exam.Because));
        }
        else if (plan.Status == PlanStatus.Optimal)
        {
            Assert.Empty(PlanChecker.Check(problem, plan));
        }
    }
}

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

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Taking_an_absence_away_never_schedules_fewer(int seed)
    {
        var problem = RandomProblems.Middling(seed) with { Objectives = [ObjectiveKind.Scheduled] };
        var away = problem.Jurors.Index().Where(juror => juror.Item.Unavailable.Count > 0).ToList();
        var freed = away.Count == 0 ? problem : problem with { Jurors = [.. problem.Jurors.Select((juror, i) => i == away[seed % away.Count].Index ? juror with { Unavailable = [] } : juror)] };

        var (before, after) = (JuryPlanner.Solve(problem, Options), JuryPlanner.Solve(freed, Options));

        Assert.True(before.Objectives[0].Proven && after.Objectives[0].Proven);
        Assert.InRange(after.Scheduled, before.Scheduled, problem.Exams.Count);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Other_ids_in_another_order_change_nothing_but_the_ids(int seed)
    {
        var problem = RandomProblems.Tiny(seed);
        string New(string id) => $"{id[0]}{id[1..].PadLeft(9, '0')}x";
        var renamed = problem with
        {
            Rooms = [.. problem.Rooms.Reverse().Select(room => room with { Id = New(room.Id) })],
            Jurors = [.. problem.Jurors.Reverse().Select(juror => juror with { Id = New(juror.Id) })],
            Exams = [.. problem.Exams.Reverse().Select(exam => exam with
            {
                Id = New(exam.Id),
                Candidates = [.. exam.Candidates.Select(New)],
                Conflicts = [.. exam.Conflicts.Select(New)],
                Roles = [.. exam.Roles.Select(role => role with { Eligible = [.. role.Eligible.Reverse().Select(New)] })],
            })],
            Previous = [.. problem.Previous.Select(previous => previous with { Exam = New(previous.Exam), Room = New(previous.Room), Members = previous.Members.ToDictionary(member => member.Key, member => New(member.Value)) })],
        };

        var (one, other) = (JuryPlanner.Solve(problem, Options), JuryPlanner.Solve(renamed, Options));

        Assert.Equal(one.Objectives, other.Objectives);
        Assert.Equal(one.Status, other.Status);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Breaks_are_kept_and_few_sittings_are_found_as_well_as_by_trying_everything(int seed)
    {
        var problem = RandomProblems.Tiny(seed) with { Break = new Break(1, 30), Objectives = [ObjectiveKind.Scheduled, ObjectiveKind.Sittings, ObjectiveKind.JurorDays] };

        var plan = JuryPlanner.Solve(problem, Options);

        Assert.Empty(PlanChecker.Check(problem, plan));
        Assert.Equal(BruteForce.Best(problem), plan.Objectives.Select(objective => objective.Value));
        Assert.All(plan.Objectives, objective => Assert.True(objective.Proven));
    }
}

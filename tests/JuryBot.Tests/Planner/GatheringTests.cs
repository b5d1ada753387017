using JuryBot.Domain.Panels;
using JuryBot.Domain.Planning;
using JuryBot.Planner;

namespace JuryBot.Tests.Planner;

public sealed class GatheringTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 40)];

    [Theory, MemberData(nameof(Seeds))]
    public void Two_rooms_hear_as_many_as_by_trying_everything(int seed)
    {
        var random = new Random(seed);
        var length = random.Next(1, 4);
        List<DatePanel> panels = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ =>
            new DatePanel((ulong)((1 << random.Next(5)) | (1 << random.Next(5))), (ulong)random.Next(1, 1 << 8)))];

        var most = Most(0, []);

        var two = new TwoRooms(panels, length);
        Assert.Equal(most, two.Most(most));
        Assert.Equal(0, two.Most(most + 1));
        Assert.InRange(most, 0, two.Bound(2));

        int Most(int slot, List<(int Start, ulong Members)> held)
        {
            if (slot == 8)
            {
                return held.Count;
            }

            var (best, busy) = (Most(slot + 1, held), held.Where(exam => exam.Start + length > slot).ToList());
            foreach (var panel in busy.Count < 2 ? panels.Where(panel => (panel.Starts & 1UL << slot) != 0 && busy.TrueForAll(exam => (exam.Members & panel.Members) == 0)) : [])
            {
                // The same slot again: a second exam may begin with the first.
                best = Math.Max(best, Most(slot, [.. held, (slot, panel.Members)]));
            }

            return best;
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Juror_days_are_as_few_as_without_it_and_proven(int seed)
    {
        var problem = School(new Random(seed));
        // Too many people for it to look at: the solver alone.
        var alone = JuryPlanner.Solve(problem with { Jurors = [.. problem.Jurors, .. Enumerable.Range(0, 65).Select(i => new Juror($"X{i}"))] }, Options(20));
        var plan = JuryPlanner.Solve(problem, Options(20));

        Assert.Empty(PlanChecker.Check(problem, plan));
        Assert.Equal(alone.Objectives[0].Value, plan.Objectives[0].Value);
        Assert.True(alone.Objectives[1].Proven);
        Assert.Equal((alone.Objectives[1].Value, true), (plan.Objectives[1].Value, plan.Objectives[1].Proven));
    }

    private static PlanOptions Options(int seconds) => new(TimeSpan.FromSeconds(seconds), Seed: 1);

    /// <summary>A few like exams, two roles held by different people, two rooms, two dates; some with composition, limits or a candidate who is away.</summary>
    private static PlanningProblem School(Random random)
    {
        var grid = new Grid("Europe/Paris", 30, [.. Enumerable.Range(0, 2).Select(day => new GridDay(new DateOnly(2026, 6, 15).AddDays(day), new(9, 0), new(12, 0)))]);
        var jurors = Enumerable.Range(0, 6).Select(i => new Juror($"J{i}")
        {
            External = random.Next(2) == 0,
            College = random.Next(2) == 0 ? College.Employer : College.Employee,
            MaxExams = random.Next(5) == 0 ? 2 : null,
            Unavailable = [.. grid.Days.Where(_ => random.Next(2) == 0).Select(day => new LocalRange(day.Date.ToDateTime(new(9 + random.Next(2), 0)), day.Date.ToDateTime(new(11, 0))))],
        }).ToList();
        RoleDemand[] roles = [new("president", [.. jurors.Take(3).Select(j => j.Id)]), new("trainer", [.. jurors.Skip(3).Select(j => j.Id)])];
        return new PlanningProblem(grid, [new Room("R1"), new Room("R2")], jurors,
            [.. Enumerable.Range(0, random.Next(3, 7)).Select(i => new PlanningExam($"E{i}", [$"C{i}"], random.Next(4) == 0 ? 90 : 60, roles)
            {
                Unavailable = random.Next(4) == 0 ? [new LocalRange(new(2026, 6, 15, 9, 0, 0), new(2026, 6, 15, 12, 0, 0))] : [],
            })])
        {
            Composition = random.Next(3) == 0 ? new Composition { MinExternalPercent = 50, Parity = false } : null,
            Objectives = [ObjectiveKind.Scheduled, ObjectiveKind.JurorDays],
        };
    }
}

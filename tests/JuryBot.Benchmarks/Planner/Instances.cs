using JuryBot.Domain.Panels;
using JuryBot.Domain.Planning;

namespace JuryBot.Benchmarks.Planner;

/// <summary>Draws planning problems from a seed, of the kinds the literature and the field know.</summary>
internal static class Instances
{
    private static readonly DateOnly Monday = new(2026, 6, 1);

    /// <summary>Thesis defences (Almeida, Rebelo dos Santos, Figueira, EJOR 2023): 15 days of 17 half-hours, 3 rooms free 80 to 86 % of the
    /// time, defences of 2 slots, a president from a quarter of the pool, one or two possible supervisors, a member from a fifth; jurors
    /// free 14 to 22 % of the time in runs of 5 slots, 3 to 6 defences each at most.</summary>
    public static PlanningProblem Defences(int jurors, int exams, int seed)
    {
        var random = new Random(seed);
        var free = 0.14 + (0.08 * random.NextDouble());
        return Draw(random, days: 15, rooms: 3, roomFree: 0.80 + (0.06 * random.NextDouble()), jurors, free, () => random.Next(3, 7), exams);
    }

    /// <summary>More wanted than fits: 36 exams, 30 jurors free a quarter of the time, at most 4 exams each, 2 rooms, 5 days.</summary>
    public static PlanningProblem OverConstrained(int seed)
    {
        var random = new Random(seed);
        return Draw(random, days: 5, rooms: 2, roomFree: 1, jurors: 30, free: 0.25, () => 4, exams: 36);
    }

    /// <summary>150 exams of which not all fit: 60 jurors free 40 % of the time, at most 8 exams each, 4 rooms, 5 days of 8 exams a room.</summary>
    public static PlanningProblem Crowded(int seed)
    {
        var random = new Random(seed);
        return Draw(random, days: 5, rooms: 4, roomFree: 1, jurors: 60, free: 0.40, () => 8, exams: 150);
    }

    /// <summary>150 exams, two of which are pinned so that they cannot both be held: nothing is planned before that is mended.</summary>
    public static PlanningProblem Contradictory(int seed)
    {
        var problem = Crowded(seed);
        var random = new Random(seed);
        var (one, other) = (random.Next(75), random.Next(75, 150));
        var start = problem.Grid.Days[random.Next(5)].Date.ToDateTime(new TimeOnly(9, 0));
        return problem with
        {
            Jurors = [.. problem.Jurors.Select(juror => juror with { Unavailable = [.. juror.Unavailable.Where(away => away.From >= start.AddHours(1) || away.To <= start)] })],
            Exams = [.. problem.Exams.Select((exam, i) => i == one || i == other ? exam with { Pinned = new Pin { Start = start, Room = "R1" } } : exam)],
        };
    }

    /// <summary>The five juries of one school's year, each with its window of dates: 15 candidates, 24 jurors whose calendars hold
    /// meetings for a third of the time, 2 rooms, quarter-hours, mornings and afternoons. What an earlier jury holds is busy for a later one
    /// through its dates: the windows do not meet.</summary>
    public static IReadOnlyList<PlanningProblem> SchoolYear(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 5).Select(jury =>
        {
            var final = jury == 4;
            var grid = new Grid("Europe/Paris", 15, [.. Weekdays(Monday.AddDays(-30 * (5 - jury)), 5).SelectMany(date => new[]
            {
                new GridDay(date, new(9, 0), new(12, 30)), new GridDay(date, new(13, 30), new(17, 30)),
            })]);
            var jurors = Enumerable.Range(0, 24).Select(i => new Juror($"J{i + 1}")
            {
                External = i < 16,
                College = i < 8 ? College.Employer : i < 16 ? College.Employee : null,
                Unavailable = Away(random, grid, 0.67, run: 8),
            }).ToList();
            IReadOnlyList<string> Of(int from, int to) => [.. jurors.Skip(from).Take(to - from).Select(juror => juror.Id)];
            IReadOnlyList<RoleDemand> roles = final
                ? [new("president", Of(0, 4)), new("employer", Of(4, 8)), new("employee1", Of(8, 12)), new("employee2", Of(12, 16)), new("trainer", Of(16, 24))]
                : [new("president", Of(16, 20)), new("professional", Of(0, 16)), new("trainer", Of(20, 24))];
            return new PlanningProblem(grid, [new Room("R1"), new Room("R2")], jurors,
                [.. Enumerable.Range(1, 15).Select(i => new PlanningExam($"E{i}", [$"C{i}"], i == 7 ? 60 : 45, roles))])
            {
                Composition = final ? new Composition { MinExternalPercent = 50, Parity = true } : null,
            };
        })];
    }

    /// <summary>A national season: 1,000 candidates, 250 jurors free 60 % of the time in runs of 8 half-hours, 40 rooms, 20 days of 17
    /// half-hours, hour-long exams before five members: president and four others, half of them external, as many employers as employees.</summary>
    public static PlanningProblem National(int seed) => Season(new Random(seed), sites: 1, exams: 1000, jurors: 250, rooms: 40);

    /// <summary>10,000 candidates, 2,000 jurors, 5 sites of 40 rooms; one juror in ten also goes to the next site.</summary>
    public static PlanningProblem Decomposed(int seed) => Season(new Random(seed), sites: 5, exams: 10_000, jurors: 2_000, rooms: 40);

    private static PlanningProblem Season(Random random, int sites, int exams, int jurors, int rooms)
    {
        var grid = HalfHours(20);
        var people = Enumerable.Range(0, jurors).Select(i => new Juror($"J{i + 1}")
        {
            External = i % 8 < 5,
            College = (i % 8) switch { 0 or 1 => College.Employer, 2 or 3 => College.Employee, 4 => i % 16 < 8 ? College.Employer : College.Employee, _ => null },
            MaxExams = random.Next(30, 51),
            MaxDays = random.Next(8, 13),
            Unavailable = Away(random, grid, 0.6, run: 8),
        }).ToList();

        // By site: a quarter of the pool may preside, each other role is held by those whose capacity it asks for.
        IReadOnlyList<RoleDemand> Roles(int site)
        {
            return [Pool("president", i => i % 4 == 0), Pool("employer", i => i % 8 == 1 || (i % 8 == 4 && people[i].College == College.Employer)),
                Pool("employee", i => i % 8 is 2 or 3), Pool("trainer", i => i % 8 is 5 or 6), Pool("professional", i => i % 8 is 3 or 4 or 7)];

            RoleDemand Pool(string role, Func<int, bool> may) => new(role, [.. Enumerable.Range(0, jurors).Where(i => may(i) && Goes(i)).Select(i => people[i].Id)]);
            bool Goes(int i) => i / 8 % sites == site || (i % 10 == 9 && ((i / 8) + 1) % sites == site);
        }

        var pools = Enumerable.Range(0, sites).Select(Roles).ToList();
        return new PlanningProblem(
            grid,
            [.. Enumerable.Range(0, sites * rooms).Select(i => new Room($"R{i + 1}") { Site = $"S{(i / rooms) + 1}" })],
            people,
            [.. Enumerable.Range(0, exams).Select(i => new PlanningExam($"E{i + 1}", [$"C{i + 1}"], 60, pools[i % sites])
            {
                Sites = [$"S{(i % sites) + 1}"],
                Conflicts = [.. pools[i % sites].Where(_ => random.Next(3) == 0).Select(pool => pool.Eligible[random.Next(pool.Eligible.Count)]).Distinct()],
            })])
        {
            Composition = new Composition { MinExternalPercent = 40, Parity = true },
        };
    }

    private static PlanningProblem Draw(Random random, int days, int rooms, double roomFree, int jurors, double free, Func<int> most, int exams)
    {
        var grid = HalfHours(days);
        var people = Enumerable.Range(1, jurors).Select(i => new Juror($"J{i}") { MaxExams = most(), Unavailable = Away(random, grid, free, run: 5) }).ToList();
        var presidents = people.Take((jurors + 3) / 4).Select(juror => juror.Id).ToList();
        return new PlanningProblem(
            grid,
            [.. Enumerable.Range(1, rooms).Select(i => new Room($"R{i}") { Unavailable = roomFree < 1 ? Away(random, grid, roomFree, run: 12) : [] })],
            people,
            [.. Enumerable.Range(1, exams).Select(i =>
            {
                var drawn = people.Select(juror => juror.Id).OrderBy(_ => random.Next()).ToList();
                var supervisors = drawn.Take(random.Next(1, 3)).ToList();
                return new PlanningExam($"E{i}", [$"C{i}"], 60, [
                    new("president", [.. presidents.Except(supervisors)]),
                    new("supervisor", supervisors),
                    new("member", [.. drawn.Except(supervisors).Take(jurors / 5)])]);
            })]);
    }

    private static Grid HalfHours(int days) => new("Europe/Paris", 30, [.. Weekdays(Monday, days).Select(date => new GridDay(date, new(9, 0), new(17, 30)))]);

    private static IEnumerable<DateOnly> Weekdays(DateOnly from, int count) =>
        Enumerable.Range(0, count * 2).Select(from.AddDays).Where(date => date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).Take(count);

    /// <summary>A two-state chain over the slots of each stretch: free a share of the time, in runs of so many slots on average.</summary>
    private static List<LocalRange> Away(Random random, Grid grid, double free, int run)
    {
        var away = new List<LocalRange>();
        foreach (var day in grid.Days)
        {
            var (at, end) = (day.Date.ToDateTime(day.From), day.Date.ToDateTime(day.To));
            var present = random.NextDouble() < free;
            for (; at < end; at = at.AddMinutes(grid.SlotMinutes))
            {
                if (!present)
                {
                    var next = at.AddMinutes(grid.SlotMinutes);
                    away = away is [.., var last] && last.To == at ? [.. away.SkipLast(1), last with { To = next }] : [.. away, new(at, next)];
                }

                var leave = 1.0 / run;
                present = random.NextDouble() < (present ? 1 - leave : Math.Min(1, leave * free / (1 - free)));
            }
        }

        return away;
    }
}

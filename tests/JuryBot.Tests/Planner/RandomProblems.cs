using JuryBot.Domain.Panels;
using JuryBot.Domain.Planning;

namespace JuryBot.Tests.Planner;

/// <summary>Problems drawn from a seed: every optional part is there in some of them.</summary>
internal static class RandomProblems
{
    /// <summary>Up to 12 exams, 14 jurors, 3 rooms at 2 sites, 3 days across a change of clocks.</summary>
    public static PlanningProblem Middling(int seed) => Draw(new Random(seed), exams: 12, jurors: 14, slots: 8, eligible: 6);

    /// <summary>Up to 3 exams, few enough possibilities to try them all.</summary>
    public static PlanningProblem Tiny(int seed) => Draw(new Random(seed), exams: 3, jurors: 4, slots: 2, eligible: 2);

    private static PlanningProblem Draw(Random random, int exams, int jurors, int slots, int eligible)
    {
        var days = Enumerable.Range(0, random.Next(1, exams > 3 ? 4 : 3))
            .Select(day => new GridDay(new DateOnly(2026, 3, 28).AddDays(day), new TimeOnly(1, 0), new TimeOnly(1, 0).AddMinutes(30 * slots))).ToList();
        var grid = new Grid("Europe/Paris", 30, days);
        var rooms = Enumerable.Range(1, random.Next(1, exams > 3 ? 4 : 3)).Select(room => new Room($"R{room}")
        {
            Site = random.Next(3) == 0 ? "Lyon" : "Paris",
            Unavailable = Ranges(random, grid, 4),
        }).ToList();
        var people = Enumerable.Range(1, jurors).Select(juror => new Juror($"J{juror}")
        {
            External = random.Next(4) > 0,
            College = random.Next(7) switch { 0 => null, < 4 => College.Employer, _ => College.Employee },
            MaxExams = random.Next(3) == 0 ? random.Next(1, 4) : null,
            MaxDays = random.Next(3) == 0 ? 1 : null,
            Unavailable = Ranges(random, grid, 3),
            IfNeedBe = Ranges(random, grid, 3),
        }).ToList();
        var wanted = Enumerable.Range(1, random.Next(2, exams + 1)).Select(exam => Exam(random, exam, exams, people, eligible)).ToList();
        return new PlanningProblem(grid, rooms, people, wanted)
        {
            Composition = random.Next(2) == 0 ? null : new Composition { MinExternalPercent = random.Next(4) * 20, Parity = random.Next(2) == 0 },
            Previous = [.. wanted.Where(_ => random.Next(3) == 0).Select(exam => new PreviousExam(
                exam.Id,
                Start(random, grid),
                Pick(random, rooms).Id,
                exam.Roles.Where(role => role.Eligible.Count > 0).ToDictionary(role => role.Role, role => Pick(random, role.Eligible))))],
        };
    }

    private static PlanningExam Exam(Random random, int number, int exams, List<Juror> people, int eligible) => new(
        $"E{number}",
        [$"C{random.Next(exams)}", .. random.Next(4) == 0 ? new[] { $"G{number}" } : []],
        random.Next(3) switch { 0 => 30, 1 => 25, _ => 45 },
        [.. Enumerable.Range(1, random.Next(1, 3)).Select(role => new RoleDemand(
            $"role{role}",
            [.. people.Select(juror => juror.Id).OrderBy(_ => random.Next()).Take(random.Next(1, eligible + 1))]))])
    {
        Sites = random.Next(4) == 0 ? ["Paris"] : [],
        Conflicts = random.Next(3) == 0 ? [Pick(random, people).Id] : [],
    };

    private static List<LocalRange> Ranges(Random random, Grid grid, int oneIn)
    {
        var range = new LocalRange(Start(random, grid).AddMinutes(-10), Start(random, grid).AddMinutes(40));
        return random.Next(oneIn) == 0 && range.From < range.To ? [range] : [];
    }

    private static DateTime Start(Random random, Grid grid)
    {
        var day = Pick(random, grid.Days);
        var slots = (int)((day.To - day.From).TotalMinutes / grid.SlotMinutes);
        return day.Date.ToDateTime(day.From).AddMinutes(random.Next(slots) * grid.SlotMinutes);
    }

    private static T Pick<T>(Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];
}

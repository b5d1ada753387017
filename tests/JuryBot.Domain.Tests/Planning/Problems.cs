using JuryBot.Domain.Panels;
using JuryBot.Domain.Planning;

namespace JuryBot.Domain.Tests.Planning;

/// <summary>A small valid problem and a plan for it, to be spoiled one rule at a time.</summary>
internal static class Problems
{
    public static DateTime Monday(int hour, int minute = 0) => new(2026, 6, 15, hour, minute, 0);

    public static DateTime Tuesday(int hour, int minute = 0) => Monday(hour, minute).AddDays(1);

    public static PlanningProblem Valid { get; } = new(
        new Grid("Europe/Paris", 30, [Day(15), Day(16)]),
        [new Room("R1") { Site = "Paris" }, new Room("R2") { Site = "Paris" }, new Room("R3") { Site = "Lyon" }],
        [
            new Juror("J1") { External = true, College = College.Employer, MaxExams = 2, MaxDays = 1 },
            new Juror("J2") { External = true, College = College.Employee, Unavailable = [new(Monday(14), Monday(15))] },
            new Juror("J3") { External = true, College = College.Employee, IfNeedBe = [new(Monday(9), Monday(10))] },
            new Juror("J4") { External = true, College = College.Employer },
            new Juror("J5"),
        ],
        [Exam("E1", "C1"), Exam("E2", "C2"), Exam("E3", "C1")])
    {
        Composition = new Composition { MinExternalPercent = 40, Parity = true },
        Previous = [new PreviousExam("E1", Monday(9), "R1", Panel("J1", "J2"))],
    };

    public static Plan ValidPlan { get; } = Plan(
        new PlannedExam("E1", Monday(9), "R1", Panel("J1", "J2")),
        new PlannedExam("E2", Monday(10), "R1", Panel("J1", "J2")),
        new PlannedExam("E3", Monday(10), "R2", Panel("J4", "J3")));

    public static Plan Plan(params PlannedExam[] exams) => new(PlanStatus.Feasible, exams.Length, exams.Length, 0, [], exams, []);

    public static Dictionary<string, string> Panel(string president, string employee) => new() { ["president"] = president, ["employee"] = employee };

    public static PlanningProblem WithExam(int index, Func<PlanningExam, PlanningExam> change) =>
        Valid with { Exams = [.. Valid.Exams.Select((exam, i) => i == index ? change(exam) : exam)] };

    public static PlanningProblem WithJuror(int index, Func<Juror, Juror> change) =>
        Valid with { Jurors = [.. Valid.Jurors.Select((juror, i) => i == index ? change(juror) : juror)] };

    public static Plan With(string id, Func<PlannedExam, PlannedExam> change) =>
        ValidPlan with { Exams = [.. ValidPlan.Exams.Select(exam => exam.Id == id ? change(exam) : exam)] };

    private static GridDay Day(int day) => new(new DateOnly(2026, 6, day), new TimeOnly(9, 0), new TimeOnly(17, 0));

    private static PlanningExam Exam(string id, string candidate) =>
        new(id, [candidate], 45, [new("president", ["J1", "J4"]), new("employee", ["J2", "J3"])]) { Sites = ["Paris", "Lyon"] };
}

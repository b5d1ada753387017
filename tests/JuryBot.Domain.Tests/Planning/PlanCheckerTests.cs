using JuryBot.Domain.Planning;
using static JuryBot.Domain.Tests.Planning.Problems;

namespace JuryBot.Domain.Tests.Planning;

public sealed class PlanCheckerTests
{
    private static readonly Dictionary<string, (PlanningProblem Problem, Plan Plan, string Rule)> Spoiled = new()
    {
        ["an exam the problem does not know"] = (Valid, With("E1", exam => exam with { Id = "E9" }), PlanRules.Known),
        ["a room the problem does not know"] = (Valid, With("E1", exam => exam with { Room = "R9" }), PlanRules.Known),
        ["a role the exam does not have"] = (Valid, With("E1", exam => exam with { Members = new Dictionary<string, string>(exam.Members) { ["guest"] = "J5" } }), PlanRules.Known),
        ["an exam twice"] = (Valid, Plan([.. ValidPlan.Exams, ValidPlan.Exams[0] with { Start = Monday(15) }]), PlanRules.Once),
        ["a start between two slots"] = (Valid, With("E1", exam => exam with { Start = Monday(9, 15) }), PlanRules.OnGrid),
        ["a start on a day without grid"] = (Valid, With("E1", exam => exam with { Start = Monday(9).AddDays(7) }), PlanRules.OnGrid),
        ["an end after the day's"] = (Valid, With("E1", exam => exam with { Start = Monday(16, 30) }), PlanRules.WithinDay),
        ["an empty seat"] = (Valid, With("E1", exam => exam with { Members = new Dictionary<string, string> { ["president"] = "J1" } }), PlanRules.RoleFilled),
        ["a member who is not eligible"] = (Valid, With("E1", exam => exam with { Members = Panel("J5", "J2") }), PlanRules.Eligible),
        ["one person in two roles"] = (Valid, With("E1", exam => exam with { Members = Panel("J2", "J2") }), PlanRules.OneRole),
        ["a conflict of interest"] = (WithExam(0, exam => exam with { Conflicts = ["J1"] }), ValidPlan, PlanRules.Conflict),
        ["no parity"] = (WithJuror(1, juror => juror with { College = null }), ValidPlan, PlanRules.Composition),
        ["too few externals"] = (
            WithJuror(1, juror => juror with { External = false }) with { Composition = new Composition { MinExternalPercent = 51 } }, ValidPlan, PlanRules.Composition),
        ["a juror who is away at the end of the rounded duration"] = (Valid, With("E1", exam => exam with { Start = Monday(13, 30) }), PlanRules.JurorFree),
        ["a candidate who is away"] = (WithExam(0, exam => exam with { Unavailable = [new(Monday(9, 59), Monday(11))] }), ValidPlan, PlanRules.CandidateFree),
        ["a group without one of its members"] = (WithExam(1, exam => exam with { Candidates = ["C2", "C1"] }), ValidPlan, PlanRules.CandidateOverlap),
        ["a closed room"] = (
            Valid with { Rooms = [Valid.Rooms[0] with { Unavailable = [new(Monday(8), Monday(9, 1))] }, Valid.Rooms[1]] }, ValidPlan, PlanRules.RoomFree),
        ["a juror in two exams"] = (Valid, With("E3", exam => exam with { Members = Panel("J4", "J2") }), PlanRules.JurorOverlap),
        ["a candidate in two exams"] = (Valid, With("E3", exam => exam with { Start = Monday(9, 30) }), PlanRules.CandidateOverlap),
        ["two exams in one room"] = (Valid, With("E3", exam => exam with { Room = "R1" }), PlanRules.RoomOverlap),
        ["too many exams for a juror"] = (WithJuror(0, juror => juror with { MaxExams = 1 }), ValidPlan, PlanRules.MaxExams),
        ["too many days for a juror"] = (Valid, With("E2", exam => exam with { Start = Tuesday(9) }), PlanRules.MaxDays),
        ["a site that was not asked for"] = (WithExam(0, exam => exam with { Sites = ["Lyon"] }), ValidPlan, PlanRules.Site),
        ["two sites on one day"] = (Valid, With("E2", exam => exam with { Room = "R3" }), PlanRules.OneSite),
        ["a candidate at two sites on one day"] = (Valid, With("E3", exam => exam with { Room = "R3" }), PlanRules.OneSite),
        ["a pinned start that moved"] = (WithExam(0, exam => exam with { Pinned = new Pin { Start = Monday(11) } }), ValidPlan, PlanRules.Pinned),
        ["a pinned room that changed"] = (WithExam(0, exam => exam with { Pinned = new Pin { Room = "R2" } }), ValidPlan, PlanRules.Pinned),
        ["a pinned member who left"] = (WithExam(0, exam => exam with { Pinned = new Pin { Members = new Dictionary<string, string> { ["president"] = "J4" } } }), ValidPlan, PlanRules.Pinned),
        ["a juror the problem does not know"] = (Valid, With("E1", exam => exam with { Members = Panel("J9", "J2") }), PlanRules.Known),
        ["a juror in two exams across midnight"] = (
            Valid, Plan(new PlannedExam("E1", Monday(23, 30), "R1", Panel("J1", "J2")), new PlannedExam("E2", Tuesday(0), "R2", Panel("J1", "J3"))), PlanRules.JurorOverlap),
        ["parity with an employer who is not external"] = (WithJuror(0, juror => juror with { External = false }), ValidPlan, PlanRules.Composition),
        ["more exams in a row than a pause allows"] = (Valid with { Break = new Break(1, 30) }, ValidPlan, PlanRules.Break),
        ["a pinned exam left out"] = (WithExam(0, exam => exam with { Pinned = new Pin { Room = "R1" } }), Plan([.. ValidPlan.Exams.Skip(1)]), PlanRules.Pinned),
    };

    public static TheoryData<string> Names => [.. Spoiled.Keys];

    [Fact]
    public void A_valid_plan_has_no_violation() => Assert.Empty(PlanChecker.Check(Valid, ValidPlan));

    [Fact]
    public void A_group_is_one_exam_of_all_its_candidates()
    {
        var grouped = WithExam(1, exam => exam with { Candidates = ["C2", "C3"], DurationMinutes = 90 });
        Assert.Empty(PlanChecker.Check(grouped, ValidPlan));
        var violation = Assert.Single(PlanChecker.Check(grouped with { Exams = [grouped.Exams[0], grouped.Exams[1] with { Unavailable = [new(Monday(11), Monday(12))] }, grouped.Exams[2]] }, ValidPlan));
        Assert.Equal($"{PlanRules.CandidateFree} E2 [C2, C3]", violation.ToString());
        Assert.Empty(PlanChecker.Check(grouped with { Break = new Break(2, 30) }, ValidPlan));
        Assert.Equal([$"{PlanRules.Break} E2 [J1]", $"{PlanRules.Break} E2 [J2]"], PlanChecker.Check(grouped with { Break = new Break(1, 30) }, ValidPlan).Select(broken => broken.ToString()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_broken_rule_is_found_by_name(string name)
    {
        var (problem, plan, rule) = Spoiled[name];

        Assert.Contains(PlanChecker.Check(problem, plan), violation => violation.Rule == rule);
    }

    [Fact]
    public void What_only_touches_an_exam_is_not_in_its_way()
    {
        var problem = Valid with
        {
            Rooms = [Valid.Rooms[0] with { Unavailable = [new(Monday(8), Monday(9)), new(Monday(11), Monday(12))] }, .. Valid.Rooms.Skip(1)],
            Exams = [.. Valid.Exams.Select(exam => exam with { DurationMinutes = 60 })],
            Composition = new Composition { MinExternalPercent = 100 },
            Break = new Break(2, 30),
        };

        Assert.Empty(PlanChecker.Check(problem, ValidPlan));
        Assert.Empty(PlanChecker.Check(problem, ValidPlan with { Exams = [.. ValidPlan.Exams.Reverse()] }));
    }

    [Fact]
    public void A_member_of_the_house_counts_for_no_college()
    {
        var problem = WithExam(0, exam => exam with { Roles = [.. exam.Roles, new("trainer", ["J5"])] });

        Assert.Empty(PlanChecker.Check(problem, With("E1", exam => exam with { Members = new Dictionary<string, string>(exam.Members) { ["trainer"] = "J5" } })));
    }

    [Fact]
    public void An_exam_given_twice_breaks_no_other_rule()
    {
        var plan = Plan([.. ValidPlan.Exams, ValidPlan.Exams[0] with { Start = Monday(15) }]);

        Assert.Equal("once E1 [E1]", Assert.Single(PlanChecker.Check(Valid, plan)).ToString());
    }

    [Fact]
    public void A_violation_reads_as_its_rule_its_exam_and_what_it_is_about() =>
        Assert.Equal("oneSite E2 [J1, E1]", new Violation(PlanRules.OneSite, "E2", ["J1", "E1"]).ToString());

    [Fact]
    public void A_day_of_the_clock_change_is_a_day_like_any_other()
    {
        var days = new[] { new DateOnly(2026, 3, 29), new DateOnly(2026, 10, 25) };
        var problem = Valid with
        {
            Grid = Valid.Grid with { Days = [.. days.Select(day => new GridDay(day, new TimeOnly(0, 0), new TimeOnly(6, 0)))] },
            Exams = [.. Valid.Exams.Take(2)],
            Previous = [],
            Jurors = [.. Valid.Jurors.Select(juror => juror with { MaxDays = null })],
        };
        var plan = Plan(
            new PlannedExam("E1", days[0].ToDateTime(new TimeOnly(1, 30)), "R1", Panel("J1", "J2")),
            new PlannedExam("E2", days[1].ToDateTime(new TimeOnly(2, 0)), "R1", Panel("J1", "J2")));

        Assert.Empty(PlanChecker.Check(problem, plan));
    }
}

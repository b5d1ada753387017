using JuryBot.Domain.Planning;
using static JuryBot.Domain.Tests.Planning.Problems;

namespace JuryBot.Domain.Tests.Planning;

public sealed class ProblemValidatorTests
{
    private static readonly Dictionary<string, (PlanningProblem Problem, string Path, string Rule)> Malformed = new()
    {
        ["an unknown time zone"] = (Valid with { Grid = Valid.Grid with { TimeZone = "Europe/Atlantis" } }, "$.grid.timeZone", "UnknownTimeZone"),
        ["slots of no length"] = (Valid with { Grid = Valid.Grid with { SlotMinutes = 0 } }, "$.grid.slotMinutes", "NotASlot"),
        ["no day"] = (Valid with { Grid = Valid.Grid with { Days = [] } }, "$.grid.days", "Empty"),
        ["a day that ends before it starts"] = (WithDay(new(new(2026, 6, 17), new(17, 0), new(9, 0))), "$.grid.days[2].to", "EndBeforeStart"),
        ["two days that overlap"] = (WithDay(new(new(2026, 6, 15), new(16, 0), new(18, 0))), "$.grid.days[2]", "OverlapsAnotherDay"),
        ["a missing day"] = (WithDay(null!), "$.grid.days[2]", "Null"),
        ["a room twice"] = (Valid with { Rooms = [.. Valid.Rooms, new Room("R1")] }, "$.rooms[3].id", "Twice"),
        ["a room closed backwards"] = (Valid with { Rooms = [.. Valid.Rooms, new Room("R4") { Unavailable = [new(Monday(10), Monday(9))] }] }, "$.rooms[3].unavailable[0].to", "EndBeforeStart"),
        ["a juror without a name"] = (Valid with { Jurors = [.. Valid.Jurors, new Juror(" ")] }, "$.jurors[5].id", "Blank"),
        ["a juror twice"] = (Valid with { Jurors = [.. Valid.Jurors, new Juror("J1")] }, "$.jurors[5].id", "Twice"),
        ["a negative cap on exams"] = (WithJuror(4, juror => juror with { MaxExams = -1 }), "$.jurors[4].maxExams", "Negative"),
        ["a negative cap on days"] = (WithJuror(4, juror => juror with { MaxDays = -1 }), "$.jurors[4].maxDays", "Negative"),
        ["an absence of no length"] = (WithJuror(4, juror => juror with { Unavailable = [new(Monday(9), Monday(9))] }), "$.jurors[4].unavailable[0].to", "EndBeforeStart"),
        ["a preference backwards"] = (WithJuror(4, juror => juror with { IfNeedBe = [new(Monday(9), Monday(8))] }), "$.jurors[4].ifNeedBe[0].to", "EndBeforeStart"),
        ["an exam twice"] = (WithExam(1, exam => exam with { Id = "E1" }), "$.exams[1].id", "Twice"),
        ["an exam of nobody"] = (WithExam(0, exam => exam with { Candidates = [] }), "$.exams[0].candidates", "Empty"),
        ["a candidate twice"] = (WithExam(0, exam => exam with { Candidates = ["C1", "C1"] }), "$.exams[0].candidates[1]", "Twice"),
        ["an exam of no length"] = (WithExam(0, exam => exam with { DurationMinutes = 0 }), "$.exams[0].durationMinutes", "NotADuration"),
        ["a panel of nobody"] = (WithExam(0, exam => exam with { Roles = [] }) with { Previous = [] }, "$.exams[0].roles", "Empty"),
        ["a role twice"] = (WithExam(0, exam => exam with { Roles = [.. exam.Roles, new RoleDemand("president", [])] }), "$.exams[0].roles[2].role", "Twice"),
        ["an unknown eligible juror"] = (WithExam(0, exam => exam with { Roles = [new("president", ["J1", "J9"])] }) with { Previous = [] }, "$.exams[0].roles[0].eligible[1]", "Unknown"),
        ["an eligible juror twice"] = (WithExam(0, exam => exam with { Roles = [new("president", ["J1", "J1"])] }) with { Previous = [] }, "$.exams[0].roles[0].eligible[1]", "Twice"),
        ["a conflict with nobody"] = (WithExam(0, exam => exam with { Conflicts = ["J9"] }), "$.exams[0].conflicts[0]", "Unknown"),
        ["an absence of a candidate backwards"] = (WithExam(0, exam => exam with { Unavailable = [new(Monday(9), Monday(8))] }), "$.exams[0].unavailable[0].to", "EndBeforeStart"),
        ["a pinned start off the grid"] = (WithExam(0, exam => exam with { Pinned = new Pin { Start = Monday(9, 10) } }), "$.exams[0].pinned.start", "OffGrid"),
        ["a pinned room nobody knows"] = (WithExam(0, exam => exam with { Pinned = new Pin { Room = "R9" } }), "$.exams[0].pinned.room", "Unknown"),
        ["a pinned role nobody knows"] = (WithExam(0, exam => exam with { Pinned = new Pin { Members = new Dictionary<string, string> { ["guest"] = "J1" } } }), "$.exams[0].pinned.members.guest", "Unknown"),
        ["a pinned juror nobody knows"] = (WithExam(0, exam => exam with { Pinned = new Pin { Members = new Dictionary<string, string> { ["president"] = "J9" } } }), "$.exams[0].pinned.members.president", "Unknown"),
        ["more than all externals"] = (Valid with { Composition = new Composition { MinExternalPercent = 101 } }, "$.composition.minExternalPercent", "NotAPercentage"),
        ["a previous exam nobody knows"] = (WithPrevious(previous => previous with { Exam = "E9" }), "$.previous[0].exam", "Unknown"),
        ["a previous start off the grid"] = (WithPrevious(previous => previous with { Start = Monday(8) }), "$.previous[0].start", "OffGrid"),
        ["a previous room nobody knows"] = (WithPrevious(previous => previous with { Room = "R9" }), "$.previous[0].room", "Unknown"),
        ["a previous juror nobody knows"] = (WithPrevious(previous => previous with { Members = Panel("J9", "J2") }), "$.previous[0].members.president", "Unknown"),
        ["a previous exam twice"] = (Valid with { Previous = [.. Valid.Previous, .. Valid.Previous] }, "$.previous[1].exam", "Twice"),
        ["an objective twice"] = (Valid with { Objectives = [ObjectiveKind.Scheduled, ObjectiveKind.Scheduled] }, "$.objectives[1]", "Twice"),
        ["a previous role nobody knows"] = (WithPrevious(previous => previous with { Members = new Dictionary<string, string> { ["guest"] = "J1" } }), "$.previous[0].members.guest", "Unknown"),
        ["a day of no length"] = (WithDay(new(new(2026, 6, 17), new(9, 0), new(9, 0))), "$.grid.days[2].to", "EndBeforeStart"),
        ["slots longer than a day"] = (Valid with { Grid = Valid.Grid with { SlotMinutes = 1441 } }, "$.grid.slotMinutes", "NotASlot"),
        ["an exam longer than a day"] = (WithExam(0, exam => exam with { DurationMinutes = 1441 }), "$.exams[0].durationMinutes", "NotADuration"),
        ["a pinned start when the day is over"] = (WithExam(0, exam => exam with { Pinned = new Pin { Start = Monday(17) } }), "$.exams[0].pinned.start", "OffGrid"),
        ["a pinned start outside a grid of minutes"] = (
            WithExam(0, exam => exam with { Pinned = new Pin { Start = Monday(8) } }) with { Grid = Valid.Grid with { SlotMinutes = 1 } }, "$.exams[0].pinned.start", "OffGrid"),
        ["a pause after no exam"] = (Valid with { Break = new Break(0, 15) }, "$.break", "NotABreak"),
        ["a pause of no length"] = (Valid with { Break = new Break(4, 0) }, "$.break", "NotABreak"),
        ["an objective nobody knows"] = (Valid with { Objectives = [ObjectiveKind.Scheduled, (ObjectiveKind)99] }, "$.objectives[1]", "Unknown"),
        ["objectives that ask for no exam"] = (Valid with { Objectives = [ObjectiveKind.JurorDays] }, "$.objectives", "NothingToSchedule"),
    };

    private static readonly Dictionary<string, PlanningProblem> AtTheLimit = new()
    {
        ["slots of a minute"] = Valid with { Grid = Valid.Grid with { SlotMinutes = 1 } },
        ["slots of a day"] = Valid with { Grid = Valid.Grid with { SlotMinutes = 24 * 60 } },
        ["an exam of a minute"] = WithExam(0, exam => exam with { DurationMinutes = 1 }),
        ["an exam of a day"] = WithExam(0, exam => exam with { DurationMinutes = 24 * 60 }),
        ["a juror who hears nobody"] = WithJuror(4, juror => juror with { MaxExams = 0, MaxDays = 0 }),
        ["a stretch that begins as another ends"] = WithDay(new(new(2026, 6, 15), new(17, 0), new(18, 0))),
        ["a stretch that ends as another begins"] = WithDay(new(new(2026, 6, 15), new(8, 0), new(9, 0))),
        ["the shortest pause"] = Valid with { Break = new Break(1, 1) },
    };

    public static TheoryData<string> Names => [.. Malformed.Keys];

    [Fact]
    public void A_valid_problem_has_no_error() => Assert.Empty(ProblemValidator.Validate(Valid));

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_mistake_is_named_with_its_path_and_nothing_else_is(string name)
    {
        var (problem, path, rule) = Malformed[name];

        var error = Assert.Single(ProblemValidator.Validate(problem));
        Assert.Equal((path, rule), (error.Path, error.Rule));
    }

    [Fact]
    public void Every_error_is_listed_at_once()
    {
        var problem = Valid with { Grid = Valid.Grid with { TimeZone = "" }, Objectives = [], Rooms = [.. Valid.Rooms, new Room("")] };

        Assert.Equal(3, ProblemValidator.Validate(problem).Count);
    }

    public static TheoryData<string> Limits => [.. AtTheLimit.Keys];

    [Theory]
    [MemberData(nameof(Limits))]
    public void What_is_at_its_limit_is_no_mistake(string name) => Assert.Empty(ProblemValidator.Validate(AtTheLimit[name]));

    [Fact]
    public void Every_null_that_a_file_may_hold_is_found_at_its_place()
    {
        var members = new Dictionary<string, string> { ["president"] = null! };
        var problem = Valid with
        {
            Grid = Valid.Grid with { Days = [null!] },
            Rooms = [new Room("R1") { Unavailable = [null!] }, null!],
            Jurors = [new Juror("J1") { Unavailable = [null!], IfNeedBe = [new(Monday(9), Monday(10)), null!] }, null!],
            Exams =
            [
                new PlanningExam("E1", [null!], 45, [null!, new RoleDemand("president", [null!])])
                {
                    Sites = [null!], Conflicts = [null!], Unavailable = [null!], Pinned = new Pin { Members = members },
                },
                null!,
            ],
            Previous = [null!, new PreviousExam("E1", Monday(9), "R1", members)],
        };

        var errors = ProblemValidator.Validate(problem);

        Assert.All(errors, error => Assert.Equal("Null", error.Rule));
        Assert.Equal(
            [
                "$.grid.days[0]", "$.rooms[0].unavailable[0]", "$.rooms[1]", "$.jurors[0].unavailable[0]", "$.jurors[0].ifNeedBe[1]", "$.jurors[1]",
                "$.exams[0].candidates[0]", "$.exams[0].sites[0]", "$.exams[0].roles[0]", "$.exams[0].roles[1].eligible[0]", "$.exams[0].conflicts[0]",
                "$.exams[0].unavailable[0]", "$.exams[0].pinned.members.president", "$.exams[1]", "$.previous[0]", "$.previous[1].members.president",
            ],
            errors.Select(error => error.Path));
    }

    private static PlanningProblem WithDay(GridDay day) => Valid with { Grid = Valid.Grid with { Days = [.. Valid.Grid.Days, day] } };

    private static PlanningProblem WithPrevious(Func<PreviousExam, PreviousExam> change) => Valid with { Previous = [.. Valid.Previous.Select(change)] };
}

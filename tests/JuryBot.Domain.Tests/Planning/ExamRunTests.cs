using JuryBot.Domain.Planning;

namespace JuryBot.Domain.Tests.Planning;

public sealed class ExamRunTests
{
    private static readonly IReadOnlyDictionary<string, string> Unknown = new Dictionary<string, string>();
    private static readonly IReadOnlySet<string> None = new HashSet<string>();

    [Fact]
    public void Exams_of_one_half_day_room_and_panel_are_one_run_and_a_full_one_is_followed_by_another() => Assert.Equal(
        ["A B C", "F", "G", "D", "E"],
        Runs([At("A", 9), At("B", 9.5), At("C", 11), At("D", 11.5), At("E", 14), At("F", 9, room: "R2", juror: "J2"), At("G", 11, room: "R3", juror: "J3")], most: 3, Unknown));

    [Fact]
    public void Another_panel_that_comes_between_ends_a_run() =>
        Assert.Equal(["A", "B", "C"], Runs([At("A", 9), At("B", 10, juror: "J2"), At("C", 11)], most: 4, Unknown));

    [Fact]
    public void Who_joins_a_known_run_leaves_its_own_exams_their_place()
    {
        var known = new Dictionary<string, string> { ["A"] = "S1", ["B"] = "S1", ["C"] = "S1" };
        Assert.Equal(["S1: A N B C"], Runs([At("A", 9), At("N", 9.5), At("B", 10), At("C", 10.5)], most: 4, known));
        Assert.Equal(["S1: A B C", "N"], Runs([At("A", 9), At("B", 9.5), At("C", 10), At("N", 10.5)], most: 3, known));
        Assert.Equal(["N", "S1: A B C"], Runs([At("N", 9), At("A", 9.5), At("B", 10), At("C", 10.5)], most: 3, known));
    }

    [Fact]
    public void A_known_run_is_carried_on_once_by_who_keeps_the_most_of_it()
    {
        var known = new Dictionary<string, string> { ["A"] = "S1", ["B"] = "S1", ["C"] = "S1", ["D"] = "S2" };
        Assert.Equal(["C", "S2: D", "S1: A B"], Runs([At("C", 9), At("A", 14), At("B", 14.5), At("D", 10)], most: 4, known));
    }

    [Fact]
    public void Of_two_that_keep_as_much_of_a_run_the_earlier_and_then_the_first_by_name_carries_it_on()
    {
        var known = new Dictionary<string, string> { ["A"] = "S1", ["B"] = "S1" };
        Assert.Equal(["S1: A", "B"], Runs([At("B", 9, room: "R2", juror: "J2"), At("A", 9)], most: 4, known));
        Assert.Equal(["S1: B", "A"], Runs([At("B", 9, room: "R2", juror: "J2"), At("A", 9.5)], most: 4, known));
    }

    [Fact]
    public void A_known_run_stays_known_whoever_joins_last_and_is_cut_where_it_is_full()
    {
        var known = new Dictionary<string, string> { ["A"] = "S1", ["B"] = "S1", ["C"] = "S1" };
        Assert.Equal(["S1: A N"], Runs([At("A", 9), At("N", 9.5)], most: 4, known));
        Assert.Equal(["S1: A B", "C"], Runs([At("A", 9), At("B", 9.5), At("C", 10)], most: 2, known));
    }

    [Fact]
    public void A_run_ends_when_one_of_its_panel_sits_elsewhere_in_between_and_not_when_somebody_else_does()
    {
        PlannedExam[] row = [At("A", 9), At("C", 10)];
        Assert.Equal(["A", "B", "C"], Runs([.. row, At("B", 9.5, room: "R2") with { Members = new Dictionary<string, string> { ["employee"] = "J1", ["president"] = "J2" } }], most: 4, Unknown));
        Assert.Equal(["A C", "B"], Runs([.. row, At("B", 9.5, room: "R2", juror: "J2")], most: 4, Unknown));
    }

    [Fact]
    public void Nobody_joins_a_run_that_has_begun() => Assert.Equal(
        ["N"], Runs([At("A", 9), At("N", 9.5)], most: 4, new Dictionary<string, string> { ["A"] = "S1" }, new HashSet<string> { "A" }));

    [Fact]
    public void A_group_takes_as_many_places_as_it_has_candidates()
    {
        Assert.Equal(["A+B C", "D"], Runs([At("A+B", 9), At("C", 10), At("D", 10.5)], most: 3, Unknown));
        Assert.Equal(["A", "B+C+D", "E"], Runs([At("A", 9), At("B+C+D", 9.5), At("E", 11)], most: 3, Unknown));
        Assert.Equal(["N", "S1: A B+C"], Runs([At("N", 9), At("A", 9.5), At("B+C", 10)], most: 3, new Dictionary<string, string> { ["A"] = "S1", ["B+C"] = "S1" }));
    }

    private static IEnumerable<string> Runs(IReadOnlyList<PlannedExam> exams, int most, IReadOnlyDictionary<string, string> known, IReadOnlySet<string>? begun = null) =>
        ExamRun.Of(Problem with { Exams = [.. exams.Select(exam => new PlanningExam(exam.Id, exam.Id.Split('+'), 30, []))] }, exams, most, known, begun ?? None).Select(run => (run.Known is null ? "" : $"{run.Known}: ") + string.Join(' ', run.Exams.Select(exam => exam.Id)));

    private static PlanningProblem Problem => new(
        new Grid("Europe/Paris", 30, [new(new(2026, 6, 15), new(9, 0), new(12, 30)), new(new(2026, 6, 15), new(13, 30), new(18, 0))]), [], [], []);

    private static PlannedExam At(string id, double hour, string room = "R1", string juror = "J1") =>
        new(id, new DateTime(2026, 6, 15).AddHours(hour), room, new Dictionary<string, string> { ["president"] = juror });
}

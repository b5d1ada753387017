using System.Text.Json;
using System.Text.RegularExpressions;
using JuryBot.Domain.Planning;
using JuryBot.Features.Planning.Page;

namespace JuryBot.Tests.Features.Planning;

public sealed partial class PlanPageTests
{
    private const string Hostile = "\"><script src=//evil>alert('1')</script><!--&";

    private static readonly PlanningProblem Problem = JsonSerializer.Deserialize<PlanningProblem>(Desk.Problem, PlanningJson.Options)!;

    private static readonly Plan Plan = JsonSerializer.Deserialize<Plan>(Desk.Plan, PlanningJson.Options)!;

    [Fact]
    public void The_page_shows_who_sits_when_and_where()
    {
        var page = PlanPage.Of(Problem, Plan, "problem.json", "fr");

        Assert.Contains("<html lang=\"fr\">", page, StringComparison.Ordinal);
        Assert.Contains("lundi 15 juin 2026", page, StringComparison.Ordinal);
        Assert.Contains("09:00–10:00", page, StringComparison.Ordinal);
        Assert.Contains("title=\"E1 · 09:00–10:00 · R1 · C1 · president: J1 · assessor: J2\"", page, StringComparison.Ordinal);
        Assert.Contains("Monday 15 June 2026", PlanPage.Of(Problem, Plan, "problem.json", "en"), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_in_it_asks_for_anything_or_runs()
    {
        var page = PlanPage.Of(Problem, Plan, "problem.json", "fr");

        Assert.DoesNotMatch("(?i)<script|<link|<img|<iframe|url\\(|@import|https?:|\\son\\w+=", page);
    }

    [Fact]
    public void No_id_however_hostile_becomes_a_part_of_the_page()
    {
        var tame = Tags(Everything("x"));
        var hostile = Tags(Everything(Hostile));

        Assert.Equal(tame, hostile);
    }

    [Fact]
    public void Reasons_repairs_and_proofs_are_told()
    {
        var page = Everything("x");

        Assert.Contains("why x", page, StringComparison.Ordinal);
        Assert.Contains("do x", page, StringComparison.Ordinal);
        Assert.Contains("prouvé : aucun plan", page, StringComparison.Ordinal);
        Assert.Contains("member need", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_problem_without_a_plan_still_has_a_page()
    {
        var page = PlanPage.Of(Problem, Plan with { Status = PlanStatus.Infeasible, Scheduled = 0, Objectives = [], Exams = [], Unscheduled = [new("E1", [new(PlanRules.WithinDay, "E1", "trop long", ["E1"])])] }, "problem.json", "fr");

        Assert.Contains("Aucun plan n’est possible.", page, StringComparison.Ordinal);
        Assert.Contains("trop long", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_roles_with_the_same_initials_have_different_letters()
    {
        var problem = Problem with { Exams = [Problem.Exams[0] with { Pinned = null, Roles = [new("president", ["J1"]), new("peer", ["J2"])] }], Previous = [] };
        var plan = Plan with { Exams = [Plan.Exams[0] with { Members = new Dictionary<string, string> { ["president"] = "J1", ["peer"] = "J2" } }] };

        var page = PlanPage.Of(problem, plan, "problem.json", "fr");

        Assert.Contains(">P</span> <bdi>president</bdi>", page, StringComparison.Ordinal);
        Assert.Contains(">P2</span> <bdi>peer</bdi>", page, StringComparison.Ordinal);
    }

    /// <summary>A page on which the same text stands for every id there is, each made unique by a letter.</summary>
    private static string Everything(string text)
    {
        string One(string letter) => letter + text;
        var grid = Problem.Grid;
        var away = new LocalRange(new(2026, 6, 15, 9, 0, 0), new(2026, 6, 15, 12, 0, 0));
        PlanningExam Exam(string id) => new(One(id), [One("c")], 60, [new(One("p"), [One("j")]), new(One("q"), [One("k")])]);
        var members = new Dictionary<string, string> { [One("p")] = One("j"), [One("q")] = One("k") };
        var problem = new PlanningProblem(grid, [new(One("r")) { Site = text }, new(One("s"))], [new(One("j")) { IfNeedBe = [away] }, new(One("k")) { MaxExams = 3 }, new(One("l"))], [Exam("e"), Exam("f")])
        {
            Previous = [new(One("e"), away.From, One("s"), members), new(One("f"), away.From, One("r"), members)],
        };
        Assert.Empty(ProblemValidator.Validate(problem));
        var plan = Plan with
        {
            Exams = [new(One("e"), away.From, One("r"), members)],
            Unscheduled = [new(One("f"), [new(PlanRules.RoomFree, One("r"), $"why {text}", [])]) { Proven = true, Repairs = [new(RepairKind.AddRoom, "", $"do {text}", problem, [])] }],
        };
        return PlanPage.Of(problem, plan, text, "fr");
    }

    private static IEnumerable<string> Tags(string page) => Tag().Matches(page).Select(tag => Value().Replace(tag.Value, "=\"\""));

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("=\"[^\"]*\"")]
    private static partial Regex Value();
}

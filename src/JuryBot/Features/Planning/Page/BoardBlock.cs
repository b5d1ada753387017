using JuryBot.Domain.Planning;
using JuryBot.Pages;

namespace JuryBot.Features.Planning.Page;

/// <summary>One exam of a plan, as a block on a board and as a row of a list.</summary>
internal sealed class BoardBlock(PlanningProblem problem, PlanningExam demand, PlannedExam exam, IReadOnlyDictionary<string, RoleMark> roles, IReadOnlyDictionary<string, Juror> jurors, string language)
{
    private const double Slim = 34;

    private static readonly Texts Texts = Texts.Of("Features.Planning");

    public PlannedExam Exam => exam;

    public int Minutes { get; } = (demand.DurationMinutes + problem.Grid.SlotMinutes - 1) / problem.Grid.SlotMinutes * problem.Grid.SlotMinutes;

    /// <summary>Pixels it takes to show everything in a narrow column.</summary>
    public double Height => 10 + (18 * (2 + exam.Members.Count));

    public Html Row => $"""
        <tr><td>{Hours}</td><td>{Html.Name(exam.Room)}</td><th scope="row">{Html.Name(exam.Id)}</th><td>{Html.Names(demand.Candidates)}</td><td class="members">{Members}</td></tr>
        """;

    private string Hours => $"{PlanWords.Clock(exam.Start)}–{PlanWords.Clock(exam.Start.AddMinutes(Minutes))}";

    private IEnumerable<Html> Members => demand.Roles.Where(role => exam.Members.ContainsKey(role.Role)).Select(role => Member(role.Role, exam.Members[role.Role]));

    private string Everything => string.Join(" · ", [
        exam.Id, Hours, exam.Room, string.Join(", ", demand.Candidates),
        .. demand.Roles.Where(role => exam.Members.ContainsKey(role.Role)).Select(role => $"{role.Role}: {exam.Members[role.Role]}{(IfNeedBe(exam.Members[role.Role]) ? $" ({Texts.Get(language, "Page.IfNeedBe")})" : "")}")]);

    /// <param name="from">When the board begins.</param>
    /// <param name="onScreen">Pixels for a minute on a screen.</param>
    /// <param name="onPaper">And on paper, where a block with hardly a line names its exam only: the list below says the rest.</param>
    public Html On(DateTime from, double onScreen, double onPaper) => $"""
        <article class="exam{(Minutes * onScreen < Height - 1 ? " tight" : "")}{(Minutes * onPaper < Slim ? " slim" : "")}" tabindex="0" style="--a:{(exam.Start - from).TotalMinutes};--d:{Minutes}" title="{Everything}" aria-label="{Everything}"><p><b>{Html.Name(exam.Id)}</b> <span>{Hours}</span></p><p class="who">{Html.Names(demand.Candidates)}</p><p class="members">{Members}</p></article>
        """;

    private Html Member(string role, string juror) => $"""
        <span class="member{(IfNeedBe(juror) ? " need" : "")}"><span class="chip r{roles[role].Colour}">{roles[role].Code}</span>{Html.Name(juror)}</span> 
        """;

    private bool IfNeedBe(string juror) => jurors[juror].IfNeedBe.Any(range => range.From < exam.Start.AddMinutes(Minutes) && exam.Start < range.To);
}

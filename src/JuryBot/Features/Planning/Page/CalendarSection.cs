using JuryBot.Domain.Planning;
using JuryBot.Pages;

namespace JuryBot.Features.Planning.Page;

/// <summary>The plan by date: one board each, and the same as a list.</summary>
internal static class CalendarSection
{
    private static readonly Texts Texts = Texts.Of("Features.Planning");

    public static Html Of(PlanningProblem problem, Plan plan, string language)
    {
        var roles = Roles(problem, plan);
        var demands = problem.Exams.ToDictionary(exam => exam.Id);
        var jurors = problem.Jurors.ToDictionary(juror => juror.Id);
        var blocks = plan.Exams.Select(exam => new BoardBlock(problem, demands[exam.Id], exam, roles, jurors, language)).ToList();
        if (blocks.Count == 0)
        {
            return $"""<section><h2>{Texts.Get(language, "Page.Calendar")}</h2><p>{Texts.Get(language, "Page.NoPlan")}</p></section>""";
        }

        return $"""
            <section class="calendar"><h2>{Texts.Get(language, "Page.Calendar")}</h2>
            <ul class="legend" aria-label="{Texts.Get(language, "Page.Legend")}">{roles.Select(role => Role(role.Key, role.Value))}
            <li><span class="chip need">A</span> {Texts.Get(language, "Page.IfNeedBe")}</li>
            <li><span class="swatch"></span> {Texts.Get(language, "Page.Closed")}</li></ul>
            {blocks.GroupBy(block => block.Exam.Start.Date).OrderBy(day => day.Key).Select(day => Day(problem, day.Key, [.. day], language))}
            </section>
            """;
    }

    private static Html Role(string role, RoleMark mark) => $"""<li><span class="chip r{mark.Colour}">{mark.Code}</span> {Html.Name(role)}</li>""";

    private static Html Day(PlanningProblem problem, DateTime date, IReadOnlyList<BoardBlock> blocks, string language)
    {
        var used = problem.Rooms.Where(room => blocks.Any(block => block.Exam.Room == room.Id)).ToList();
        var free = problem.Rooms.Except(used).Select(room => room.Id).ToList();
        return $"""
            <section class="day"><h3>{PlanWords.Date(date, language)} <span class="count">{Texts.Get(language, "Page.DayCount", blocks.Count, used.Count)}</span></h3>
            {DayBoard.Of(problem, date, used, blocks, language)}
            {(free.Count == 0 ? Html.Empty : Free(free, language))}
            <details class="list"><summary>{Texts.Get(language, "Page.DayList")}</summary>
            <div class="scroll"><table class="plain"><thead><tr>{new[] { "Time", "Room", "Exam", "Candidates", "Members" }.Select(column => Head(Texts.Get(language, $"Column.{column}")))}</tr></thead>
            <tbody>{blocks.OrderBy(block => block.Exam.Start).ThenBy(block => used.FindIndex(room => room.Id == block.Exam.Room)).Select(block => block.Row)}</tbody></table></div></details></section>
            """;
    }

    private static Html Head(string text) => $"""<th scope="col">{text}</th>""";

    private static Html Free(List<string> rooms, string language) => $"""<p class="hint">{Texts.Get(language, "Page.FreeRooms")} {Html.Names(rooms)}</p>""";

    /// <summary>By role, the letters and the colour that stand for it. The letters tell roles apart without colours.</summary>
    private static Dictionary<string, RoleMark> Roles(PlanningProblem problem, Plan plan)
    {
        var marks = new Dictionary<string, RoleMark>();
        foreach (var role in problem.Exams.SelectMany(exam => exam.Roles).Select(demand => demand.Role).Concat(plan.Exams.SelectMany(exam => exam.Members.Keys)).Distinct())
        {
            var initials = string.Concat(role.Where((letter, i) => char.IsLetterOrDigit(letter) && (i == 0 || char.IsUpper(letter) || !char.IsLetterOrDigit(role[i - 1])))).ToUpperInvariant();
            var code = initials.Length == 0 ? "?" : initials[..Math.Min(2, initials.Length)];
            var alike = marks.Values.Count(mark => mark.Code.TrimEnd(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']) == code);
            marks.Add(role, new RoleMark(alike == 0 ? code : $"{code}{alike + 1}", marks.Count % RoleMark.Colours));
        }

        return marks;
    }
}

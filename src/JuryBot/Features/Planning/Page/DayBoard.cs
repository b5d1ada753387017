using JuryBot.Domain.Planning;
using JuryBot.Pages;

namespace JuryBot.Features.Planning.Page;

/// <summary>A date as a board: time runs down, rooms stand side by side. Rooms come in groups that fit a sheet of paper; on a
/// screen the groups join into one wide board.</summary>
internal static class DayBoard
{
    private const int RoomsOnPaper = 5;

    private const double PaperHeight = 760;

    private static readonly Texts Texts = Texts.Of("Features.Planning");

    public static Html Of(PlanningProblem problem, DateTime date, IReadOnlyList<Room> rooms, IReadOnlyList<BoardBlock> blocks, string language)
    {
        var open = problem.Grid.Days.Where(day => day.Date == DateOnly.FromDateTime(date)).OrderBy(day => day.From).ToList();
        var (from, to) = (date + open[0].From.ToTimeSpan(), date + open.Max(day => day.To).ToTimeSpan());
        // High enough for the exam that has the least height for what it must show, within reason.
        var height = Math.Clamp(blocks.Max(block => block.Height / block.Minutes), 0.8, 5);
        var minutes = (to - from).TotalMinutes;
        var paper = Math.Min(height, PaperHeight / minutes);
        var closed = open.Zip(open.Skip(1), (one, next) => (From: date + one.To.ToTimeSpan(), To: date + next.From.ToTimeSpan())).Where(gap => gap.From < gap.To).ToList();
        return $"""
            <div class="scroll boards{(rooms.Count > RoomsOnPaper ? " wide" : "")}" tabindex="0" role="region" aria-label="{Texts.Get(language, "Page.Board", PlanWords.Date(date, language))}" style="--m:{height:0.###}px;--paper:{paper:0.###}px;--all:{minutes};--past:{from.Minute}">
            {rooms.Chunk(RoomsOnPaper).Select(group => Group(group))}
            </div>
            """;

        Html Group(Room[] group) => $"""
            <div class="board"><div class="axis" aria-hidden="true"><div class="name"></div><div class="times">{Hours(from, to)}</div></div>{group.Select(Column)}</div>
            """;

        Html Column(Room room) => $"""
            <div class="room"><div class="name"><b>{Html.Name(room.Id)}</b>{(room.Site is null ? Html.Empty : Site(room.Site))}</div><div class="times">
            {closed.Concat(room.Unavailable.Select(range => (From: Later(range.From, from), To: range.To < to ? range.To : to))).Where(gap => gap.From < gap.To).Select(gap => Closed((gap.From - from).TotalMinutes, (gap.To - gap.From).TotalMinutes))}
            {blocks.Where(block => block.Exam.Room == room.Id).OrderBy(block => block.Exam.Start).Select(block => block.On(from, height, paper))}</div></div>
            """;
    }

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;

    private static Html Site(string site) => $" <span>{Html.Name(site)}</span>";

    private static Html Closed(double after, double minutes) => $"""<div class="closed" style="--a:{after};--d:{minutes}"></div>""";

    private static IEnumerable<Html> Hours(DateTime from, DateTime to)
    {
        for (var hour = from.Minute == 0 ? from : from.AddMinutes(60 - from.Minute); hour < to; hour = hour.AddHours(1))
        {
            yield return Hour((hour - from).TotalMinutes, PlanWords.Clock(hour));
        }
    }

    private static Html Hour(double after, string text) => $"""<span style="--a:{after}">{text}</span>""";
}

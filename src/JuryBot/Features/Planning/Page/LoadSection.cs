using JuryBot.Domain.Planning;
using JuryBot.Pages;

namespace JuryBot.Features.Planning.Page;

/// <summary>Who does how much: exams and days of each juror, against the most they accept.</summary>
internal static class LoadSection
{
    private const int Shown = 30;

    private static readonly Texts Texts = Texts.Of("Features.Planning");

    public static Html Of(PlanningProblem problem, Plan plan, string language)
    {
        var exams = plan.Exams.SelectMany(exam => exam.Members.Values, (exam, juror) => (exam.Start, Juror: juror)).ToLookup(seat => seat.Juror, seat => seat.Start.Date);
        var loads = problem.Jurors.Select(juror => new Load(juror, exams[juror.Id].Count(), exams[juror.Id].Distinct().Count())).ToList();
        var busy = loads.Where(load => load.Exams > 0).OrderByDescending(load => load.Exams).ToList();
        if (busy.Count == 0)
        {
            return Html.Empty;
        }

        var (mostExams, mostDays) = (Scale(busy.Select(load => (load.Exams, load.Juror.MaxExams))), Scale(busy.Select(load => (load.Days, load.Juror.MaxDays))));
        var idle = loads.Where(load => load.Exams == 0).Select(load => load.Juror.Id).ToList();
        var rows = busy.Select(load => Row(load, mostExams, mostDays, language)).ToList();
        return $"""
            <section class="load"><h2>{Texts.Get(language, "Page.Load")}</h2><p class="hint">{Texts.Get(language, "Page.LoadHint")}</p>
            {Table(rows.Take(Shown), language)}
            {(rows.Count <= Shown ? Html.Empty : Details(Texts.Get(language, "Page.MoreJurors", rows.Count - Shown), Table(rows.Skip(Shown), language)))}
            {(idle.Count == 0 ? Html.Empty : Details(Texts.Get(language, "Page.Idle", idle.Count), Html.Names(idle)))}
            </section>
            """;
    }

    /// <summary>What the full width stands for: the highest number, and every cap that is not far beyond it.</summary>
    private static double Scale(IEnumerable<(int Count, int? Most)> loads)
    {
        var all = loads.ToList();
        var highest = all.Max(load => load.Count);
        return Math.Max(highest, all.Max(load => load.Most <= 2 * highest ? load.Most.Value : 0));
    }

    private static Html Details(string summary, Html content) => $"<details><summary>{summary}</summary><div>{content}</div></details>";

    private static Html Table(IEnumerable<Html> rows, string language) => $"""
        <table class="bars"><thead><tr><th scope="col">{Texts.Get(language, "Column.Juror")}</th><th scope="col">{Texts.Get(language, "Column.Exams")}</th><th scope="col">{Texts.Get(language, "Column.Days")}</th></tr></thead>
        <tbody>{rows}</tbody></table>
        """;

    private static Html Row(Load load, double mostExams, double mostDays, string language) => $"""
        <tr><th scope="row">{Html.Name(load.Juror.Id)}</th>{Bar("exams", load.Exams, load.Juror.MaxExams, mostExams, language)}{Bar("days", load.Days, load.Juror.MaxDays, mostDays, language)}</tr>
        """;

    private static Html Bar(string kind, int count, int? most, double scale, string language) => $"""
        <td title="{(most is null ? $"{count}" : Texts.Get(language, "Page.OfMost", count, most))}"><span class="bar"><span class="track"><i class="{kind}" style="width:{100 * count / scale:0.#}%"></i>{(most <= scale ? Mark(most.Value, scale) : Html.Empty)}</span><b>{(most is null ? $"{count}" : $"{count} / {most}")}</b></span></td>
        """;

    private static Html Mark(int most, double scale) => $"""<u style="left:{100 * most / scale:0.#}%"></u>""";

    private sealed record Load(Juror Juror, int Exams, int Days);
}

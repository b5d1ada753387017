using JuryBot.Domain.Planning;
using JuryBot.Pages;

namespace JuryBot.Features.Planning.Page;

/// <summary>What becomes of the previous plan, by exam and by who has to be told.</summary>
internal static class ChangesSection
{
    private const int Shown = 20;

    private static readonly Texts Texts = Texts.Of("Features.Planning");

    public static Html Of(PlanningProblem problem, Plan plan, string language)
    {
        if (PlanWords.Changes(problem, plan) is not { } changes)
        {
            return Html.Empty;
        }

        if (changes.Exams.Count == 0)
        {
            return $"""<section><h2>{Texts.Get(language, "Page.Changes")}</h2><p>{Texts.Get(language, "Changes.None")}</p></section>""";
        }

        return $"""
            <section><h2>{Texts.Get(language, "Page.Changes")} <span class="count">{changes.Exams.Count}</span></h2>
            <div class="two"><div><h3>{Texts.Get(language, "Page.ByExam")}</h3>{Folded(changes.Exams.Select(change => Row(change.Exam, PlanWords.Change(change, language))), language)}</div>
            <div><h3>{Texts.Get(language, "Page.ByJuror")}</h3>{Folded(changes.Jurors.Select(juror => Row(juror.Key, string.Join(", ", juror.Value.Select(change => change.Exam)))), language)}</div></div></section>
            """;
    }

    private static Html Row(string name, string text) => $"<tr><th scope=\"row\">{Html.Name(name)}</th><td><bdi>{text}</bdi></td></tr>";

    private static Html Folded(IEnumerable<Html> rows, string language)
    {
        var all = rows.ToList();
        return all.Count <= Shown ? Table(all) : $"""
            {Table(all.Take(Shown))}<details><summary>{Texts.Get(language, "Page.More", all.Count - Shown)}</summary>{Table(all.Skip(Shown))}</details>
            """;
    }

    private static Html Table(IEnumerable<Html> rows) => $"""<table class="plain">{rows}</table>""";
}

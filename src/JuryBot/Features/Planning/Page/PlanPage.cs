using JuryBot.Domain.Planning;
using JuryBot.Pages;

namespace JuryBot.Features.Planning.Page;

/// <summary>A plan as one page that stands alone: no script, and nothing fetched from anywhere.</summary>
internal static class PlanPage
{
    private static readonly Texts Texts = Texts.Of("Features.Planning");

    private static readonly string Style = ReadStyle();

    /// <param name="problem">What was planned.</param>
    /// <param name="plan">As it was explained.</param>
    /// <param name="source">The problem's file name.</param>
    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    public static string Of(PlanningProblem problem, Plan plan, string source, string language)
    {
        var facts = Texts.Get(language, "Page.Facts", source, problem.Grid.TimeZone, plan.WallSeconds.ToString("0.0", Texts.Culture(language)));
        // The style is the one part that is neither ours to encode nor anybody else's.
        Html page = $"""
            <!doctype html>
            <html lang="{language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="color-scheme" content="light dark">
            <title>{Texts.Get(language, "Page.Title")} · {source}</title>
            <style>{Raw(Style)}</style>
            </head>
            <body>
            <header class="top">
            <p class="brand">JuryBot</p>
            <h1>{Texts.Get(language, "Page.Title")} <span class="badge {plan.Status.ToString().ToLowerInvariant()}">{Texts.Get(language, $"Badge.{plan.Status}")}</span></h1>
            <p class="lead">{PlanWords.Status(problem, plan, language)}</p>
            <p class="facts">{facts}</p>
            </header>
            <main>
            {Objectives(problem, plan, language)}
            {MissingSection.Of(plan, language)}
            {ChangesSection.Of(problem, plan, language)}
            {CalendarSection.Of(problem, plan, language)}
            {LoadSection.Of(problem, plan, language)}
            </main>
            </body>
            </html>

            """;
        return page.ToString();
    }

    private static Html Objectives(PlanningProblem problem, Plan plan, string language) => plan.Objectives.Count == 0 ? Html.Empty : $"""
        <section><h2>{Texts.Get(language, "Page.Objectives")}</h2>
        <ol class="objectives">{plan.Objectives.Where(objective => objective.Name != ObjectiveKind.Unchanged || problem.Previous.Count > 0).Select(objective => Objective(objective, language))}</ol></section>
        """;

    private static Html Objective(Objective objective, string language) => $"""
        <li><p class="value">{objective.Value}</p><div><h3>{PlanWords.Name(objective.Name, language)}</h3>
        <p class="{(objective.Proven ? "proven" : "open")}">{Texts.Get(language, objective.Proven ? "Page.Best" : objective.Value == objective.Bound ? "Page.AtItsBound" : "Page.AtBest", objective.Bound)}</p>
        <p class="hint">{Texts.Get(language, $"Meaning.{objective.Name}")}</p></div></li>
        """;

    private static Html Raw(string ours)
    {
        var html = new Html(0, 0);
        html.AppendLiteral(ours);
        return html;
    }

    private static string ReadStyle()
    {
        using var reader = new StreamReader(typeof(PlanPage).Assembly.GetManifestResourceStream("plan.css")!);
        return reader.ReadToEnd();
    }
}

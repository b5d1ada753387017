using JuryBot.Domain.Planning;
using JuryBot.Pages;

namespace JuryBot.Features.Planning.Page;

/// <summary>The exams without a place: why, and what would make room.</summary>
internal static class MissingSection
{
    private const int Shown = 20;

    private static readonly Texts Texts = Texts.Of("Features.Planning");

    public static Html Of(Plan plan, string language)
    {
        var cards = plan.Unscheduled.Select(exam => Card(exam, language)).ToList();
        return $"""
            <section><h2>{Texts.Get(language, "Page.Missing")}{(cards.Count == 0 ? Html.Empty : Count(cards.Count))}</h2>
            {(cards.Count == 0 ? Fine(language) : Cards(cards.Take(Shown)))}
            {(cards.Count <= Shown ? Html.Empty : More(cards, language))}
            </section>
            """;
    }

    private static Html Count(int count) => $""" <span class="count">{count}</span>""";

    private static Html Fine(string language) => $"""<p>{Texts.Get(language, "Page.MissingNone")}</p>""";

    private static Html Cards(IEnumerable<Html> cards) => $"""<div class="cards">{cards}</div>""";

    private static Html More(List<Html> cards, string language) => $"""
        <details><summary>{Texts.Get(language, "Page.MoreMissing", cards.Count - Shown)}</summary>{Cards(cards.Skip(Shown))}</details>
        """;

    private static Html Card(Unscheduled exam, string language) => $"""
        <article class="card"><h3>{Html.Name(exam.Id)}</h3>
        <p class="{(exam.Proven ? "proven" : "open")}">{Texts.Get(language, exam.Proven ? "Page.MissingProven" : "Page.MissingUnproven")}</p>
        <ul>{exam.Because.Select(Because)}</ul>
        {(exam.Repairs.Count == 0 ? Html.Empty : Repairs(exam, language))}</article>
        """;

    private static Html Because(Because because) => $"<li><bdi>{because.Text}</bdi></li>";

    private static Html Repairs(Unscheduled exam, string language) => $"""
        <h4>{Texts.Get(language, "Page.Repairs")}</h4><ol>{exam.Repairs.Select(Repair)}</ol>
        """;

    private static Html Repair(Repair repair) => $"<li><bdi>{repair.Text}</bdi></li>";
}

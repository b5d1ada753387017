using JuryBot.Configuration;
using JuryBot.Domain.Exams;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features;

/// <summary>The locked sheets of one candidate side by side: a row per criterion, a column per member, remarks below.
/// Only for the eyes of members, and only once the deliberation is open.</summary>
internal sealed class SideBySide(OrganisationSettings organisation)
{
    private const int RemarksBudget = 24_000;
    private static readonly Texts Texts = Texts.Of("Features");

    public IEnumerable<CardElement> Show(Sitting sitting, Exam exam, string language)
    {
        if (exam.State is not (ExamState.Deliberating or ExamState.Decided))
        {
            throw new InvalidOperationException("Sheets are blind until the deliberation opens.");
        }

        var definition = SittingVerbs.Sheet(sitting, exam, organisation.CertificationOf(sitting));
        var members = sitting.Judging(exam).Where(m => exam.SheetOf(m.Person) is not null).ToList();
        yield return new Table(
            [new TableColumn { Width = "1" }, .. members.Select(_ => new TableColumn { Width = "2" })],
            [
                new TableRow([Cell(""), .. members.Select(m => Cell(Markdown.Escape(m.Name)))]),
                .. definition.Criteria.Select(criterion => new TableRow([
                    Cell(criterion.Id),
                    .. members.Select(m => Judged(exam.SheetOf(m.Person)!.Mark(criterion.Id), language)),
                ])),
            ]);
        foreach (var criterion in definition.Criteria)
        {
            yield return Cards.Subtle($"**{criterion.Id}** {criterion.Text.In(language)}");
        }

        var remarks = members.SelectMany(m => Remarks(exam.SheetOf(m.Person)!).Select(r => (m.Name, r.Criterion, r.Text))).ToList();
        var each = remarks.Count == 0 ? 0 : RemarksBudget / remarks.Count;
        foreach (var (name, criterion, text) in remarks)
        {
            var shown = text.Length > each ? text[..each] + "…" : text;
            yield return Cards.Line($"**{Markdown.Escape(name)}**{(criterion is null ? "" : $" ({criterion})")}: {Markdown.Escape(shown)}");
        }
    }

    private static IEnumerable<(string? Criterion, string Text)> Remarks(ScoreSheet sheet) =>
    [
        .. sheet.Marks.Where(m => m.Comment is not null).Select(m => ((string?)m.Criterion, m.Comment!)),
        .. sheet.Overall is { } overall ? [(null, overall)] : Array.Empty<(string?, string)>(),
    ];

    private static TableCell Judged(CriterionMark? mark, string language) => Cell(
        mark?.Judgment is { } judgment ? Texts.Get(language, $"Judgment.{judgment}") + (mark.Mark is { } points ? $" · {points.ToString("0.##", Texts.Culture(language))}" : "") : "—",
        mark?.Judgment switch { Judgment.Acquired => ContainerStyle.Good, Judgment.Partly => ContainerStyle.Warning, Judgment.NotAcquired => ContainerStyle.Attention, _ => null });

    private static TableCell Cell(string text, ContainerStyle? style = null) => new(new TextBlock(text) { Wrap = true }) { Style = style };
}

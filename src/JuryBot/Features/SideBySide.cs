using JuryBot.Configuration;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features;

/// <summary>The locked sheets of one candidate side by side: a row per criterion, those first that members differ on most, a column per
/// member, remarks below. Only for the eyes of members, and only once the deliberation is open.</summary>
internal sealed class SideBySide(OrganisationSettings organisation)
{
    private const int Shortest = 10;
    private static readonly Texts Texts = Texts.Of("Features");

    /// <param name="remarks">Characters of remarks in all; longer ones are cut evenly.</param>
    public IEnumerable<CardElement> Show(Sitting sitting, Exam exam, string language, int remarks)
    {
        if (exam.State is not (ExamState.Deliberating or ExamState.Decided))
        {
            throw new InvalidOperationException("Sheets are blind until the deliberation opens.");
        }

        var members = sitting.Judging(exam).Where(m => exam.SheetOf(m.Person) is not null).ToList();
        var sheets = members.ConvertAll(m => exam.SheetOf(m.Person)!);
        var criteria = SittingVerbs.Sheet(sitting, exam, organisation.CertificationOf(sitting)).Criteria.OrderByDescending(c => Apart(sheets, c)).ToList();
        if (criteria.Exists(c => Apart(sheets, c) > 0))
        {
            yield return Cards.Subtle(Texts.Get(language, "MostApart"));
        }

        yield return new Table(
            [new TableColumn { Width = "2" }, .. members.Select(_ => new TableColumn { Width = "3" })],
            [
                new TableRow([Cell(Texts.Get(language, "Criterion")), .. members.Select(m => Cell(Markdown.Escape(m.Name)))]),
                .. criteria.Select(criterion => new TableRow([
                    Cell(Apart(sheets, criterion) > 0 ? $"**{criterion.Id} ≠**" : criterion.Id),
                    .. sheets.Select(s => Judged(s.Mark(criterion.Id), language)),
                ])),
            ]);
        foreach (var criterion in criteria)
        {
            yield return Cards.Subtle($"**{criterion.Id}** {criterion.Text.In(language)}");
        }

        var written = members.SelectMany(m => Remarks(exam.SheetOf(m.Person)!).Select(r => (m.Name, r.Criterion, r.Text))).ToList();
        var each = written.Count == 0 ? 0 : remarks / written.Count;
        if (written.Count > 0 && each < Shortest)
        {
            yield return Cards.Subtle(Texts.Get(language, "RemarksLeftOut"));
            yield break;
        }

        foreach (var (name, criterion, text) in written)
        {
            var shown = text.Length > each ? text[..each] + "…" : text;
            yield return Cards.Line($"**{Markdown.Escape(name)}**{(criterion is null ? "" : $" ({criterion})")}{Texts.Colon(language)}{Markdown.Escape(shown)}");
        }
    }

    // How far apart members judge: first by the judgment, then by the mark.
    private static decimal Apart(List<ScoreSheet> sheets, Criterion criterion)
    {
        var marks = sheets.ConvertAll(s => s.Mark(criterion.Id));
        var judgments = marks.Where(m => m?.Judgment is not null).Select(m => (int)m!.Judgment!.Value).ToList();
        var points = marks.Where(m => m?.Mark is not null).Select(m => m!.Mark!.Value).ToList();
        return (judgments.Count == 0 ? 0 : judgments.Max() - judgments.Min()) + (points.Count == 0 ? 0 : (points.Max() - points.Min()) / 100);
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

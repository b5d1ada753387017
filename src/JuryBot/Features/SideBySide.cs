using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Deliberations;
using JuryBot.Domain.Exams;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features;

/// <summary>The locked sheets of one candidate side by side: a row per criterion, those first that members differ on most, a column per
/// member (a line per member below each criterion where more columns would break words on a phone), remarks below, all of them whole. What is too much for one card is turned page by page. Only for the eyes of members, and only once
/// the deliberation is open.</summary>
internal sealed class SideBySide(OrganisationSettings organisation)
{
    /// <summary>Columns of members that stand side by side 320 pixels wide.</summary>
    private const int MostColumns = 3;

    private static readonly Texts Texts = Texts.Of("Features");

    /// <summary>A criterion's row with its words, or one remark: what a page holds whole.</summary>
    private sealed record Entry(TableRow? Row, CardElement Words)
    {
        public int Bytes { get; } = Cards.Size(Words) + (Row is null ? 0 : Cards.Size(Row));
    }

    /// <param name="room">Bytes there are for it on the card. A page holds one entry at least.</param>
    /// <param name="page">Which one, from 1; the nearest there is.</param>
    /// <param name="turn">The verb that shows another page.</param>
    public IReadOnlyList<CardElement> Show(Sitting sitting, Exam exam, string language, int room, int page, string turn)
    {
        if (exam.State is not (ExamState.Deliberating or ExamState.Decided))
        {
            throw new InvalidOperationException("Sheets are blind until the deliberation opens.");
        }

        var members = sitting.Judging(exam).Where(m => exam.SheetOf(m.Person) is not null).ToList();
        var sheets = members.ConvertAll(m => exam.SheetOf(m.Person)!);
        var criteria = SittingVerbs.Sheet(sitting, exam, organisation.CertificationOf(sitting)).Criteria.OrderByDescending(c => Apart(sheets, c)).ToList();
        var head = new List<CardElement>();
        if (criteria.Exists(c => Apart(sheets, c) > 0))
        {
            head.Add(Cards.Subtle(Texts.Get(language, "MostApart")));
        }

        if (members.Count > 1)
        {
            head.Add(Cards.Subtle(Agreed(sheets, criteria, language)));
        }

        var rows = criteria.ConvertAll(criterion =>
        {
            var apart = Apart(sheets, criterion) > 0 ? " ≠" : "";
            var words = Cards.Subtle($"**{criterion.Id}{(members.Count > MostColumns ? apart : "")}** {criterion.Text.In(language)}{Spread(sheets, criterion, language)}");
            var judged = sheets.ConvertAll(s => Judged(s.Mark(criterion.Id), language));
            return members.Count > MostColumns
                ? new Entry(null, new Container([words, Lines(members, judged, language)]))
                : new Entry(new TableRow([Cell(apart.Length > 0 ? $"**{criterion.Id}{apart}**" : criterion.Id), .. judged]), words);
        });
        var remarks = criteria.ConvertAll(c => members.Select(m => (m.Name, Criterion: (string?)c.Id, Text: exam.SheetOf(m.Person)!.Mark(c.Id)?.Comment)))
            .Append(members.Select(m => (m.Name, Criterion: (string?)null, Text: exam.SheetOf(m.Person)!.Overall)))
            .Select(about => about.Where(r => r.Text is not null).Select(r => new Entry(null, Remark(r.Name, r.Criterion, r.Text!, language))).ToList()).ToList();

        // On one page, or each criterion followed by the remarks on it, so that a page is read by itself.
        var taken = head.Sum(Cards.Size) + Cards.Size<CardElement>(Table(members, [], language));
        var (all, pager) = (rows.Concat(remarks.SelectMany(about => about)).ToList(), Pager(sitting, exam, language, 99, 999, turn));
        var pages = CardPages.Of(all, room - taken, (_, entry) => entry.Bytes);
        if (pages.Count > 1)
        {
            pages = CardPages.Of([.. rows.Zip(remarks).SelectMany(both => both.Second.Prepend(both.First)), .. remarks[^1]], room - taken - pager.Sum(Cards.Size), (_, entry) => entry.Bytes);
        }

        var number = Math.Clamp(page, 1, pages.Count);
        var shown = pages[number - 1];
        return
        [
            .. head,
            .. shown.Exists(e => e.Row is not null) ? [Table(members, shown.Where(e => e.Row is not null).Select(e => e.Row!), language)] : Array.Empty<CardElement>(),
            .. shown.Where(e => e.Row is not null).Select(e => e.Words),
            .. shown.Where(e => e.Row is null).Select(e => e.Words),
            .. Pager(sitting, exam, language, number, pages.Count, turn),
        ];
    }

    private static IReadOnlyList<CardElement> Pager(Sitting sitting, Exam exam, string language, int page, int pages, string turn) => CardPages.Pager(
        language, page, pages, turn, number => new { v = CardTurn.CardVersion, sitting = sitting.Id, candidate = exam.Candidate, page = number });

    private static Table Table(List<Member> members, IEnumerable<TableRow> rows, string language) => new(
        [new TableColumn { Width = "2" }, .. members.Select(_ => new TableColumn { Width = "3" })],
        [new TableRow([Cell(Texts.Get(language, "Criterion")), .. members.Select(m => Cell(Markdown.Escape(m.Name)))]), .. rows]);

    private static Table Lines(List<Member> members, List<TableCell> judged, string language) => new(
        [new TableColumn { Width = "1" }, new TableColumn { Width = "1" }],
        [new TableRow([Cell(Texts.Get(language, "Member")), Cell(Texts.Get(language, "Judgment"))]), .. members.Zip(judged, (member, cell) => new TableRow([Cell(Markdown.Escape(member.Name)), cell]))]);

    private static TextBlock Remark(string name, string? criterion, string text, string language) =>
        Cards.Line($"**{Markdown.Escape(name)}**{(criterion is null ? "" : $" ({criterion})")}{Texts.Colon(language)}{Markdown.Escape(text)}");

    // How far apart members judge: first by the judgment, then by the mark.
    private static decimal Apart(List<ScoreSheet> sheets, Criterion criterion)
    {
        var (steps, points) = Agreement.Spread(sheets, criterion.Id);
        return steps + (points / 100);
    }

    private static string Spread(List<ScoreSheet> sheets, Criterion criterion, string language) => Agreement.Spread(sheets, criterion.Id) switch
    {
        (0, 0) => "",
        (var steps, 0) => $" — {Texts.Get(language, "Spread.Steps", steps)}",
        (var steps, var points) => $" — {Texts.Get(language, "Spread", steps, points.ToString("0.##", Texts.Culture(language)))}",
    };

    private static string Agreed(List<ScoreSheet> sheets, List<Criterion> criteria, string language)
    {
        var apart = criteria.Count(c => Agreement.Spread(sheets, c.Id).Steps > 0);
        return Agreement.Alpha(sheets, criteria.Select(c => c.Id)) is not { } alpha
            ? Texts.Get(language, "Agreement.Alike")
            : Texts.Get(language, $"Agreement.{(alpha >= Agreement.Good ? "Good" : alpha >= Agreement.Tentative ? "Tentative" : "Low")}", alpha.ToString("0.00", Texts.Culture(language)), apart, criteria.Count);
    }

    private static TableCell Judged(CriterionMark? mark, string language) => Cell(
        mark?.Judgment is { } judgment ? Texts.Get(language, $"Judgment.{judgment}") + (mark.Mark is { } points ? $" · {points.ToString("0.##", Texts.Culture(language))}" : "") : "—",
        mark?.Judgment switch { Judgment.Acquired => ContainerStyle.Good, Judgment.Partly => ContainerStyle.Warning, Judgment.NotAcquired => ContainerStyle.Attention, _ => null });

    private static TableCell Cell(string text, ContainerStyle? style = null) => new(new TextBlock(text) { Wrap = true }) { Style = style };
}

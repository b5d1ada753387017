using JuryBot.Domain;
using JuryBot.Domain.Deliberations;
using JuryBot.Domain.Exams;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Pages;

namespace JuryBot.Features.Grading.Page;

/// <summary>A sheet to read: before it is submitted, when it could not be saved, and once it is locked.</summary>
internal sealed class SheetReview(SheetTexts texts, SheetParts parts, RefusalTexts refusals)
{
    /// <summary>Everything typed, once more, with the button that submits it.</summary>
    public Html Confirm(SheetDesk desk, SheetEntry entry)
    {
        var language = desk.Visit.Language;
        return $"""
            {parts.Head(desk)}<p class="notice" role="status">{texts.T(language, "Page.Confirm")}</p>{Typed(desk, entry)}
            <form method="post"{FormScript.Kept(language)}>{Fields(desk, entry)}{SheetParts.Hidden("seen", desk.Seen)}
            <div class="save"><button name="do" value="submit">{texts.T(language, desk.IsSubmitted ? "SubmitAgain" : "Submit")}</button><button class="second" name="do" value="edit">{texts.T(language, "Page.Edit")}</button></div></form>
            """;
    }

    /// <summary>Why nothing was saved, and what was typed, so that it is not lost.</summary>
    public Html NotSaved(Visit visit, SheetEntry entry, Refusal why)
    {
        var kept = entry.Comments.Values.Append(entry.Overall ?? "").Where(text => text.Length > 0).Select(text => (Html)$"<p class=\"card text\">{text}</p>").ToList();
        return $"""
            <h1>{texts.T(visit.Language, "Page.NotSaved")}</h1><p class="notice bad" role="alert">{refusals.Say(why, visit.Language)}</p>
            {(kept.Count == 0 ? Html.Empty : Kept(visit, kept))}
            """;
    }

    /// <summary>Once the deliberation is open, the sheets of all members, as each of them may read.</summary>
    public Html Locked(SheetDesk desk)
    {
        var members = desk.Sitting.Judging(desk.Exam).Where(m => desk.Exam.SheetOf(m.Person) is not null).ToList();
        var sheets = members.ConvertAll(m => desk.Exam.SheetOf(m.Person)!);
        var remarks = members.FindAll(m => desk.Exam.SheetOf(m.Person)!.Overall is not null);
        return $"""
            {parts.Head(desk)}<p class="notice" role="status">{texts.T(desk.Visit.Language, desk.Exam.State == ExamState.Decided ? "Decided" : "Locked")}</p>
            {(desk.Exam.State == ExamState.Decided ? Html.Empty : parts.Intermediate(desk))}
            {desk.Definition.Criteria.OrderByDescending(c => Agreement.Spread(sheets, c.Id)).Select(c => Lines(desk.Visit.Language, $"{c.Id} · {c.Text.In(desk.Visit.Language)}", members.Select(m => (m.Name, texts.Judged(desk.Exam.SheetOf(m.Person)!.Mark(c.Id), desk.Visit.Language), desk.Exam.SheetOf(m.Person)!.Mark(c.Id)?.Comment))))}
            {(remarks.Count == 0 ? Html.Empty : Lines(desk.Visit.Language, texts.T(desk.Visit.Language, "Overall"), remarks.Select(m => (m.Name, "", desk.Exam.SheetOf(m.Person)!.Overall))))}
            """;
    }

    private Html Kept(Visit visit, IEnumerable<Html> kept) => $"<h2>{texts.T(visit.Language, "Page.Typed")}</h2>{kept}";

    private Html Typed(SheetDesk desk, SheetEntry entry)
    {
        var marks = entry.Read(desk.Definition, toSubmit: true).Marks;
        return $"""
            {desk.Definition.Criteria.Select(c => Lines(desk.Visit.Language, $"{c.Id} · {c.Text.In(desk.Visit.Language)}", [("", texts.Judged(marks.Find(m => m.Criterion == c.Id), desk.Visit.Language), marks.Find(m => m.Criterion == c.Id)?.Comment)]))}
            {Ticked("Deliverables", entry.Deliverables, desk)}{Ticked("NotApplicable", entry.NotApplicable, desk)}
            {(string.IsNullOrWhiteSpace(entry.Overall) ? Html.Empty : Lines(desk.Visit.Language, texts.T(desk.Visit.Language, "Overall"), [("", "", entry.Overall)]))}
            """;
    }

    private Html Ticked(string heading, IReadOnlyList<string> ticked, SheetDesk desk) => ticked.Count == 0 ? Html.Empty
        : Lines(desk.Visit.Language, texts.T(desk.Visit.Language, heading), desk.Definition.Deliverables.Where(d => ticked.Contains(d.Id)).Select(d => ("", d.Text.In(desk.Visit.Language), (string?)null)));

    private static Html Lines(string language, string heading, IEnumerable<(string Who, string Said, string? Comment)> lines) =>
        $"<section class=\"card\"><h2>{heading}</h2>{lines.Select(line => (Html)$"<p>{(line.Who.Length == 0 ? Html.Empty : Who(line.Who, language))}<strong>{line.Said}</strong></p>{(line.Comment is null ? Html.Empty : Comment(line.Comment))}")}</section>";

    private static Html Who(string name, string language) => $"{Html.Name(name)}{Texts.Colon(language)}";

    private static Html Comment(string text) => $"<p class=\"text\">{text}</p>";

    /// <summary>Everything typed, to be sent along unseen.</summary>
    public static IEnumerable<Html> Fields(SheetDesk desk, SheetEntry entry) =>
    [
        .. desk.Definition.Criteria.SelectMany(c => new[]
        {
            SheetParts.Hidden(SheetInputs.Judgment(c.Id), entry.Judgments.GetValueOrDefault(c.Id)),
            SheetParts.Hidden(SheetInputs.Mark(c.Id), entry.Marks.GetValueOrDefault(c.Id)),
            SheetParts.Hidden(SheetInputs.Comment(c.Id), entry.Comments.GetValueOrDefault(c.Id)),
        }),
        .. entry.Deliverables.Select(d => SheetParts.Hidden(SheetInputs.Deliverables, d)),
        .. entry.NotApplicable.Select(d => SheetParts.Hidden(SheetInputs.NotApplicable, d)),
        SheetParts.Hidden(SheetInputs.Overall, entry.Overall),
    ];
}

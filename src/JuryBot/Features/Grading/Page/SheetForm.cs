using JuryBot.Domain;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Pages;

namespace JuryBot.Features.Grading.Page;

/// <summary>The sheet to fill in on a page: the card's inputs by the same names. A fault stands next to its field and in a summary above,
/// linked to the field; what was typed stays.</summary>
internal sealed class SheetForm(SheetTexts texts, SheetParts parts, RefusalTexts refusals)
{
    private static readonly Dictionary<string, string> Looks = new() { ["acquired"] = "yes", ["partly"] = "maybe", ["notAcquired"] = "no" };

    /// <param name="entry">What was typed, or what is saved.</param>
    public Html Show(SheetDesk desk, SheetEntry? entry, Refusal? fault = null)
    {
        var language = desk.Visit.Language;
        var faults = new SheetFaults(fault);
        return $"""
            {parts.Head(desk)}{(fault is null ? parts.Status(desk) : Summary(fault, faults, language))}{parts.Intermediate(desk)}
            {(DepositWords.IsOffered(desk.Sitting) ? Deposits(language) : Html.Empty)}<form method="post" novalidate{FormScript.Kept(language)}>{Lines(desk, entry, faults)}{Deliverables(desk, entry, faults)}
            <section class="card">{Text(SheetInputs.Overall, texts.T(language, "Overall"), null, entry?.Overall, faults, language)}</section>
            {SheetParts.Hidden("seen", desk.Seen)}<div class="save"><button name="do" value="review">{texts.T(language, "Page.Review")}</button>{(desk.IsSubmitted ? Html.Empty : Others(language))}</div></form>
            """;
    }

    // A form of its own, in a window of its own: what was typed stays here.
    private static Html Deposits(string language) => $"<form method=\"post\" target=\"_blank\"><button class=\"second\" name=\"do\" value=\"deposits\">{DepositWords.Read(language)}</button></form>";

    // Who has submitted has judged, and steps back no more.
    private Html Others(string language) =>
        $"<button class=\"second\" name=\"do\" value=\"save\">{texts.T(language, "Save")}</button><button class=\"second\" name=\"do\" value=\"recuse\">{texts.T(language, "Recuse")}</button>";

    private Html Summary(Refusal fault, SheetFaults faults, string language) =>
        $"<div class=\"notice bad\" role=\"alert\" tabindex=\"-1\" autofocus><p>{refusals.Say(fault, language)}</p>{(faults.All.Count == 0 ? Html.Empty : List(faults, language))}</div>";

    private Html List(SheetFaults faults, string language) =>
        $"<ul>{faults.All.Select(f => (Html)$"<li><a href=\"#{First(f.Field)}\">{refusals.Say(f.Fault, language)}</a></li>")}</ul>";

    private IEnumerable<Html> Lines(SheetDesk desk, SheetEntry? entry, SheetFaults faults)
    {
        string? block = null;
        foreach (var criterion in desk.Definition.Criteria)
        {
            if (desk.Sitting.Kind == JuryKind.Final && criterion.Block is not null && criterion.Block != block)
            {
                yield return $"<h2>{texts.Block(desk.Sitting, criterion.Block, desk.Visit.Language)}</h2>";
            }

            block = criterion.Block;
            yield return Line(criterion, entry, faults, desk.Visit.Language);
        }
    }

    private Html Line(Criterion criterion, SheetEntry? entry, SheetFaults faults, string language)
    {
        var (judgment, mark, comment) = (SheetInputs.Judgment(criterion.Id), SheetInputs.Mark(criterion.Id), SheetInputs.Comment(criterion.Id));
        var faulty = faults.Any(judgment) || faults.Any(mark) || faults.Any(comment);
        return $"""
            <section class="card criterion{(faulty ? " faulty" : "")}"><fieldset role="radiogroup"{Described(judgment, faults)}><legend>{criterion.Id} · {criterion.Text.In(language)}</legend>
            {Errors(judgment, faults, language)}<div class="choices">{SheetTexts.Judgments.Select(choice => Choice(judgment, choice, entry?.Judgments.GetValueOrDefault(criterion.Id), language))}</div></fieldset>
            <div class="field"><label for="{mark}">{texts.T(language, "Mark")} <span class="quiet">({texts.T(language, "MarkPlaceholder")})</span></label>{Errors(mark, faults, language)}
            <input id="{mark}" name="{mark}" inputmode="decimal" autocomplete="off" maxlength="20" value="{entry?.Marks.GetValueOrDefault(criterion.Id)}"{Described(mark, faults)}></div>
            {Text(comment, texts.T(language, "Comment"), texts.T(language, "CommentPlaceholder"), entry?.Comments.GetValueOrDefault(criterion.Id), faults, language)}</section>
            """;
    }

    private Html Choice(string field, string choice, string? chosen, string language) =>
        $"<label class=\"{Looks[choice]}\"><input type=\"radio\" id=\"{(choice == SheetTexts.Judgments[0] ? First(field) : $"{field}-{choice}")}\" name=\"{field}\" value=\"{choice}\"{(chosen == choice ? " checked" : "")}>{texts.T(language, $"Judgment.{choice}")}</label>";

    private Html Deliverables(SheetDesk desk, SheetEntry? entry, SheetFaults faults) => desk.Definition.Deliverables.Count == 0 ? Html.Empty
        : $"{Ticks(SheetInputs.Deliverables, "Deliverables", entry?.Deliverables ?? [], desk, faults)}{Ticks(SheetInputs.NotApplicable, "NotApplicable", entry?.NotApplicable ?? [], desk, faults)}";

    private Html Ticks(string field, string legend, IReadOnlyList<string> ticked, SheetDesk desk, SheetFaults faults) => $"""
        <section class="card criterion"><fieldset{Described(field, faults)}><legend>{texts.T(desk.Visit.Language, legend)}</legend>{Errors(field, faults, desk.Visit.Language)}
        {desk.Definition.Deliverables.Select((deliverable, i) => Tick(field, deliverable, i, ticked, desk.Visit.Language))}</fieldset></section>
        """;

    private static Html Tick(string field, Deliverable deliverable, int i, IReadOnlyList<string> ticked, string language) =>
        $"<label class=\"tick\"><input type=\"checkbox\" id=\"{(i == 0 ? First(field) : $"{field}-{deliverable.Id}")}\" name=\"{field}\" value=\"{deliverable.Id}\"{(ticked.Contains(deliverable.Id) ? " checked" : "")}><span>{deliverable.Text.In(language)}</span></label>";

    private Html Text(string field, string label, string? hint, string? value, SheetFaults faults, string language) => $"""
        <div class="field"><label for="{field}">{label}{(hint is null ? Html.Empty : Hint(hint))}</label>{Errors(field, faults, language)}
        <textarea id="{field}" name="{field}" rows="3" maxlength="{SheetEntry.CommentLimit}"{Described(field, faults)}>
        {value}</textarea></div>
        """;

    private static Html Hint(string hint) => $" <span class=\"quiet\">({hint})</span>";

    private Html Errors(string field, SheetFaults faults, string language) =>
        faults.Any(field) ? $"<div id=\"{field}-error\">{faults.Of(field).Select(fault => (Html)$"<p class=\"error\">{refusals.Say(fault, language)}</p>")}</div>" : Html.Empty;

    private static Html Described(string field, SheetFaults faults) =>
        faults.Any(field) ? $" aria-invalid=\"true\" aria-describedby=\"{field}-error\"" : Html.Empty;

    // The input that a link in the summary leads to.
    private static string First(string field) => field.StartsWith("j.", StringComparison.Ordinal) || field is SheetInputs.Deliverables or SheetInputs.NotApplicable ? $"{field}-first" : field;
}

using JuryBot.Domain;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Pages;

namespace JuryBot.Features.Grading.Page;

/// <summary>The pages on which a juror steps back from one candidate: the reason, which confirms it, and that it is done.</summary>
internal sealed class SheetRecusal(SheetTexts texts, SheetParts parts, RefusalTexts refusals)
{
    /// <param name="entry">What was typed on the sheet: it is there again for who changes their mind.</param>
    public Html Ask(SheetDesk desk, SheetEntry entry, string? reason = null, Refusal? fault = null)
    {
        var language = desk.Visit.Language;
        return $"""
            {parts.Head(desk)}{(fault is null ? Html.Empty : Fault(fault, language))}<p>{texts.T(language, "Recuse.HowTo")}</p>
            <form method="post" novalidate{FormScript.Kept(language)}>{SheetReview.Fields(desk, entry)}{SheetParts.Hidden("seen", desk.Seen)}
            <section class="card"><div class="field"><label for="{RecuseJuror.Reason}">{texts.T(language, "Recuse.Reason")}</label>{(fault is null ? Html.Empty : Error(fault, language))}
            <textarea id="{RecuseJuror.Reason}" name="{RecuseJuror.Reason}" rows="3" required maxlength="{SheetEntry.CommentLimit}"{(fault is null ? Html.Empty : Described)}>
            {reason}</textarea></div></section>
            <div class="save"><button name="do" value="stepBack">{texts.T(language, "Recuse.Do", desk.Exam.Name)}</button><button class="second" name="do" value="edit">{texts.T(language, "Back")}</button></div></form>
            """;
    }

    /// <summary>What stays with who stepped back: nothing more of this candidate's exam.</summary>
    public Html Done(SheetDesk desk) => $"""
        {parts.Head(desk)}<p class="notice" role="status">{texts.T(desk.Visit.Language, "Recuse.Done", texts.Moment(desk.Exam.Recusals.Find(r => r.Person == desk.Visit.Person.Id)!.At, desk.Visit.Person))}</p>
        """;

    private static Html Described => $" aria-invalid=\"true\" aria-describedby=\"{RecuseJuror.Reason}-error\"";

    private Html Fault(Refusal fault, string language) =>
        $"<div class=\"notice bad\" role=\"alert\" tabindex=\"-1\" autofocus><p><a href=\"#{RecuseJuror.Reason}\">{refusals.Say(fault, language)}</a></p></div>";

    private Html Error(Refusal fault, string language) => $"<p class=\"error\" id=\"{RecuseJuror.Reason}-error\">{refusals.Say(fault, language)}</p>";
}

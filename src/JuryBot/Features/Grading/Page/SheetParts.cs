using JuryBot.Domain.ScoreSheets;
using JuryBot.Pages;

namespace JuryBot.Features.Grading.Page;

/// <summary>Pieces that the pages of a sheet share.</summary>
internal sealed class SheetParts(SheetTexts texts, IntermediateResults intermediate)
{
    public Html Head(SheetDesk desk) =>
        $"<h1>{desk.Exam.Name}</h1><p>{texts.Jury(desk.Sitting, desk.Visit.Language)}<br><span class=\"quiet\">{texts.Where(desk.Sitting, desk.Exam, desk.Visit.Person)}</span></p>";

    /// <summary>What is saved, or how to begin.</summary>
    public Html Status(SheetDesk desk)
    {
        var language = desk.Visit.Language;
        return desk.Saved switch
        {
            null => $"<p>{texts.T(language, "HowTo")}</p>{(desk.Begun.From is { } from ? (Html)$"<p class=\"notice\" role=\"status\">{texts.T(language, "TicksFrom", from.Name)}</p>" : Html.Empty)}",
            { State: SheetState.Submitted } sheet => $"<p class=\"notice good\" role=\"status\">{texts.T(language, "Submitted", texts.Moment(sheet.SavedAt, desk.Visit.Person))}</p>",
            var sheet => $"<p class=\"notice\" role=\"status\">{texts.T(language, "Draft", texts.Moment(sheet.SavedAt, desk.Visit.Person))}</p>",
        };
    }

    /// <summary>For a final jury, what the intermediate ones said of each block.</summary>
    public Html Intermediate(SheetDesk desk)
    {
        var lines = intermediate.Lines(desk.Sitting, desk.Record, desk.Visit.Language);
        return lines.Count == 0 ? Html.Empty : $"""
            <section class="card"><h2>{intermediate.Heading(desk.Visit.Language)}</h2><dl class="stacked">{lines.Select(line => (Html)$"<dt>{line.Block}</dt><dd>{line.Result}</dd>")}</dl></section>
            """;
    }

    public static Html Hidden(string name, string? value) => string.IsNullOrEmpty(value) ? Html.Empty : $"<input type=\"hidden\" name=\"{name}\" value=\"{value}\">";
}

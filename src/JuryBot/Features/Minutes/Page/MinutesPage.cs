using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Pages;
using JuryBot.Storage;

namespace JuryBot.Features.Minutes.Page;

/// <summary>GET and POST /minutes/{token}: a member whom Teams does not reach reads the minutes of their sitting and acknowledges them.</summary>
internal sealed class MinutesPage(Store store, PersonalPages pages, AcknowledgeMinutes minutes, MinutesCard card, MinutesFingerprint fingerprints, RefusalTexts refusals)
{
    private static readonly Texts Texts = Texts.Of("Features.Minutes");

    public async Task ShowAsync(HttpContext http)
    {
        if (await OpenAsync(http) is var (visit, sitting))
        {
            await ShowAsync(http, visit, sitting);
        }
    }

    public async Task TakeAsync(HttpContext http)
    {
        if (await OpenAsync(http) is not var (visit, sitting) || await pages.ReadFormAsync(http) is not { } sent)
        {
            return;
        }

        if (sent["do"] != "acknowledge")
        {
            await ShowAsync(http, visit, sitting);
            return;
        }

        var outcome = await minutes.AcknowledgeAsync(sitting.Id, visit.Person, sent["fingerprint"].ToString(), sent[AcknowledgeMinutes.Reservation].ToString(), null, null, http.RequestAborted);
        if (outcome.Refusal is { } refusal)
        {
            await ShowAsync(http, visit, outcome.State!, refusal, sent[AcknowledgeMinutes.Reservation].ToString());
            return;
        }

        PersonalPages.SeeAgain(http, visit);
    }

    private Task ShowAsync(HttpContext http, Visit visit, Sitting sitting, Refusal? fault = null, string? typed = null) => pages.ShowAsync(
        http, visit.Language, card.Heading(visit.Language), Body(visit, sitting, fault, typed), card.Mark(sitting, visit.Language), fault is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict, FormScript.Page);

    private Html Body(Visit visit, Sitting sitting, Refusal? fault, string? typed)
    {
        var (language, fingerprint) = (visit.Language, fingerprints.Of(sitting, visit.Person));
        var acknowledged = sitting.Acknowledged(visit.Person.Id, fingerprint);
        return $"""
            <h1>{card.Heading(language)}</h1>{CardMail.Page(card.Head(sitting, language).Select(Cards.Line))}{Status(visit, acknowledged, fault)}
            {CardMail.Page(card.Content(sitting, visit.Person, language))}<p class="quiet">{T(language, "Fingerprint", MinutesFingerprint.Short(fingerprint))}</p>
            {(acknowledged is null ? Form(fingerprint, typed, language) : Html.Empty)}
            """;
    }

    private Html Status(Visit visit, Acknowledgement? acknowledged, Refusal? fault) => (acknowledged, fault) switch
    {
        (not null, _) => $"<p class=\"notice good\" role=\"status\">{T(visit.Language, "Done", card.Moment(acknowledged.At, visit.Person, visit.Language))}{(acknowledged.Reservation is { } said ? $" {T(visit.Language, "Reserved", said)}" : "")}</p>",
        (_, not null) => $"<p class=\"notice bad\" role=\"alert\">{refusals.Say(fault, visit.Language)}</p>",
        _ => $"<p class=\"notice\">{T(visit.Language, "HowTo")}</p>",
    };

    private static Html Form(string fingerprint, string? typed, string language) =>
        $"<form method=\"post\"{FormScript.Kept(language)}><input type=\"hidden\" name=\"fingerprint\" value=\"{fingerprint}\"><p><label for=\"reservation\">{T(language, "Reservation")}</label><textarea id=\"reservation\" name=\"{AcknowledgeMinutes.Reservation}\" rows=\"3\" maxlength=\"{Domain.ScoreSheets.SheetEntry.CommentLimit}\">{typed}</textarea></p><div class=\"save\"><button name=\"do\" value=\"acknowledge\">{T(language, "Do")}</button></div></form>";

    // The reader and the sitting; who may not read its minutes opens nothing.
    private async Task<(Visit Visit, Sitting Sitting)?> OpenAsync(HttpContext http)
    {
        if (await pages.OpenAsync(http, MinutesLink.Purpose) is not { } visit)
        {
            return null;
        }

        if (await store.ReadAsync(Aggregates.Sittings, visit.Link.About, http.RequestAborted) is { } sitting && SittingVerbs.WhyNotAcknowledge(sitting, visit.Person.Id) is null)
        {
            return (visit, sitting);
        }

        await pages.GoneAsync(http);
        return null;
    }

    private static string T(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);
}

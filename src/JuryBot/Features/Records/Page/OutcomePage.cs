using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Exams;
using JuryBot.Pages;
using JuryBot.Storage;

namespace JuryBot.Features.Records.Page;

/// <summary>GET and POST /outcome/{token}: what a published sitting said of a candidate, as it stands now: an annulled result is shown so. Its
/// form asks to see what the jury wrote.</summary>
internal sealed class OutcomePage(Store store, PersonalPages pages, OutcomeTexts texts, AskAssessment assessments, OrganisationSettings organisation, RefusalTexts refusals)
{
    public async Task ShowAsync(HttpContext http)
    {
        if (await OpenAsync(http) is var (visit, sitting, record))
        {
            await ShowAsync(http, visit, sitting, record);
        }
    }

    public async Task TakeAsync(HttpContext http)
    {
        if (await OpenAsync(http) is not var (visit, sitting, record) || await pages.ReadFormAsync(http) is not { } sent)
        {
            return;
        }

        if (sent["do"] != "ask")
        {
            await ShowAsync(http, visit, sitting, record);
            return;
        }

        var outcome = await assessments.AskAsync(sitting.Id, new Command(Verbs.AskAssessment, visit.Person.Id), http.RequestAborted);
        if (outcome.Refusal is { } refusal)
        {
            await ShowAsync(http, visit, outcome.State!, record, refusals.Say(refusal, visit.Language));
            return;
        }

        PersonalPages.SeeAgain(http, visit);
    }

    private Task ShowAsync(HttpContext http, Visit visit, Sitting sitting, CandidateRecord record, string? fault = null) => pages.ShowAsync(
        http, visit.Language, texts.T(visit.Language, "Page.Title"), Body(visit, sitting, record, fault), texts.Mark(sitting, visit.Language), fault is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict, FormScript.Page);

    // The reader and what there is to read; nothing published, and the link opens nothing.
    private async Task<(Visit Visit, Sitting Sitting, CandidateRecord Record)?> OpenAsync(HttpContext http)
    {
        if (await pages.OpenAsync(http, OutcomeLink.Purpose) is not { } visit)
        {
            return null;
        }

        var sitting = await store.ReadAsync(Aggregates.Sittings, visit.Link.About, http.RequestAborted);
        var record = await store.ReadAsync(Aggregates.Candidates, visit.Person.Id, http.RequestAborted);
        if (sitting is not null && record?.OutcomesOf(sitting.Id) is { } outcomes && (outcomes.Results.Count > 0 || outcomes.Award is not null))
        {
            return (visit, sitting, record);
        }

        await pages.GoneAsync(http);
        return null;
    }

    private Html Body(Visit visit, Sitting sitting, CandidateRecord record, string? fault)
    {
        var language = visit.Language;
        return $"""
            <h1>{texts.T(language, "Page.Title")}</h1><p>{texts.Subject(sitting, language)}</p><p>{texts.T(language, "Hello", record.Name)}</p>{texts.Presented(sitting, record, language).Select(line => (Html)$"<p>{line}</p>")}{(fault is null ? Html.Empty : Fault(fault))}
            {record.OutcomesOf(sitting.Id).Results.Select(result => Result(sitting, result, language))}{texts.Award(sitting, record, language).Select(line => (Html)$"<p class=\"notice\"><strong>{line}</strong></p>")}
            {(sitting.Exam(visit.Person.Id) is { } exam ? Assessment(visit, exam) : Html.Empty)}
            """;
    }

    private Html Result(Sitting sitting, BlockResult result, string language) =>
        $"<section class=\"notice{(result.Annulled is null && result.Outcome is BlockOutcome.Favourable or BlockOutcome.Acquired ? " good" : "")}\"><h2>{texts.BlockName(sitting, result.Block, language)}</h2><p>{texts.Say(result, language)}</p></section>";

    // What the jury wrote comes by mail once the coordination lets it.
    private Html Assessment(Visit visit, Exam exam)
    {
        var language = visit.Language;
        return $"""
            <section class="card"><h2>{texts.T(language, "Assessment.Subject")}</h2>{exam.Assessment switch
            {
                null => Ask("Page.Ask.HowTo", "Page.Ask", language),
                { GrantedAt: { } granted } request => Ask("Page.Granted", "Page.AskAgain", language, Moment(granted), Moment(request.SentAt ?? granted)),
                var asked => Asked(texts.T(language, "Page.Asked", Moment(asked.At))),
            }}</section>
            """;

        string Moment(DateTimeOffset at) => at.Long(organisation.ZoneOf(visit.Person), language);
    }

    private Html Ask(string says, string button, string language, params object?[] arguments) =>
        $"<p>{texts.T(language, says, arguments)}</p><form method=\"post\"{FormScript.Kept(language)}><button class=\"second\" name=\"do\" value=\"ask\">{texts.T(language, button)}</button></form>";

    private static Html Asked(string says) => $"<p role=\"status\">{says}</p>";

    private static Html Fault(string says) => $"<p class=\"notice bad\" role=\"alert\">{says}</p>";
}

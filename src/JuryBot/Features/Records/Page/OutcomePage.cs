using JuryBot.Domain.Awards;
using JuryBot.Domain.Exams;
using JuryBot.Pages;
using JuryBot.Storage;

namespace JuryBot.Features.Records.Page;

/// <summary>GET /outcome/{token}: what a published sitting said of a candidate, as it stands now: an annulled result is shown so.</summary>
internal sealed class OutcomePage(Store store, PersonalPages pages, OutcomeTexts texts)
{
    public async Task ShowAsync(HttpContext http)
    {
        if (await pages.OpenAsync(http, OutcomeLink.Purpose) is not { } visit)
        {
            return;
        }

        var sitting = await store.ReadAsync(Aggregates.Sittings, visit.Link.About, http.RequestAborted);
        var record = await store.ReadAsync(Aggregates.Candidates, visit.Person.Id, http.RequestAborted);
        if (sitting is null || record?.OutcomesOf(sitting.Id) is not { } outcomes || (outcomes.Results.Count == 0 && outcomes.Award is null))
        {
            await pages.GoneAsync(http);
            return;
        }

        await pages.ShowAsync(http, visit.Language, texts.T(visit.Language, "Page.Title"), Body(sitting, record, outcomes, visit.Language));
    }

    private Html Body(Sitting sitting, CandidateRecord record, PublishedOutcomes outcomes, string language) => $"""
        <h1>{texts.T(language, "Page.Title")}</h1><p>{texts.Subject(sitting, language)}</p><p>{texts.T(language, "Hello", record.Name)}</p>
        {outcomes.Results.Select(result => Result(sitting, result, language))}{texts.Award(sitting, record, language).Select(line => (Html)$"<p class=\"notice\"><strong>{line}</strong></p>")}
        {(texts.Fictitious(sitting, language) is { } note ? Note(note) : Html.Empty)}
        """;

    private Html Result(Sitting sitting, BlockResult result, string language) =>
        $"<section class=\"notice{(result.Annulled is null && result.Outcome is BlockOutcome.Favourable or BlockOutcome.Acquired ? " good" : "")}\"><h2>{texts.BlockName(sitting, result.Block, language)}</h2><p>{texts.Say(result, language)}</p></section>";

    private static Html Note(string note) => $"<p><em>{note}</em></p>";
}

using JuryBot.Domain.Sessions;
using JuryBot.Pages;
using JuryBot.Storage;

namespace JuryBot.Features.Availability;

/// <summary>GET and POST /availability/{token}: a juror without an account answers from the link in their mail. Who answers, and for which
/// session, is what the link was made for.</summary>
internal sealed class AnswerPage(Store store, PersonalPages pages, PollForm form, PollTexts texts, TimeProvider time)
{
    public const string Purpose = "availability";

    public async Task ShowAsync(HttpContext http)
    {
        if (await OpenAsync(http) is var (visit, session))
        {
            await pages.ShowAsync(http, visit.Language, form.Title(visit.Language), form.Show(session, session.PollOf(visit.Person.Id)!, visit.Person), texts.Mark(session, visit.Language), script: FormScript.Page);
        }
    }

    public async Task SaveAsync(HttpContext http)
    {
        if (await OpenAsync(http) is not var (visit, session) || await pages.ReadFormAsync(http) is not { } sent)
        {
            return;
        }

        var juror = visit.Person;
        var typed = sent.ToDictionary(field => field.Key, field => field.Value.ToString());
        var outcome = await store.ExecuteAsync(
            Aggregates.Sessions, session.Id, new Command("availability.answer", juror.Id), known => PollVerbs.Answer(known!, juror.Id, typed, time.GetUtcNow()), ct: http.RequestAborted);
        if (outcome.Refusal is { } refusal)
        {
            var body = form.Show(outcome.State!, outcome.State!.PollOf(juror.Id)!, juror, typed, refusal);
            await pages.ShowAsync(http, visit.Language, form.Title(visit.Language), body, texts.Mark(session, visit.Language), StatusCodes.Status409Conflict, FormScript.Page);
            return;
        }

        PersonalPages.SeeAgain(http, visit);
    }

    // The person and the session a link is for; one that opens nothing is answered here.
    private async Task<(Visit Visit, Session Session)?> OpenAsync(HttpContext http)
    {
        if (await pages.OpenAsync(http, Purpose) is not { } visit)
        {
            return null;
        }

        if (await store.ReadAsync(Aggregates.Sessions, visit.Link.About, http.RequestAborted) is { } session && session.PollOf(visit.Person.Id) is not null)
        {
            return (visit, session);
        }

        await pages.GoneAsync(http);
        return null;
    }
}

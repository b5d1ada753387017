using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.People;
using JuryBot.Domain.Sessions;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Availability;

/// <summary>GET and POST /availability/{token}: a juror without an account answers from the link in their mail. Who answers, and for which
/// session, is what the link was made for; reading changes nothing, since mail scanners follow links.</summary>
internal sealed class AnswerPage(Store store, PeopleRegister people, PersonalLinks links, PollForm form, OrganisationSettings organisation, TimeProvider time)
{
    public const string Purpose = "availability";
    public const string Path = "availability";

    public async Task ShowAsync(string token, HttpContext http)
    {
        if (await OpenAsync(token, http) is not var (session, juror))
        {
            return;
        }

        await WriteAsync(http, StatusCodes.Status200OK, form.Show(session, session.PollOf(juror.Id)!, juror));
    }

    public async Task SaveAsync(string token, HttpContext http)
    {
        if (await OpenAsync(token, http) is not var (session, juror))
        {
            return;
        }

        var sent = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
        var typed = sent.ToDictionary(field => field.Key, field => field.Value.ToString());
        var outcome = await store.ExecuteAsync(
            Aggregates.Sessions, session.Id, new Command("availability.answer", juror.Id), known => PollVerbs.Answer(known!, juror.Id, typed, time.GetUtcNow()), ct: http.RequestAborted);
        if (outcome.Refusal is { } refusal)
        {
            await WriteAsync(http, StatusCodes.Status409Conflict, form.Show(outcome.State!, outcome.State!.PollOf(juror.Id)!, juror, typed, refusal));
            return;
        }

        // Read again rather than sent again when the page is reloaded.
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = $"{http.Request.Path}?lang={juror.Language}";
    }

    // The session and the person a link is for, in the language chosen on the page or theirs; one that opens nothing is answered here.
    private async Task<(Session Session, Person Juror)?> OpenAsync(string token, HttpContext http)
    {
        var chosen = http.Request.Query["lang"].ToString() is "fr" or "en" ? http.Request.Query["lang"].ToString() : null;
        if (await links.FindAsync(token, Purpose, http.RequestAborted) is { } link
            && await store.ReadAsync(Aggregates.Sessions, link.About, http.RequestAborted) is { } session
            && session.PollOf(link.Person) is not null
            && await people.GetAsync(link.Person, http.RequestAborted) is { } juror)
        {
            return (session, juror with { Language = chosen ?? juror.Language });
        }

        var accepted = http.Request.GetTypedHeaders().AcceptLanguage.Select(l => l.Value.ToString()).FirstOrDefault() ?? organisation.Language;
        await WriteAsync(http, StatusCodes.Status404NotFound, form.Gone(chosen ?? (accepted.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? "fr" : "en")));
        return null;
    }

    private static Task WriteAsync(HttpContext http, int status, string html)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.ContentSecurityPolicy = PollForm.SecurityPolicy;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        return http.Response.WriteAsync(html, http.RequestAborted);
    }
}

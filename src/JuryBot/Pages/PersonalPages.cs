using JuryBot.Configuration;
using JuryBot.Identity;

namespace JuryBot.Pages;

/// <summary>Opens personal links and answers with pages. Opening changes nothing, since mail scanners follow links; a link that is unknown,
/// expired, revoked or for something else is always answered alike.</summary>
internal sealed class PersonalPages(PersonalLinks links, PeopleRegister people, PageFrame frame, OrganisationSettings organisation)
{
    /// <summary>Marks the address of a page that is seen after a change whose messages wait.</summary>
    public const string Later = "later";

    private static readonly Texts Texts = Texts.Of("Pages");

    /// <summary>Who comes by the link in the path, for this purpose; <c>null</c> when it opens nothing, which is answered here.</summary>
    public async Task<Visit?> OpenAsync(HttpContext http, string purpose)
    {
        if (await links.FindAsync(http.GetRouteValue("token") as string ?? "", purpose, http.RequestAborted) is { } link
            && await people.GetAsync(link.Person, http.RequestAborted) is { } person && !(link.Issued <= person.LinksRevokedAt))
        {
            return new Visit(link, person with { Language = Chosen(http) ?? person.Language });
        }

        await GoneAsync(http);
        return null;
    }

    /// <summary>What a link says that opens nothing, and nothing of what it may once have opened.</summary>
    public Task GoneAsync(HttpContext http) => SayAsync(http, StatusCodes.Status404NotFound, "Gone", organisation.Reached);

    /// <summary>A page of two sentences: texts <c>{key}</c> and <c>{key}.Next</c>, in the language of the page, else the browser's, else the organisation's.</summary>
    public Task SayAsync(HttpContext http, int status, string key, params object?[] arguments)
    {
        var language = Language(http);
        return ShowAsync(http, language, Texts.Get(language, key), $"<h1>{Texts.Get(language, key)}</h1><p>{Texts.Get(language, $"{key}.Next", arguments)}</p>", mark: null, status);
    }

    /// <summary>What JuryBot needs does not answer: when to come again, and that the browser has kept what was typed.</summary>
    /// <param name="sentence">In the language of the page.</param>
    public Task AwayAsync(HttpContext http, string sentence)
    {
        var language = Language(http);
        PageRoutes.Protect(http.Response);
        return ShowAsync(http, language, Texts.Get(language, "Away"), $"<h1>{Texts.Get(language, "Away")}</h1><p>{sentence} {Texts.Get(language, "Away.Next")}</p>", mark: null, StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>The language asked for, else the browser's, else the organisation's.</summary>
    public string Language(HttpContext http)
    {
        var accepted = http.Request.GetTypedHeaders().AcceptLanguage.Select(l => l.Value.ToString()).FirstOrDefault() ?? organisation.Language;
        return Chosen(http) ?? (accepted.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? "fr" : "en");
    }

    /// <param name="mark">What marks a fictitious registration, of what the page is about; <c>null</c> where there is nothing to mark.</param>
    public Task ShowAsync(HttpContext http, string language, string title, Html body, string? mark, int status = StatusCodes.Status200OK, PageScript? script = null)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.ContentSecurityPolicy = PageStyle.SecurityPolicy + script?.Policy;
        if (http.Request.Query[Later] == "1")
        {
            body = $"<p role=\"status\"><strong>{Texts.Get(language, "Later")}</strong></p>{body}";
        }

        return http.Response.WriteAsync(frame.Show(language, title, body, mark, script), http.RequestAborted);
    }

    /// <summary>Has the page read again after a change, so that nothing is sent twice when it is reloaded.</summary>
    public static void SeeAgain(HttpContext http, Visit visit)
    {
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = $"{http.Request.Path}?lang={visit.Language}";
    }

    /// <summary>The form that was sent; <c>null</c> when it cannot be read, which is answered here.</summary>
    public async Task<IFormCollection?> ReadFormAsync(HttpContext http)
    {
        try
        {
            return http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
        }
        catch (Exception unreadable) when (unreadable is BadHttpRequestException or InvalidDataException)
        {
            await SayAsync(http, (unreadable as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest, "Unreadable");
            return null;
        }
    }

    private static string? Chosen(HttpContext http) => http.Request.Query["lang"].ToString() is "fr" or "en" ? http.Request.Query["lang"].ToString() : null;
}

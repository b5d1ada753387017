using JuryBot.Configuration;
using JuryBot.Pages;

namespace JuryBot.Features.AppPackage;

/// <summary>What the app's manifests point to beside the console and the pane: icons, and what JuryBot does with what it knows of people.</summary>
internal static class AppRoutes
{
    private const string ForADay = "public, max-age=86400";

    private static readonly Texts Texts = Texts.Of("Features.AppPackage");

    public static void MapAppPackage(this WebApplication app)
    {
        app.MapGet("/icons/{size:int}.png", (int size, HttpContext http) =>
        {
            if (AppPackage.Icon(size) is not { } icon)
            {
                return Results.NotFound();
            }

            http.Response.Headers.CacheControl = ForADay;
            return Results.Bytes(icon, "image/png");
        }).AllowAnonymous();
        app.MapGet("/privacy", (HttpContext http, PersonalPages pages, OrganisationSettings organisation, RetentionSettings retention) =>
            ShowAsync(http, pages, "Privacy", organisation.Name, organisation.Reached, retention.MinutesYears, retention.ReferencesMonths)).AllowAnonymous();
        app.MapGet("/terms", (HttpContext http, PersonalPages pages, OrganisationSettings organisation) =>
            ShowAsync(http, pages, "Terms", organisation.Name, organisation.Reached)).AllowAnonymous();
    }

    // A page of questions, each with its answer: texts {page}.1, {page}.1.Answer and so on.
    private static Task ShowAsync(HttpContext http, PersonalPages pages, string page, params object?[] arguments)
    {
        var language = pages.Language(http);
        var questions = Enumerable.Range(1, int.MaxValue).Select(i => $"{page}.{i}").TakeWhile(key => Texts.Has(key));
        Html body = $"<h1>{Texts.Get(language, page)}</h1>{questions.Select(key => (Html)$"<h2>{Texts.Get(language, key)}</h2><p>{Texts.Get(language, $"{key}.Answer", arguments)}</p>")}";
        return pages.ShowAsync(http, language, Texts.Get(language, page), body, mark: null);
    }
}

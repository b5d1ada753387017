using JuryBot.Configuration;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace JuryBot.Pages;

internal static class PageRoutes
{
    // Fifteen comments of the largest size, escaped.
    private const int LargestForm = 512 * 1024;

    /// <summary>Marks the routes that a personal link opens.</summary>
    private sealed record PersonalRoute;

    public static IServiceCollection AddPages(this IServiceCollection services) => services
        .AddSingleton<PageFrame>()
        .AddSingleton<PersonalPages>()
        .AddSingleton<LinkMail>();

    /// <summary>Whether a request is for what a personal link opens, or failed there.</summary>
    public static bool IsPersonal(this HttpContext http) => IsPersonal(http.GetEndpoint() ?? http.Features.Get<IExceptionHandlerFeature>()?.Endpoint);

    /// <summary>The routes below <c>/{path}/{token}</c>: whoever has the link is let in, for what the link is for. HEAD is answered as GET is.</summary>
    public static RouteGroupBuilder MapPersonal(this WebApplication app, string path)
    {
        var group = app.MapGroup($"/{path}/{{token}}").AllowAnonymous().WithMetadata(new PersonalRoute(), new RequestSizeLimitAttribute(LargestForm));
        group.AddEndpointFilter(async (call, next) =>
        {
            Protect(call.HttpContext.Response);
            if (!HttpMethods.IsPost(call.HttpContext.Request.Method))
            {
                return await next(call);
            }

            if (IsOurs(call.HttpContext))
            {
                return await TakeAsync(call, next);
            }

            await call.HttpContext.RequestServices.GetRequiredService<PersonalPages>().SayAsync(call.HttpContext, StatusCodes.Status403Forbidden, "Foreign");
            return Results.Empty;
        });
        return group;
    }

    // The page that is seen after a change says when what it sends waits for a service that does not answer.
    private static async ValueTask<object?> TakeAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var decided = Storage.DecidedEffects.Listen();
        var answer = await next(call);
        var (http, pages) = (call.HttpContext, call.HttpContext.RequestServices.GetRequiredService<PersonalPages>());
        if (http.Response is { StatusCode: StatusCodes.Status303SeeOther, HasStarted: false } response && http.RequestServices.GetRequiredService<SavedForLater>().Say(decided, pages.Language(http)) is not null)
        {
            response.Headers.Location = $"{response.Headers.Location}&{PersonalPages.Later}=1";
        }

        return answer;
    }

    /// <summary>A route that only reads.</summary>
    public static void MapRead(this RouteGroupBuilder group, string pattern, Delegate handler) => group.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], handler);

    private static bool IsPersonal(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<PersonalRoute>() is not null;

    public static void Protect(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["X-Robots-Tag"] = "noindex, nofollow";
    }

    // The browser says where a form comes from. An older one names the origin only, and "null" for a page that sends no referrer, as ours do.
    private static bool IsOurs(HttpContext http)
    {
        if (http.Request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return site is "same-origin" or "none";
        }

        var origin = http.Request.Headers.Origin.ToString();
        return origin is "" or "null" || origin == http.RequestServices.GetRequiredService<Settings>().PublicUrl.GetLeftPart(UriPartial.Authority);
    }
}

using JuryBot.Pages;
using JuryBot.Storage;
using Microsoft.AspNetCore.Diagnostics;

namespace JuryBot.Operations.Web;

/// <summary>During an upgrade an older replica may meet what a newer one wrote: it says so, and the next try may reach the newer.</summary>
internal sealed class NewerVersion(PersonalPages pages) : IExceptionHandler
{
    private const string Soon = "5";
    private static readonly Texts Texts = Texts.Of("Pages");

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not SchemaTooNewException)
        {
            return false;
        }

        httpContext.Response.Headers.RetryAfter = Soon;
        if (httpContext.IsPersonal())
        {
            await pages.SayAsync(httpContext, StatusCodes.Status503ServiceUnavailable, "Newer");
        }
        else
        {
            var language = pages.Language(httpContext);
            await Results.Problem(statusCode: StatusCodes.Status503ServiceUnavailable, title: Texts.Get(language, "Newer"), detail: Texts.Get(language, "Newer.Next")).ExecuteAsync(httpContext);
        }

        return true;
    }
}

using Azure;
using JuryBot.Identity;
using JuryBot.Pages;
using JuryBot.Teams;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Kiota.Abstractions;

namespace JuryBot;

/// <summary>A service JuryBot needs does not answer, or answers that it will not now: trying again later may help. People are told so in a sentence.</summary>
internal static class Outage
{
    private static readonly Texts Texts = Texts.Of("Features");

    /// <summary>What a person is told who pressed, sent or asked meanwhile; <c>null</c> for a failure that is none of these.</summary>
    public static string? Say(Exception failure, string language) => Key(failure) is { } key ? Texts.Get(language, key) : null;

    /// <summary>Whether it is one of these failures.</summary>
    public static bool IsOne(Exception failure) => Key(failure) is not null;

    private static string? Key(Exception failure) => failure switch
    {
        Storage.UnavailableException => "Outage.Microsoft",
        // Storage's client tells of every attempt it made.
        AggregateException { InnerExceptions: [.., OperationCanceledException] } => "Outage.Storage",
        AggregateException { InnerExceptions: [.., var last] } => Key(last),
        RequestFailedException { Status: 0 or StatusCodes.Status408RequestTimeout or StatusCodes.Status429TooManyRequests or >= StatusCodes.Status500InternalServerError } => "Outage.Storage",
        ApiException { ResponseStatusCode: 0 or StatusCodes.Status401Unauthorized or StatusCodes.Status429TooManyRequests or >= StatusCodes.Status500InternalServerError } => "Outage.Microsoft",
        ConnectorException { IsPassing: true } or HttpRequestException or TimeoutException or OperationCanceledException => "Outage.Microsoft",
        _ => null,
    };
}

/// <summary>Answers a request that met an outage: 503 and, in a minute, again; a page to whoever came by a personal link, a problem to everybody else.</summary>
internal sealed class OutageHandler(PersonalPages pages) : IExceptionHandler
{
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(1);

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var language = CallerFilter.Find(httpContext)?.Language ?? pages.Language(httpContext);
        if (httpContext.RequestAborted.IsCancellationRequested || Outage.Say(exception, language) is not { } sentence)
        {
            return false;
        }

        httpContext.Response.Headers.RetryAfter = Wait.TotalSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (httpContext.IsPersonal())
        {
            await pages.AwayAsync(httpContext, sentence);
        }
        else
        {
            await Results.Problem(statusCode: StatusCodes.Status503ServiceUnavailable, type: "urn:jurybot:outage", title: sentence).ExecuteAsync(httpContext);
        }

        return true;
    }
}

using System.Net.Mime;
using System.Text.Json;
using JuryBot.Teams.Cards;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace JuryBot.Teams;

/// <summary>The one HTTP endpoint the channel posts activities to.</summary>
internal sealed partial class BotEndpoint(BotAuthentication authentication, ConnectorClient connector, ILogger<BotEndpoint> logger)
{
    /// <summary>Largest activity read. Teams stays far below.</summary>
    public const int MaxBodyBytes = 256 * 1024;

    private static readonly InvokeResponse NotImplemented = new(StatusCodes.Status501NotImplemented);

    /// <summary>405 for another method, 401 unless the channel's token stands for this activity, 400 or 413 for one that cannot be read,
    /// then the handler: 200 and an empty body for what is not an invoke, the handler's answer to an invoke, 501 when it has none.</summary>
    public async Task<IResult> HandleAsync(HttpContext http, BotHandler handler)
    {
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.Headers.Allow = HttpMethods.Post;
            return Results.StatusCode(StatusCodes.Status405MethodNotAllowed);
        }

        var ct = http.RequestAborted;
        if (await authentication.AuthenticateAsync(http.Request.Headers.Authorization, ct) is not { } token)
        {
            return Unauthenticated(http);
        }

        Activity activity;
        try
        {
            activity = await ReadAsync(http.Request.Body, ct);
        }
        catch (JsonException)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }
        catch (BadHttpRequestException problem)
        {
            return Results.StatusCode(problem.StatusCode);
        }

        if (!authentication.Admits(token, activity))
        {
            return Unauthenticated(http);
        }

        var caller = new Caller(activity.From!.Id, activity.From.AadObjectId, activity.GetTenantId(), !ReferenceEquals(token, ChannelToken.None));
        var turn = new TurnContext(activity, caller, connector, http.RequestServices);
        switch (activity)
        {
            case { Type: ActivityTypes.Invoke, Name: InvokeNames.AdaptiveCardAction }:
                return Answer(await HandleCardActionAsync(turn, handler, ct));
            case { Type: ActivityTypes.Invoke }:
                return Answer(await handler(turn, ct) ?? NotImplemented);
            default:
                await handler(turn, ct);
                return Results.StatusCode(StatusCodes.Status200OK);
        }
    }

    /// <summary>A card action is answered with HTTP 200 even when the handler fails: the failure stands in the body.</summary>
    private async Task<InvokeResponse> HandleCardActionAsync(TurnContext turn, BotHandler handler, CancellationToken ct)
    {
        if (CardSubmission.From(turn.Activity) is null)
        {
            return AdaptiveCardInvokeResponse.BadRequest("BadRequest", "The card action could not be read.");
        }

        try
        {
            return await handler(turn, ct) ?? NotImplemented;
        }
        catch (Exception problem) when (!ct.IsCancellationRequested)
        {
            LogFailed(problem);
            return AdaptiveCardInvokeResponse.ServerError("InternalServerError", "The card action failed.");
        }
    }

    /// <exception cref="JsonException">The body is not an activity that could be answered.</exception>
    private static async Task<Activity> ReadAsync(Stream body, CancellationToken ct)
    {
        var activity = await JsonSerializer.DeserializeAsync<Activity>(body, TeamsJson.Options, ct);
        return activity is { Type.Length: > 0, Conversation.Id.Length: > 0, From.Id.Length: > 0 }
            && !Enumerable.Contains([.. activity.MembersAdded ?? [], .. activity.MembersRemoved ?? []], (ChannelAccount?)null)
                ? activity
                : throw new JsonException("The activity lacks its type, conversation or sender.");
    }

    private static IResult Unauthenticated(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return Results.StatusCode(StatusCodes.Status401Unauthorized);
    }

    private static IResult Answer(InvokeResponse response) => response.Body is null
        ? Results.StatusCode(response.Status)
        : Results.Json(response.Body, TeamsJson.Options, MediaTypeNames.Application.Json, response.Status);

    [LoggerMessage(Level = LogLevel.Error, Message = "A card action failed")]
    private partial void LogFailed(Exception problem);
}

using System.Net.Mime;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace JuryBot.Teams;

/// <summary>The one HTTP endpoint the channel posts activities to.</summary>
internal sealed partial class BotEndpoint(BotAuthentication authentication, Turns turns, ILogger<BotEndpoint> logger)
{
    /// <summary>Largest activity read. Teams stays far below.</summary>
    public const int MaxBodyBytes = 256 * 1024;

    /// <summary>405 for another method, 401 unless the channel's token stands for this activity, 400 or 413 for one that cannot be read,
    /// then what comes of the turn.</summary>
    public async Task HandleAsync(HttpContext http, BotHandler handler)
    {
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.Headers.Allow = HttpMethods.Post;
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        if (await authentication.AuthenticateAsync(http.Request.Headers.Authorization, http) is not { } token)
        {
            Refuse(http);
            return;
        }

        http.Features.Set(FromChannel.Yes);
        Activity activity;
        try
        {
            // The server ends reading and writing itself when the channel goes away.
            activity = await ActivityReader.ReadAsync(http.Request.BodyReader);
        }
        catch (JsonException)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        catch (BadHttpRequestException problem)
        {
            http.Response.StatusCode = problem.StatusCode;
            return;
        }

        if (!authentication.Admits(token, activity))
        {
            Refuse(http);
            return;
        }

        var caller = new Caller(activity.From!.Id, activity.From.AadObjectId, activity.GetTenantId(), !ReferenceEquals(token, ChannelToken.None));
        await AnswerAsync(http.Response, await turns.RunAsync(activity, caller, handler, http));
    }

    private static void Refuse(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer";
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
    }

    private async Task AnswerAsync(HttpResponse response, InvokeResponse answer)
    {
        response.StatusCode = answer.Status;
        if (answer.Body is { } body)
        {
            var bytes = JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), TeamsJson.Options);
            if (bytes.Length > ConnectorClient.MaxMessageBytes && body is AdaptiveCardInvokeResponse)
            {
                LogTooLarge();
                bytes = JsonSerializer.SerializeToUtf8Bytes(AdaptiveCardInvokeResponse.ServerError("MessageSizeTooBig", "The card is larger than the channel takes."), TeamsJson.Options);
            }

            response.ContentType = MediaTypeNames.Application.Json;
            response.ContentLength = bytes.Length;
            await response.BodyWriter.WriteAsync(bytes);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An answer's card was larger than the channel takes")]
    private partial void LogTooLarge();
}

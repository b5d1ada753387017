using System.Net;
using System.Text.Json;

namespace JuryBot.Teams;

/// <summary>Reads <c>{"error":{"code","message"}}</c> into the exception it means. The message is left out: it may name people.</summary>
internal static class ConnectorFailure
{
    public static async Task<ConnectorException> ReadAsync(HttpResponseMessage response, CancellationToken ct)
    {
        var code = await ReadCodeAsync(response, ct);
        return (response.StatusCode, code) switch
        {
            (HttpStatusCode.Forbidden, "MessageWritesBlocked" or "ConversationBlockedByUser" or "BotNotInConversationRoster") => new MessageWritesBlockedException(code),
            (HttpStatusCode.RequestEntityTooLarge, _) => new MessageTooLargeException(code),
            var (status, _) => new ConnectorException(status, code, RetryAfter(response)),
        };
    }

    /// <summary>How long the channel asks to be left alone for, given in seconds or as a moment by the channel's own clock.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when response.Headers.Date is { } now => date > now ? date - now : TimeSpan.Zero,
        _ => null,
    };

    private static async Task<string?> ReadCodeAsync(HttpResponseMessage response, CancellationToken ct)
    {
        try
        {
            using var body = JsonDocument.Parse(await response.Content.ReadAsStreamAsync(ct));
            return body.RootElement.Member("error")?.Member("code")?.AsText();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

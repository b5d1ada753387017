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
            var (status, _) => new ConnectorException(status, code, response.RetryAfter()),
        };
    }

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

using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace JuryBot.Teams;

/// <summary>Speaks to the channel: creates conversations, sends, changes and deletes messages, reads rosters. Sends the bot's token only
/// to service addresses that <see cref="BotOptions.ServiceUrls"/> allows; escapes every id. A new message is delivered at least once: see <see cref="ConnectorOptions"/>.
/// Every method throws <see cref="ConnectorException"/> when the connector says no (or yes, code "Unreadable", without the id or member asked for), <see cref="HttpRequestException"/> or
/// <see cref="TimeoutException"/> when it could not be heard (the outcome is then unknown), and <see cref="ArgumentException"/> for a service address or id that may not be used.</summary>
public sealed class ConnectorClient
{
    /// <summary>Largest message sent, in bytes of UTF-8 JSON: Teams refuses 100 KB, measured in its own way.</summary>
    public const int MaxMessageBytes = 80 * 1024;

    /// <summary>Name of the connector's HTTP client, for a host that adds a handler below the retries.</summary>
    public const string HttpClientName = "JuryBot.Teams.Connector";

    private const int MembersPerPage = 200;

    private readonly HttpMessageInvoker client;
    private readonly ServiceAddresses addresses;

    // Time limits and buffering are the handlers' work: a client around them would only count the time once more.
    internal ConnectorClient(IHttpMessageHandlerFactory handlers, ServiceAddresses addresses) =>
        (client, this.addresses) = (new(handlers.CreateHandler(HttpClientName), disposeHandler: false), addresses);

    /// <returns>The conversation's id.</returns>
    public async Task<string> CreateConversationAsync(string serviceUrl, ConversationParameters parameters, CancellationToken ct = default)
    {
        var lane = parameters.Members is [var first, ..] ? first.Id : throw new ArgumentException("A conversation needs a member.", nameof(parameters));
        using var response = await SendAsync(HttpMethod.Post, serviceUrl, Address(serviceUrl), lane, parameters, ct);
        return await ReadIdAsync(response, ct);
    }

    /// <returns>The id of the message, with which it can be updated.</returns>
    /// <exception cref="MessageWritesBlockedException"/>
    /// <exception cref="MessageTooLargeException"/>
    public async Task<string> SendToConversationAsync(string serviceUrl, string conversationId, Activity activity, CancellationToken ct = default)
    {
        using var response = await SendAsync(HttpMethod.Post, serviceUrl, Address(serviceUrl, conversationId, "activities"), conversationId, activity, ct);
        return await ReadIdAsync(response, ct);
    }

    /// <summary>Replaces a message for everyone who sees it.</summary>
    /// <exception cref="MessageWritesBlockedException"/>
    /// <exception cref="MessageTooLargeException"/>
    public async Task UpdateActivityAsync(string serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken ct = default)
    {
        using var response = await SendAsync(HttpMethod.Put, serviceUrl, Address(serviceUrl, conversationId, "activities", activityId), conversationId, activity with { Id = activityId }, ct);
    }

    public async Task DeleteActivityAsync(string serviceUrl, string conversationId, string activityId, CancellationToken ct = default)
    {
        using var response = await SendAsync(HttpMethod.Delete, serviceUrl, Address(serviceUrl, conversationId, "activities", activityId), conversationId, null, ct);
    }

    /// <param name="serviceUrl">The conversation's service address.</param>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="memberId">A "29:…" id or an Entra object id.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The member, or <c>null</c> when the conversation has none of that id.</returns>
    public async Task<TeamsChannelAccount?> GetMemberAsync(string serviceUrl, string conversationId, string memberId, CancellationToken ct = default)
    {
        try
        {
            using var response = await SendAsync(HttpMethod.Get, serviceUrl, Address(serviceUrl, conversationId, "members", memberId), null, null, ct);
            return await ReadAsync<TeamsChannelAccount>(response, ct);
        }
        catch (ConnectorException problem) when (problem.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>Every member, page by page.</summary>
    public async IAsyncEnumerable<TeamsChannelAccount> GetMembersAsync(string serviceUrl, string conversationId, [EnumeratorCancellation] CancellationToken ct = default)
    {
        string? token = null;
        do
        {
            var query = $"?pageSize={MembersPerPage}" + (token is null ? "" : $"&continuationToken={Uri.EscapeDataString(token)}");
            using var response = await SendAsync(HttpMethod.Get, serviceUrl, Address(serviceUrl, conversationId, "pagedmembers") + query, null, null, ct);
            var page = await ReadAsync<MembersPage>(response, ct);
            foreach (var member in page.Members ?? [])
            {
                yield return member;
            }

            token = page.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(token));
    }

    /// <summary>Whether an id can stand in an address without leading to another one.</summary>
    internal static bool IsUsable(string? id) => id is not (null or "" or "." or "..");

    /// <exception cref="ArgumentException">The address is not allowed, or an id is one that would lead to another path.</exception>
    private string Address(string serviceUrl, params ReadOnlySpan<string> segments)
    {
        if (!addresses.Allow(serviceUrl))
        {
            throw new ArgumentException("The service address is not on the list of allowed ones.", nameof(serviceUrl));
        }

        var address = serviceUrl.TrimEnd('/') + "/v3/conversations";
        foreach (var segment in segments)
        {
            if (!IsUsable(segment))
            {
                throw new ArgumentException("An id is empty or made of dots.", nameof(segments));
            }

            address += "/" + Uri.EscapeDataString(segment);
        }

        return address;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string serviceUrl, string address, string? lane, object? body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, address);
        if (!addresses.MayHaveToken(serviceUrl))
        {
            request.Options.Set(ConnectorHandler.WithoutToken, true);
        }

        if (lane is not null)
        {
            request.Options.Set(ConnectorHandler.Lane, lane);
        }

        if (body is not null)
        {
            var bytes = JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), TeamsJson.Options);
            if (bytes.Length > MaxMessageBytes)
            {
                throw new MessageTooLargeException();
            }

            request.Content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
        }

        var response = await client.SendAsync(request, ct);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw await ConnectorFailure.ReadAsync(response, ct);
        }
    }

    private static async Task<string> ReadIdAsync(HttpResponseMessage response, CancellationToken ct) =>
        (await ReadAsync<ResourceResponse>(response, ct)).Id is { Length: > 0 } id
            ? id
            : throw new ConnectorException(response.StatusCode, "Unreadable");

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken ct)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(await response.Content.ReadAsByteArrayAsync(ct), TeamsJson.Options) ?? throw new JsonException("null");
        }
        catch (JsonException)
        {
            throw new ConnectorException(response.StatusCode, "Unreadable");
        }
    }

    private sealed record ResourceResponse(string? Id);

    private sealed record MembersPage(IReadOnlyList<TeamsChannelAccount>? Members, string? ContinuationToken);
}

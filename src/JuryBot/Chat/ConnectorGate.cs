using System.Net;
using JuryBot.Storage;
using JuryBot.Teams;

namespace JuryBot.Chat;

/// <summary>Below the connector's retries: leaves Teams alone while it does not answer, and has all replicas keep away from a conversation for as long as it asked.</summary>
internal sealed class ConnectorGate(Lanes lanes, Circuits circuits, TimeProvider time) : DelegatingHandler
{
    public const string TenantLane = "teams";

    // When throttled without a word for how long, after the connector's own attempts.
    private static readonly TimeSpan Unsaid = TimeSpan.FromSeconds(30);

    /// <summary>The sending budget of a conversation.</summary>
    public static string Lane(string conversation) => $"teams|{Hash.Of(conversation)}";

    /// <summary>How long to wait, when the connector refused because it is busy; <c>null</c> when for another reason.</summary>
    public static TimeSpan? LeftAlone(ConnectorException refused) =>
        refused.RetryAfter ?? (refused.Status is HttpStatusCode.TooManyRequests ? Unsaid : null);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await circuits.Teams.SendAsync(token => base.SendAsync(request, token), cancellationToken);
        if (response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable && response.RetryAfter() is { } wait)
        {
            await lanes.PauseAsync(Paused(request, response.StatusCode), time.GetUtcNow() + wait, cancellationToken);
        }

        return response;
    }

    // …/v3/conversations/{conversation}/activities…; what names no conversation, and a Teams that is unavailable, concern all of it.
    private static string Paused(HttpRequestMessage request, HttpStatusCode status) =>
        status == HttpStatusCode.TooManyRequests && Array.FindIndex(request.RequestUri!.Segments, s => s == "conversations/") is >= 0 and var at && request.RequestUri.Segments.Length > at + 2
            && request.RequestUri.Segments[at + 2].StartsWith("activities", StringComparison.Ordinal)
            ? Lane(Uri.UnescapeDataString(request.RequestUri.Segments[at + 1].TrimEnd('/')))
            : TenantLane;
}

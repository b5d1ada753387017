using System.Collections.Concurrent;
using System.Net;
using JuryBot.Storage;
using JuryBot.Teams;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Http.HttpClientLibrary.Extensions;

namespace JuryBot.Calendars;

/// <summary>Marks a request by which a mailbox sends a message to others: an invitation, a change or cancellation of one, a mail.</summary>
internal sealed class SendsMessage : IRequestOption;

/// <summary>Names the mailbox that a batch asks.</summary>
internal sealed record AsksMailbox(string Mailbox, int Requests) : IRequestOption;

/// <summary>Keeps Graph's limits for one mailbox, all replicas together: 4 requests in flight, 10,000 in 10 minutes, 30 messages a minute. A mailbox that answers 429 or 503 is left alone on all
/// replicas for as long as it asked, or for a while that doubles. The only place where such requests are sent again: none was carried out.</summary>
internal sealed class GraphGate(Slots slots, Lanes lanes, Circuits circuits, TimeProvider time) : DelegatingHandler
{
    private const int InFlight = 4;
    private const int Retries = 3;
    private const int MostRounds = 4;

    // Requests are bought from the mailbox's budget in shares, which each replica spends within a minute: 380 shares of 25, and the rests of twenty replicas, are 10,000.
    private const int Bought = 25;
    private static readonly Pace[] Requests = [new(380, TimeSpan.FromMinutes(10))];
    private static readonly TimeSpan Spent = TimeSpan.FromMinutes(1);

    // Exchange sends about thirty messages a minute per mailbox; an invitation is one. A message leaves some time after it was allowed to, as it waits for its place.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private static readonly Pace[] Messages = [new(30, TimeSpan.FromMinutes(1) + Fresh)];

    private static readonly TimeSpan AttemptTimeout = Slots.LongestWork - TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5), LongestTurn = TimeSpan.FromSeconds(20);
    private readonly ConcurrentDictionary<string, Purse> purses = new(StringComparer.Ordinal);

    /// <summary>What a mailbox's limits are kept under; what is no mailbox's has a name of its own.</summary>
    public static string Name(string? mailbox) => mailbox is null ? "graph" : $"graph|{Hash.Of(mailbox.ToLowerInvariant())}";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var (response, wait) = await AttemptAsync(request, attempt, cancellationToken);
            if (wait is null)
            {
                return response;
            }

            response.Dispose();
            if (attempt == Retries || wait > LongestPause)
            {
                throw new UnavailableException(circuits.Graph.Service, wait.Value);
            }
        }
    }

    /// <returns>How long to wait, when the answer was that it is too much.</returns>
    private async Task<(HttpResponseMessage Response, TimeSpan? Wait)> AttemptAsync(HttpRequestMessage request, int attempt, CancellationToken ct)
    {
        var batch = request.GetRequestOption<AsksMailbox>();
        var mailbox = batch?.Mailbox ?? MailboxOf(request.RequestUri!);
        var name = Name(mailbox);
        if (mailbox is not null)
        {
            await SpendAsync(name, batch?.Requests ?? 1, ct);
        }

        await using var slot = await EnterAsync(name, request.GetRequestOption<SendsMessage>() is null ? null : mailbox, ct);
        var response = await circuits.Graph.SendAsync(token => SendInTimeAsync(request, token), ct);
        if (response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable))
        {
            return (response, null);
        }

        var wait = response.RetryAfter() ?? BackOff(attempt);
        await slots.PauseAsync(name, time.GetUtcNow() + wait, ct);
        return (response, wait);
    }

    /// <summary>1, 2, 4, … seconds, with jitter of half of it either way.</summary>
    internal static TimeSpan BackOff(int attempt) => TimeSpan.FromSeconds(Math.Pow(2, attempt) * (0.5 + Random.Shared.NextDouble()));

    // One that waited for longer takes another allowance.
    private async Task<IAsyncDisposable> EnterAsync(string name, string? sender, CancellationToken ct)
    {
        for (var round = 1; ; round++)
        {
            if (sender is not null)
            {
                await lanes.AcquireAsync([new($"mail|{Hash.Of(sender.ToLowerInvariant())}", Messages)], ct);
            }

            var allowed = time.GetUtcNow();
            var slot = await slots.EnterAsync(name, InFlight, LongestPause, LongestTurn, ct);
            if (sender is null || round == MostRounds || time.GetUtcNow() - allowed < Fresh)
            {
                return slot;
            }

            await slot.DisposeAsync();
        }
    }

    private async Task SpendAsync(string name, int requests, CancellationToken ct)
    {
        var purse = purses.GetOrAdd(name, _ => new());
        await purse.Gate.WaitAsync(ct);
        try
        {
            if (purse.Left < requests || time.GetUtcNow() > purse.Until)
            {
                await lanes.AcquireAsync([new(name, Requests)], ct);
                (purse.Left, purse.Until) = (Bought, time.GetUtcNow() + Spent);
            }

            purse.Left -= requests;
        }
        finally
        {
            purse.Gate.Release();
        }
    }

    /// <exception cref="TimeoutException">The whole answer was not there in time.</exception>
    private async Task<HttpResponseMessage> SendInTimeAsync(HttpRequestMessage request, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(AttemptTimeout);
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, limit.Token);
            await response.Content.LoadIntoBufferAsync(limit.Token);
            return response;
        }
        catch (Exception problem)
        {
            response?.Dispose();
            if (limit.IsCancellationRequested && !ct.IsCancellationRequested)
            {
                throw new TimeoutException("Microsoft Graph did not answer in time.", problem);
            }

            throw;
        }
    }

    // Teams answers for who has which app, not the mailbox.
    private static string? MailboxOf(Uri address)
    {
        var segments = address.Segments;
        var users = Array.FindIndex(segments, s => s.Equals("users/", StringComparison.OrdinalIgnoreCase));
        return users < 0 || users + 2 >= segments.Length || segments[users + 2].StartsWith("teamwork", StringComparison.OrdinalIgnoreCase) ? null : Uri.UnescapeDataString(segments[users + 1].TrimEnd('/'));
    }

    private sealed class Purse
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public int Left { get; set; }

        public DateTimeOffset Until { get; set; }
    }
}

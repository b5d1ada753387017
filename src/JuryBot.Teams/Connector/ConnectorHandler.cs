using System.Net;
using Microsoft.Extensions.Options;

namespace JuryBot.Teams;

/// <summary>What every single attempt needs: the bot's token, its turn in the pace, and an end to waiting. Lies inside the retries.</summary>
internal sealed class ConnectorHandler(IOptions<ConnectorOptions> connector, ConnectorToken token) : DelegatingHandler
{
    /// <summary>The lane a request is paced in; absent for requests that only read: these count for the tenant alone.</summary>
    public static readonly HttpRequestOptionsKey<string> Lane = new("JuryBot.Teams.Lane");

    /// <summary>There for an address that gets no token.</summary>
    public static readonly HttpRequestOptionsKey<bool> WithoutToken = new("JuryBot.Teams.WithoutToken");

    private const int MaxAnswerBytes = 4 * 1024 * 1024;
    private const string Authorization = "Authorization";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // A service address that came without a valid token never gets ours, unless it is one of the configured.
        if (!request.Options.TryGetValue(WithoutToken, out _))
        {
            request.Headers.Remove(Authorization);
            request.Headers.TryAddWithoutValidation(Authorization, await token.GetAsync(cancellationToken));
        }

        // Last, so that the request leaves when it was allowed to.
        if (connector.Value.Pace is { } pace)
        {
            await pace(request.Options.TryGetValue(Lane, out var lane) ? lane : null, cancellationToken);
        }

        var response = await SendInTimeAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.Unauthorized)
        {
            token.Forget();
        }

        return response;
    }

    /// <exception cref="TimeoutException">The whole answer was not there in time.</exception>
    private async Task<HttpResponseMessage> SendInTimeAsync(HttpRequestMessage request, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(connector.Value.AttemptTimeout);
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, limit.Token);
            await response.Content.LoadIntoBufferAsync(MaxAnswerBytes, limit.Token);
            return response;
        }
        catch (Exception problem)
        {
            response?.Dispose();
            if (limit.IsCancellationRequested && !ct.IsCancellationRequested)
            {
                throw new TimeoutException("The connector did not answer in time.", problem);
            }

            throw;
        }
    }
}

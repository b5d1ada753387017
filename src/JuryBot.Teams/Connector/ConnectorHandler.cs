using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace JuryBot.Teams;

/// <summary>What every single attempt needs: its turn in the pace, and the bot's token. Lies inside the retries.</summary>
internal sealed class ConnectorHandler(IOptions<BotOptions> bot, IOptions<ConnectorOptions> connector, ConnectorToken token) : DelegatingHandler
{
    /// <summary>The lane a request is paced in; absent for requests that only read: these count for the tenant alone.</summary>
    public static readonly HttpRequestOptionsKey<string> Lane = new("JuryBot.Teams.Lane");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // A service address that came without a valid token never gets ours.
        if (!bot.Value.AllowUnauthenticated)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await token.GetAsync(cancellationToken));
        }

        // Last, so that the request leaves when it was allowed to.
        if (connector.Value.Pace is { } pace)
        {
            await pace(request.Options.TryGetValue(Lane, out var lane) ? lane : null, cancellationToken);
        }

        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.Unauthorized)
        {
            token.Forget();
        }

        return response;
    }
}

using System.Net;
using Microsoft.Extensions.Options;

namespace JuryBot.Teams;

/// <summary>What is tried again. Statuses 412, 429, 502, 503 and 504, as Teams asks, whatever the method: a message may so arrive twice,
/// never not at all. A connection that was never made, whatever the method. A connection that broke or timed out only where repeating does
/// no harm (GET, PUT, DELETE): whether a new message is worth sending twice is the caller's to say. Delays follow the application's clock.</summary>
internal sealed class ConnectorRetry(IOptions<ConnectorOptions> options, TimeProvider time) : DelegatingHandler
{
    private ConnectorOptions Options => options.Value;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            TimeSpan? asked = null;
            try
            {
                var response = await base.SendAsync(request, cancellationToken);
                if (attempt == Options.Retries || !IsPassing(response.StatusCode) || (asked = response.RetryAfter()) > Options.MaxDelay)
                {
                    return response;
                }

                response.Dispose();
            }
            catch (Exception problem) when (attempt < Options.Retries && MayRepeat(request.Method, problem))
            {
                // Tried again below.
            }

            await Task.Delay(asked ?? BackOff(attempt), time, cancellationToken);
        }
    }

    /// <summary>Doubles from the median, with jitter of half of it either way.</summary>
    private TimeSpan BackOff(int attempt)
    {
        var delay = Options.Delay * Math.Pow(2, attempt) * (0.5 + Random.Shared.NextDouble());
        return delay < Options.MaxDelay ? delay : Options.MaxDelay;
    }

    private static bool MayRepeat(HttpMethod method, Exception problem) => problem switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError } => true,
        HttpRequestException or TimeoutException => method != HttpMethod.Post,
        _ => false,
    };

    private static bool IsPassing(HttpStatusCode status) => status
        is HttpStatusCode.PreconditionFailed
        or HttpStatusCode.TooManyRequests
        or HttpStatusCode.BadGateway
        or HttpStatusCode.ServiceUnavailable
        or HttpStatusCode.GatewayTimeout;
}

using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace JuryBot.Teams;

/// <summary>What is tried again. Statuses 412, 429, 502, 503 and 504, as Teams asks, whatever the method: a message may so arrive twice,
/// never not at all. A connection that was never made, whatever the method. A connection that broke or timed out only where repeating does
/// no harm (GET, PUT, DELETE): whether a new message is worth sending twice is the caller's to say.</summary>
internal static class ConnectorRetry
{
    /// <summary>Delays follow the application's clock.</summary>
    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> builder, IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<ConnectorOptions>>().Value;
        builder.TimeProvider = services.GetRequiredService<TimeProvider>();
        builder.AddRetry(new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = options.Retries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.Delay,
            MaxDelay = options.MaxDelay,
            ShouldRetryAfterHeader = false,
            DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result is { } response ? ConnectorFailure.RetryAfter(response) : null),
            ShouldHandle = arguments => ValueTask.FromResult(ShouldRetry(arguments, options)),
        });
    }

    private static bool ShouldRetry(RetryPredicateArguments<HttpResponseMessage> arguments, ConnectorOptions options) => arguments.Outcome switch
    {
        { Result: { } response } => IsPassing(response.StatusCode) && !(ConnectorFailure.RetryAfter(response) > options.MaxDelay),
        { Exception: HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError } } => true,
        { Exception: HttpRequestException or TimeoutRejectedException } => arguments.Context.GetRequestMessage()?.Method != HttpMethod.Post,
        _ => false,
    };

    private static bool IsPassing(HttpStatusCode status) => status
        is HttpStatusCode.PreconditionFailed
        or HttpStatusCode.TooManyRequests
        or HttpStatusCode.BadGateway
        or HttpStatusCode.ServiceUnavailable
        or HttpStatusCode.GatewayTimeout;
}

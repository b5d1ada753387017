using System.Diagnostics.Metrics;
using System.Net;
using JuryBot.Storage;
using Polly;
using Polly.CircuitBreaker;

namespace JuryBot;

/// <summary>Whether a service answers. One that failed continually is left alone for a while that grows, from five seconds to five minutes on JuryBot's clock; then one request looks whether
/// it is back. Each replica finds out for itself.</summary>
public sealed partial class Circuit
{
    // Nine failures in ten, of at least five requests within half a minute.
    private const int LeastRequests = 5;
    private const double FailureRatio = 0.9;
    private static readonly TimeSpan Over = TimeSpan.FromSeconds(30), ShortestBreak = TimeSpan.FromSeconds(5), LongestBreak = TimeSpan.FromMinutes(5);

    private static readonly Counter<long> Throttles = Telemetry.Meter.CreateCounter<long>("jurybot.throttles", "{answer}", "Answers 429 of Microsoft Graph and Teams.");

    private readonly CircuitBreakerStateProvider state = new();
    private readonly ResiliencePipeline<HttpResponseMessage> pipeline;

    internal Circuit(string service, TimeProvider time, ILogger logger)
    {
        Service = service;
        pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }.AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
        {
            FailureRatio = FailureRatio,
            MinimumThroughput = LeastRequests,
            SamplingDuration = Over,
            BreakDurationGenerator = args => ValueTask.FromResult(BreakAfter(args.HalfOpenAttempts)),
            ShouldHandle = args => ValueTask.FromResult(args.Outcome is { Result.StatusCode: >= HttpStatusCode.InternalServerError }
                or { Exception: HttpRequestException or TimeoutException or OperationCanceledException }),
            StateProvider = state,
            OnOpened = args =>
            {
                OpenSince ??= time.GetUtcNow();
                LogOpened(logger, Service, args.BreakDuration);
                return default;
            },
            OnClosed = _ =>
            {
                OpenSince = null;
                LogClosed(logger, Service);
                return default;
            },
        }).Build();
    }

    /// <summary>As people know it.</summary>
    public string Service { get; }

    /// <summary>Whether it is left alone, or being tried again.</summary>
    public bool IsOpen => state.CircuitState != CircuitState.Closed;

    /// <summary>When it was first found not to answer, on JuryBot's clock; <c>null</c> while it answers.</summary>
    public DateTimeOffset? OpenSince { get; private set; }

    /// <summary>Sends one request, unless the service is left alone. A 500 stands, whatever the state: it may be the request's own fault.</summary>
    /// <exception cref="UnavailableException">The service is left alone, or still does not answer.</exception>
    internal async Task<HttpResponseMessage> SendAsync(Func<CancellationToken, Task<HttpResponseMessage>> send, CancellationToken ct)
    {
        try
        {
            var response = await pipeline.ExecuteAsync(async token => await send(token), ct);
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
            {
                Throttles.Add(1, new KeyValuePair<string, object?>("service", Service));
            }

            if (!IsOpen || response.StatusCode is not (HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout))
            {
                return response;
            }

            response.Dispose();
        }
        catch (BrokenCircuitException broken)
        {
            throw new UnavailableException(Service, broken.RetryAfter is { Ticks: > 0 } left ? left : ShortestBreak);
        }
        catch (Exception failure) when (failure is HttpRequestException or TimeoutException && IsOpen)
        {
            // Said below.
        }

        throw new UnavailableException(Service, ShortestBreak);
    }

    private static TimeSpan BreakAfter(int failedLooks)
    {
        var doubled = ShortestBreak * Math.Pow(2, Math.Min(failedLooks, 10));
        return doubled < LongestBreak ? doubled : LongestBreak;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Service} does not answer: left alone for {Pause}")]
    private static partial void LogOpened(ILogger logger, string service, TimeSpan pause);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Service} answers again")]
    private static partial void LogClosed(ILogger logger, string service);
}

/// <summary>The services of Microsoft 365 that JuryBot calls.</summary>
public sealed class Circuits(TimeProvider time, ILogger<Circuit> logger)
{
    /// <summary>Calendars, mail and directory.</summary>
    public Circuit Graph { get; } = new("Microsoft Graph", time, logger);

    public Circuit Teams { get; } = new("Microsoft Teams", time, logger);
}

using System.Globalization;
using System.Security.Cryptography;
using JuryBot.Sandbox.Clock;
using JuryBot.Sandbox.Wire;

namespace JuryBot.Sandbox.Faults;

/// <summary>Counts it as a violation when a request comes again before its <c>Retry-After</c> is over, on the tenant's clock.</summary>
internal static class RetryWatch
{
    public const string Violation = "retryAfter";

    // A timer may be that much ahead of the clock.
    private static readonly TimeSpan Early = TimeSpan.FromMilliseconds(50);

    public static void UseRetryWatch(this IApplicationBuilder app, SandboxClock clock, Counters counters)
    {
        var (gate, refused) = (new Lock(), new Dictionary<string, DateTimeOffset>());
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/graph") || http.Request.Path.StartsWithSegments("/teams"), wires => wires.Use(async (http, next) =>
        {
            http.Request.EnableBuffering();
            var request = $"{http.Request.Method} {http.Request.Path}{http.Request.QueryString} {Convert.ToHexString(await SHA256.HashDataAsync(http.Request.Body, http.RequestAborted))}";
            http.Request.Body.Position = 0;
            lock (gate)
            {
                if (refused.Remove(request, out var until) && clock.GetUtcNow() < until - Early)
                {
                    counters.Violation(Violation);
                }
            }

            await next(http);
            if (http.Response.StatusCode == StatusCodes.Status429TooManyRequests && double.TryParse(http.Response.Headers.RetryAfter, CultureInfo.InvariantCulture, out var seconds))
            {
                lock (gate)
                {
                    refused[request] = clock.GetUtcNow() + TimeSpan.FromSeconds(seconds);
                }
            }
        }));
    }
}

using System.Globalization;

namespace JuryBot.Sandbox.Clock;

/// <summary>The wire between the tenant's clock and the processes that follow it: <c>GET /sandbox/clock</c> stays open, its
/// first line is the follower's id, every further line an offset in ticks; each is acknowledged by
/// <c>POST /sandbox/clock/{follower}/{ticks}</c> once it holds.</summary>
internal static class ClockEndpoints
{
    public static void MapClock(this IEndpointRouteBuilder app, SandboxClock clock, CancellationToken stopping)
    {
        app.MapGet("/sandbox/clock", async (HttpContext http) =>
        {
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
            var follower = clock.Follow();
            try
            {
                await http.Response.WriteAsync(follower.Id + "\n", ended.Token);
                await foreach (var offset in follower.OffsetsAsync(ended.Token))
                {
                    await http.Response.WriteAsync(offset.Ticks.ToString(CultureInfo.InvariantCulture) + "\n", ended.Token);
                    await http.Response.Body.FlushAsync(ended.Token);
                }
            }
            catch (OperationCanceledException)
            {
                // the follower went away, or the tenant stops
            }
            finally
            {
                clock.Leave(follower);
            }
        });
        app.MapPost("/sandbox/clock/{follower}/{ticks:long}", (string follower, long ticks) =>
        {
            clock.Follower(follower)?.Acknowledge(TimeSpan.FromTicks(ticks));
            return Results.NoContent();
        });
    }
}

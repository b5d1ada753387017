using System.Text.Json;
using JuryBot.Sandbox.Wire;

namespace JuryBot.Sandbox.PortalApi;

/// <summary>Server-sent events: one <see cref="Change"/> each.</summary>
internal static class EventsEndpoint
{
    public static void MapEvents(this IEndpointRouteBuilder api, Tenant tenant, CancellationToken stopping) => api.MapGet("/events", async (HttpContext http) =>
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            var changes = tenant.Feed.ChangesAsync(ended.Token).GetAsyncEnumerator(ended.Token);
            var next = changes.MoveNextAsync(); // subscribed before the page hears that it is connected
            await http.Response.WriteAsync(": connected\n\n", ended.Token);
            await http.Response.Body.FlushAsync(ended.Token);
            while (await next)
            {
                await http.Response.WriteAsync($"data: {JsonSerializer.Serialize(changes.Current, JsonSerializerOptions.Web)}\n\n", ended.Token);
                await http.Response.Body.FlushAsync(ended.Token);
                next = changes.MoveNextAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // the page went away, or the tenant stops
        }
    });
}

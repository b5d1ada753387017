namespace JuryBot.Sandbox.PortalApi;

internal static class PortalClockEndpoints
{
    public sealed record MoveBody(double? AdvanceMinutes, DateTimeOffset? To);

    public static void MapPortalClock(this IEndpointRouteBuilder api, Tenant tenant)
    {
        api.MapGet("/clock", () => Present(tenant));
        api.MapPost("/clock", async (MoveBody body, CancellationToken ct) =>
        {
            if (body is { AdvanceMinutes: >= 0 and < 60 * 24 * 366, To: null })
            {
                await tenant.Clock.AdvanceAsync(TimeSpan.FromMinutes(body.AdvanceMinutes.Value), ct);
            }
            else if (body is { AdvanceMinutes: null, To: { } to } && to >= tenant.Clock.GetUtcNow())
            {
                await tenant.Clock.AdvanceToAsync(to, ct);
            }
            else
            {
                return Results.BadRequest("The clock only moves forward: advanceMinutes or to.");
            }

            return Results.Json(Present(tenant));
        });
    }

    private static object Present(Tenant tenant) => new { Now = tenant.Clock.GetUtcNow(), OffsetSeconds = Math.Round(tenant.Clock.Offset.TotalSeconds, 3) };
}

using System.Text.Json.Nodes;

namespace JuryBot.Sandbox.PortalApi;

internal static class ChatEndpoints
{
    public sealed record TextBody(string Text);

    public sealed record ActionBody(string Type, string? Verb, string? Id, JsonObject? Data);

    public static void MapChat(this IEndpointRouteBuilder someone, Tenant tenant)
    {
        someone.MapGet("/chat", (string id) => new
        {
            Messages = tenant.Chats.Of(tenant.Organisation.Find(id)!).Select(message => new
            {
                message.Id, message.From, message.At, message.Text, message.Attachments, message.UpdatedAt, message.Deleted,
            }),
        });
        someone.MapPost("/chat", async (string id, TextBody body, CancellationToken ct) =>
        {
            var person = tenant.Organisation.Find(id)!;
            if (!person.HasAccount || string.IsNullOrWhiteSpace(body.Text))
            {
                return Results.BadRequest();
            }

            var answer = await tenant.Teams.SayAsync(person, body.Text, ct);
            return Results.Json(new { answer.Status });
        });
        someone.MapPost("/chat/{message}/actions", async (string id, string message, ActionBody body, CancellationToken ct) =>
        {
            var person = tenant.Organisation.Find(id)!;
            if (!person.HasAccount || body.Type is not ("Action.Execute" or "Action.Submit") || !tenant.Chats.Of(person).Any(known => known.Id == message && !known.Deleted))
            {
                return Results.BadRequest();
            }

            var answer = await tenant.Teams.SendAsync(person, message, body.Type, body.Verb, body.Id, body.Data ?? [], ct);
            return Results.Json(new { answer.Status, Body = body.Type == "Action.Execute" ? answer.Body : null });
        });
    }
}

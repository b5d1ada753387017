using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using JuryBot.Sandbox.People;
using JuryBot.Sandbox.Tokens;

namespace JuryBot.Sandbox.Teams;

/// <summary>The Teams connector at <c>/teams/v3</c>: what JuryBot calls to write into chats.</summary>
internal static class ConnectorEndpoints
{
    public static void MapConnector(this IEndpointRouteBuilder app, Tenant tenant)
    {
        var limits = new ConnectorLimits(tenant.Clock, tenant.Counters);
        var posts = new ConnectorPosts(tenant, limits);
        var teams = app.MapGroup("/teams/v3/conversations").AddEndpointFilter(async (context, next) =>
        {
            using var exchange = tenant.Wire.Begin();
            return Bearer.Of(context.HttpContext) is not { } token || !await tenant.Tokens.OpensTeamsAsync(token) ? Refuse(401, "AuthorizationFailed", "Authorization has been denied for this request.")
                : limits.Request() is { } wait ? Throttled(context.HttpContext, wait)
                : await next(context);
        });
        teams.MapPost("/", async (HttpRequest request) => posts.Open(await BodyAsync(request)));
        teams.MapPost("/{conversation}/activities", async (HttpContext http, string conversation) => posts.Post(http, conversation, await BodyAsync(http.Request)));
        teams.MapPost("/{conversation}/activities/{activity}", async (HttpContext http, string conversation, string activity) => posts.Post(http, conversation, await BodyAsync(http.Request)));
        teams.MapPut("/{conversation}/activities/{activity}", async (HttpContext http, string conversation, string activity) => posts.Put(http, conversation, activity, await BodyAsync(http.Request)));
        teams.MapDelete("/{conversation}/activities/{activity}", (HttpContext http, string conversation, string activity) => posts.Delete(http, conversation, activity));
        teams.MapGet("/{conversation}/members", (string conversation) => Member(tenant, conversation, null, member => new JsonArray(member)));
        teams.MapGet("/{conversation}/members/{id}", (string conversation, string id) => Member(tenant, conversation, id, member => member));
        teams.MapGet("/{conversation}/pagedmembers", (string conversation) => Member(tenant, conversation, null, member => new JsonObject { ["members"] = new JsonArray(member) }));
    }

    public static IResult Refuse(int status, string code, string message) => Answer(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });

    public static IResult Answer(int status, JsonNode body) => Results.Content(body.ToJsonString(), "application/json", Encoding.UTF8, status);

    public static IResult Throttled(HttpContext http, TimeSpan wait)
    {
        http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Refuse(429, "TooManyRequests", "The request is over a rate limit.");
    }

    private static async Task<JsonObject?> BodyAsync(HttpRequest request)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IResult Member(Tenant tenant, string conversation, string? id, Func<JsonObject, JsonNode> shape)
    {
        if (tenant.Organisation.Find(conversation) is not { } person || person.ConversationId != conversation || (id is not null && tenant.Organisation.Find(id) != person))
        {
            return Refuse(404, "ConversationNotFound", "Conversation not found.");
        }

        return Answer(200, shape(new JsonObject
        {
            ["id"] = person.TeamsId, ["name"] = person.Name, ["givenName"] = person.FirstName, ["surname"] = person.LastName, ["email"] = person.Mail,
            ["userPrincipalName"] = person.Mail, ["aadObjectId"] = person.Id, ["objectId"] = person.Id, ["tenantId"] = tenant.Organisation.TenantId.ToString(), ["userRole"] = "user",
        }));
    }
}

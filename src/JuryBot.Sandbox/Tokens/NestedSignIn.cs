using JuryBot.Sandbox.People;

namespace JuryBot.Sandbox.Tokens;

/// <summary>What the portal's Outlook and Teams ask for what they show: the portal's person is signed in already.</summary>
internal static class NestedSignIn
{
    /// <param name="Scope">Scopes, separated by spaces.</param>
    public sealed record TokenBody(string ClientId, string Scope);

    /// <summary><c>/token</c> for Outlook's pane (nested app authentication), <c>/tab-token</c> for Teams' tab: that one is for whatever the app's manifest names.</summary>
    public static void MapNestedSignIn(this IEndpointRouteBuilder someone, Tenant tenant)
    {
        someone.MapPost("/token", (string id, TokenBody body, HttpContext http) => Nested(id, body, http, tenant));
        someone.MapPost("/tab-token", (string id, HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            var person = tenant.Organisation.Find(id)!;
            return person.HasAccount ? Results.Json(new { token = tenant.Tokens.User(person) }) : Results.BadRequest();
        });
    }

    private static IResult Nested(string id, TokenBody body, HttpContext http, Tenant tenant)
    {
        http.Response.Headers.CacheControl = "no-store";
        var person = tenant.Organisation.Find(id)!;
        if (!person.HasAccount || body.ClientId != tenant.Organisation.ClientId.ToString() || !body.Scope.Split(' ').Contains($"{tenant.Tokens.ApiAudience}/.default"))
        {
            return Results.BadRequest();
        }

        return Results.Json(new
        {
            Token = new Dictionary<string, object> { ["access_token"] = tenant.Tokens.User(person), ["id_token"] = tenant.Tokens.Id(person, null), ["expires_in"] = 3600, ["scope"] = body.Scope },
            Account = Account(person, tenant),
        });
    }

    private static object Account(Person person, Tenant tenant) => new
    {
        HomeAccountId = $"{person.Id}.{tenant.Organisation.TenantId}", Environment = tenant.Address.Authority, TenantId = tenant.Organisation.TenantId, LocalAccountId = person.Id,
        Username = person.UserPrincipalName, person.Name,
    };
}

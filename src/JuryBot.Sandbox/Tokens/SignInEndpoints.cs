using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using JuryBot.Sandbox.People;
using Microsoft.AspNetCore.WebUtilities;

namespace JuryBot.Sandbox.Tokens;

/// <summary>Entra's <c>authorize</c> and <c>token</c> endpoints: code + PKCE for the browser, client credentials for JuryBot.
/// There are no passwords: one is whom <c>login_hint</c> or the portal's cookie says.</summary>
internal static class SignInEndpoints
{
    public const string Cookie = "sandbox_user";

    public static void MapSignIn(this IEndpointRouteBuilder app, Tenant tenant)
    {
        var signIns = new SignIns();
        var root = $"/{tenant.Organisation.TenantId}/oauth2/v2.0";
        app.MapGet($"{root}/authorize", (HttpContext http) => Authorize(http, tenant, signIns));
        app.MapPost($"{root}/token", async (HttpContext http, CancellationToken ct) => Token(http, await http.Request.ReadFormAsync(ct), tenant, signIns));
        app.MapGet($"{root}/logout", (HttpContext http) =>
        {
            http.Response.Cookies.Delete(Cookie);
            var target = http.Request.Query["post_logout_redirect_uri"].ToString();
            return tenant.JuryBots.MayRedirect(target) ? Results.Redirect(target) : Results.Redirect("/");
        });
    }

    private static IResult Authorize(HttpContext http, Tenant tenant, SignIns signIns)
    {
        string Asked(string name) => http.Request.Query[name].ToString();
        var (redirect, challenge) = (Asked("redirect_uri"), Asked("code_challenge"));
        if (Asked("client_id") != tenant.Organisation.ClientId.ToString() || !tenant.JuryBots.MayRedirect(redirect))
        {
            return Results.BadRequest("Unknown client_id or redirect_uri."); // never redirect to an address nobody registered
        }

        if (Asked("response_type") != "code" || Asked("code_challenge_method") != "S256" || challenge.Length == 0)
        {
            return Back("error", "invalid_request");
        }

        var hint = Asked("login_hint") is { Length: > 0 } given ? given : http.Request.Cookies[Cookie];
        if (tenant.Organisation.Find(hint) is { HasAccount: true } person)
        {
            return Back("code", signIns.Begin(person, redirect, Asked("scope"), challenge, Asked("nonce") is { Length: > 0 } nonce ? nonce : null));
        }

        return Asked("prompt") == "none" ? Back("error", "login_required") : Results.Content(WhoAreYou(http, tenant), "text/html; charset=utf-8");

        IResult Back(string name, string value)
        {
            var answer = QueryString.Create(new Dictionary<string, string?> { [name] = value, ["state"] = Asked("state") }).Value!;
            return Results.Redirect(Asked("response_mode") == "fragment" ? $"{redirect}#{answer[1..]}"
                : redirect.Contains('?') ? $"{redirect}&{answer[1..]}" : redirect + answer);
        }
    }

    private static string WhoAreYou(HttpContext http, Tenant tenant)
    {
        var html = new StringBuilder("<!doctype html><meta charset=utf-8><title>Qui êtes-vous ?</title><h1>Qui êtes-vous ?</h1><ul>");
        foreach (var person in tenant.Organisation.People.Where(person => person.HasAccount))
        {
            var query = QueryHelpers.ParseQuery(http.Request.QueryString.Value);
            query["login_hint"] = person.Mail;
            var link = HtmlEncoder.Default.Encode(QueryString.Create(query).Value!);
            html.Append("<li><a href=\"").Append(link).Append("\">").Append(HtmlEncoder.Default.Encode($"{person.Name} ({person.Title})")).Append("</a>");
        }

        return html.Append("</ul>").ToString();
    }

    private static IResult Token(HttpContext http, IFormCollection form, Tenant tenant, SignIns signIns)
    {
        http.Response.Headers.CacheControl = "no-store";
        string? Given(string name) => form.TryGetValue(name, out var value) ? value.ToString() : null;
        return Given("grant_type") switch
        {
            "client_credentials" when IsJuryBot(http, Given("client_id"), Given("client_secret"), tenant)
                && Given("scope") is { } scope && scope.EndsWith("/.default", StringComparison.Ordinal)
                => Answer(new JsonObject { ["access_token"] = tenant.Tokens.App(scope) }),
            "client_credentials" => Refusal("invalid_client", 401),
            "authorization_code" when Given("client_id") == tenant.Organisation.ClientId.ToString()
                && signIns.Redeem(Given("code"), Given("redirect_uri"), Given("code_verifier")) is { } signIn
                => Answer(new JsonObject
                {
                    ["access_token"] = tenant.Tokens.User(signIn.Person),
                    ["id_token"] = tenant.Tokens.Id(signIn.Person, signIn.Nonce),
                    ["scope"] = signIn.Scope,
                }),
            "authorization_code" => Refusal("invalid_grant", 400),
            _ => Refusal("unsupported_grant_type", 400),
        };
    }

    private static bool IsJuryBot(HttpContext http, string? id, string? secret, Tenant tenant)
    {
        if (id is null && http.Request.Headers.Authorization.ToString() is var basic && basic.StartsWith("Basic ", StringComparison.Ordinal)
            && Convert.TryFromBase64String(basic[6..], new byte[basic.Length], out _))
        {
            var parts = Encoding.UTF8.GetString(Convert.FromBase64String(basic[6..])).Split(':', 2);
            (id, secret) = (Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[^1]));
        }

        return id == tenant.Organisation.AppId.ToString() && secret == tenant.Tokens.ClientSecret;
    }

    private static IResult Answer(JsonObject body)
    {
        body["token_type"] = "Bearer";
        body["expires_in"] = 3600;
        return Results.Content(body.ToJsonString(), "application/json");
    }

    private static IResult Refusal(string error, int status) =>
        Results.Content(new JsonObject { ["error"] = error }.ToJsonString(), "application/json", Encoding.UTF8, status);
}

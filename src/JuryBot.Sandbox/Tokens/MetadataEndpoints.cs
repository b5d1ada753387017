using System.Text.Json.Nodes;

namespace JuryBot.Sandbox.Tokens;

/// <summary>OpenID metadata and keys of both issuers.</summary>
internal static class MetadataEndpoints
{
    public static void MapMetadata(this IEndpointRouteBuilder app, Tenant tenant)
    {
        var (tokens, address, entra) = (tenant.Tokens, tenant.Address, $"{tenant.Address}{tenant.Organisation.TenantId}");
        app.MapGet($"/{tenant.Organisation.TenantId}/v2.0/.well-known/openid-configuration", () => Json(new JsonObject
        {
            ["issuer"] = tokens.Entra.Name,
            ["authorization_endpoint"] = $"{entra}/oauth2/v2.0/authorize",
            ["token_endpoint"] = $"{entra}/oauth2/v2.0/token",
            ["jwks_uri"] = $"{entra}/discovery/v2.0/keys",
            ["response_types_supported"] = new JsonArray("code"),
            ["response_modes_supported"] = new JsonArray("query", "fragment"),
            ["scopes_supported"] = new JsonArray("openid", "profile", "email"),
            ["subject_types_supported"] = new JsonArray("pairwise"),
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            ["code_challenge_methods_supported"] = new JsonArray("S256"),
            ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_post", "client_secret_basic"),
        }));
        app.MapGet($"/{tenant.Organisation.TenantId}/discovery/v2.0/keys", () => Json(new JsonObject { ["keys"] = new JsonArray(tokens.Entra.Jwk()) }));
        app.MapGet("/botframework/v1/.well-known/openidconfiguration", () => Json(new JsonObject
        {
            ["issuer"] = tokens.Channel.Name,
            ["authorization_endpoint"] = "https://invalid.botframework.com",
            ["jwks_uri"] = $"{address}botframework/v1/.well-known/keys",
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            ["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt"),
        }));
        app.MapGet("/botframework/v1/.well-known/keys", () =>
        {
            var key = tokens.Channel.Jwk();
            key["endorsements"] = new JsonArray("msteams");
            return Json(new JsonObject { ["keys"] = new JsonArray(key) });
        });
    }

    private static IResult Json(JsonObject body) => Results.Content(body.ToJsonString(), "application/json");
}

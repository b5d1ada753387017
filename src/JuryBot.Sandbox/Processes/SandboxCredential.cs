using System.Collections.Concurrent;
using System.Text.Json;
using Azure.Core;

namespace JuryBot.Sandbox.Processes;

/// <summary>JuryBot's credential towards the tenant: client credentials at the sandbox's token endpoint, kept until shortly before they expire.</summary>
internal sealed class SandboxCredential(Uri tokenEndpoint, string clientId, string secret) : TokenCredential, IDisposable
{
    private readonly HttpClient http = new();
    private readonly ConcurrentDictionary<string, AccessToken> kept = new();

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        GetTokenAsync(requestContext, cancellationToken).AsTask().GetAwaiter().GetResult();

    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        var scope = string.Join(' ', requestContext.Scopes);
        if (kept.TryGetValue(scope, out var token) && token.ExpiresOn > TimeProvider.System.GetUtcNow().AddMinutes(5))
        {
            return token;
        }

        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = clientId, ["client_secret"] = secret, ["scope"] = scope,
        });
        using var response = await http.PostAsync(tokenEndpoint, form, cancellationToken);
        response.EnsureSuccessStatusCode();
        using var body = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellationToken), cancellationToken: cancellationToken);
        var expires = TimeProvider.System.GetUtcNow().AddSeconds(body.RootElement.GetProperty("expires_in").GetInt32());
        return kept[scope] = new AccessToken(body.RootElement.GetProperty("access_token").GetString()!, expires);
    }

    public void Dispose() => http.Dispose();
}

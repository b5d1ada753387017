using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace JuryBot.Sandbox.Tokens;

/// <summary>One OpenID issuer: a name, a published key, tokens of real time.</summary>
internal sealed class Issuer(string name) : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private readonly SigningKey key = new();
    private readonly Lazy<SigningKey> stranger = new(() => new SigningKey());

    public string Name => name;

    public JsonObject Jwk() => key.Jwk();

    /// <param name="claims">Everything but iss, aud, nbf, iat and exp.</param>
    public string Mint(string audience, JsonObject claims, TokenFault fault = TokenFault.None)
    {
        var now = TimeProvider.System.GetUtcNow() + fault switch
        {
            TokenFault.Expired => TimeSpan.FromHours(-2),
            TokenFault.NotYetValid => TimeSpan.FromHours(1),
            _ => TimeSpan.Zero,
        };
        claims["iss"] = fault == TokenFault.Issuer ? "https://issuer.example" : name;
        claims["aud"] = fault == TokenFault.Audience ? Guid.NewGuid().ToString() : audience;
        claims["iat"] = now.ToUnixTimeSeconds();
        claims["nbf"] = now.ToUnixTimeSeconds();
        claims["exp"] = (now + Lifetime).ToUnixTimeSeconds();
        return fault switch
        {
            TokenFault.Key => stranger.Value.Sign(claims, key.Id),
            TokenFault.UnknownKey => stranger.Value.Sign(claims),
            TokenFault.Unsigned => $"{Base64Url.EncodeToString("""{"typ":"JWT","alg":"none"}"""u8)}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims.ToJsonString()))}.",
            _ => key.Sign(claims),
        };
    }

    /// <summary>Whether a bearer token is one of ours, for one of these audiences, and still valid.</summary>
    public async Task<bool> AcceptsAsync(string token, params string[] audiences)
    {
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = name, ValidAudiences = audiences, IssuerSigningKey = key.Public, ValidAlgorithms = ["RS256"],
        });
        return result.IsValid;
    }

    public void Dispose()
    {
        key.Dispose();
        if (stranger.IsValueCreated)
        {
            stranger.Value.Dispose();
        }
    }
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace JuryBot.Sandbox.Tokens;

/// <summary>An RSA key that signs tokens (RS256), made when the tenant starts.</summary>
internal sealed class SigningKey : IDisposable
{
    private readonly RSA rsa = RSA.Create(2048);

    public string Id { get; } = Guid.NewGuid().ToString("N");

    public SecurityKey Public => new RsaSecurityKey(rsa.ExportParameters(false)) { KeyId = Id };

    /// <summary>The public key as an entry of a JWKS.</summary>
    public JsonObject Jwk()
    {
        var key = rsa.ExportParameters(false);
        return new JsonObject
        {
            ["kty"] = "RSA", ["use"] = "sig", ["alg"] = "RS256", ["kid"] = Id, ["x5t"] = Id,
            ["n"] = Base64Url.EncodeToString(key.Modulus), ["e"] = Base64Url.EncodeToString(key.Exponent),
        };
    }

    public string Sign(JsonObject claims, string? keyId = null)
    {
        var header = new JsonObject { ["typ"] = "JWT", ["alg"] = "RS256", ["kid"] = keyId ?? Id, ["x5t"] = keyId ?? Id };
        var content = $"{Part(header)}.{Part(claims)}";
        var signature = rsa.SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{content}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Part(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));

    public void Dispose() => rsa.Dispose();
}

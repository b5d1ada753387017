using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace JuryBot.Teams.Tests;

/// <summary>One RSA key with the channels it speaks for.</summary>
public sealed class SigningKey(string id, RSAParameters? parameters = null)
{
    private static readonly Lazy<RSAParameters> Shared = new(() => RSA.Create(2048).ExportParameters(includePrivateParameters: true));

    private readonly RSA rsa = parameters is { } given ? RSA.Create(given) : RSA.Create(2048);

    /// <summary>The key most tests sign with: made once, since making one takes long.</summary>
    public static SigningKey Usual() => new("first", Shared.Value);

    public string Id => id;

    public byte[] PublicPem => Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem());

    public byte[] Modulus => rsa.ExportParameters(false).Modulus!;

    /// <summary>The channels it speaks for; <c>null</c> leaves the member out.</summary>
    public IReadOnlyList<string>? Endorsements { get; init; } = ["msteams", "webchat"];

    public SigningCredentials Credentials(string algorithm = SecurityAlgorithms.RsaSha256, string? kid = null) =>
        new(new RsaSecurityKey(rsa) { KeyId = kid ?? id }, algorithm);

    public JsonObject ToJson()
    {
        var numbers = rsa.ExportParameters(includePrivateParameters: false);
        var json = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = id,
            ["n"] = Base64UrlEncoder.Encode(numbers.Modulus),
            ["e"] = Base64UrlEncoder.Encode(numbers.Exponent),
        };
        if (Endorsements is not null)
        {
            json["endorsements"] = new JsonArray([.. Endorsements.Select(channel => JsonValue.Create(channel))]);
        }

        return json;
    }
}

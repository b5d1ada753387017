using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using JuryBot.Sandbox.People;

namespace JuryBot.Sandbox.Tokens;

/// <summary>A sign-in under way: who, for which page, and what the page must prove to redeem its code.</summary>
internal sealed record SignIn(Person Person, string RedirectUri, string Scope, string Challenge, string? Nonce, DateTimeOffset Expires);

/// <summary>Authorization codes: each is good once, for five minutes, against its PKCE verifier (S256).</summary>
internal sealed class SignIns
{
    private readonly ConcurrentDictionary<string, SignIn> codes = new();

    public string Begin(Person person, string redirectUri, string scope, string challenge, string? nonce)
    {
        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        codes[code] = new SignIn(person, redirectUri, scope, challenge, nonce, TimeProvider.System.GetUtcNow().AddMinutes(5));
        return code;
    }

    public SignIn? Redeem(string? code, string? redirectUri, string? verifier) =>
        code is not null && verifier is not null && codes.TryRemove(code, out var signIn)
        && signIn.RedirectUri == redirectUri && signIn.Expires > TimeProvider.System.GetUtcNow()
        && CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(signIn.Challenge),
            Encoding.ASCII.GetBytes(Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))))
            ? signIn : null;
}

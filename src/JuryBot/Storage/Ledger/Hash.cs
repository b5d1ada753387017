using System.Security.Cryptography;
using System.Text;

namespace JuryBot.Storage;

/// <summary>SHA-256 in lower-case hexadecimal.</summary>
internal static class Hash
{
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Unambiguous over the parts: they are hashed as a JSON array.</summary>
    public static string Of(params object?[] parts) => Of(CanonicalJson.Of(parts));

    /// <summary>A row's content, salted with its partition's salt: it tells a change and nothing of the content.</summary>
    public static string Salted(byte[] salt, params object?[] parts) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(CanonicalJson.Of(parts))));
}

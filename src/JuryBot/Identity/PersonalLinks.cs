using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using JuryBot.Storage;

namespace JuryBot.Identity;

/// <summary>What a personal link lets its holder do, for whom and until when: whoever opens it is that person, for that purpose only.</summary>
/// <param name="About">Id of what it is about, such as a session.</param>
public sealed record PersonalLink(string Purpose, string Person, string About, DateTimeOffset Expires);

/// <summary>Links for people without an account. The token stands in the mail alone: what is kept is its SHA-256.</summary>
public sealed class PersonalLinks(Lookups lookups, TimeProvider time)
{
    private const string Kind = "link";
    private const int TokenBytes = 32;

    /// <summary>Makes a token that nobody can guess, good for this link.</summary>
    public async Task<string> IssueAsync(PersonalLink link, CancellationToken cancellation)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        await lookups.PutAsync(Kind, Key(token), JsonSerializer.Serialize(link, Json.Options), cancellation);
        return token;
    }

    /// <summary>The link a token opens for a purpose; <c>null</c> for one that is unknown, expired or for something else.</summary>
    public async Task<PersonalLink?> FindAsync(string token, string purpose, CancellationToken cancellation) =>
        await lookups.GetAsync(Kind, Key(token), cancellation) is { } json
        && JsonSerializer.Deserialize<PersonalLink>(json, Json.Options) is { } link && link.Purpose == purpose && time.GetUtcNow() < link.Expires
            ? link
            : null;

    private static string Key(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

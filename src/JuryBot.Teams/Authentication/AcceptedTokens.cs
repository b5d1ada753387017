using System.Collections.Concurrent;
using Microsoft.IdentityModel.Tokens;

namespace JuryBot.Teams;

/// <summary>Tokens found valid a moment ago: the channel sends the same one for an hour, and checking a signature is most of what a turn
/// costs. Only what has passed the whole check gets in, letter for letter; it counts until the token ends, and while the keys stay those it was checked with.</summary>
internal sealed class AcceptedTokens
{
    /// <summary>Most tokens kept, of at most 16 KB each. The channel uses a few at a time.</summary>
    public const int Most = 256;

    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);

    public ChannelToken? Find(string header, IReadOnlyList<JsonWebKey> keys) =>
        entries.TryGetValue(header, out var entry) && ReferenceEquals(entry.Keys, keys) && TimeProvider.System.GetUtcNow() < entry.Until ? entry.Token : null;

    public void Keep(string header, ChannelToken token, IReadOnlyList<JsonWebKey> keys, DateTimeOffset until)
    {
        if (entries.Count >= Most)
        {
            entries.Clear();
        }

        entries[header] = new(token, keys, until);
    }

    private sealed record Entry(ChannelToken Token, IReadOnlyList<JsonWebKey> Keys, DateTimeOffset Until);
}

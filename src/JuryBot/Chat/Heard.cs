using System.Text.Json;
using JuryBot.Storage;

namespace JuryBot.Chat;

/// <summary>The last activities of each person that were taken to their end: the channel may bring one again, minutes later and to another replica.</summary>
public sealed class Heard(Lookups lookups)
{
    private const string Kind = "heard";
    private const int Most = 16;

    public async Task<bool> ContainsAsync(string entraId, string? activity, CancellationToken cancellation) =>
        activity is { Length: > 0 } && (await ReadAsync(entraId, cancellation)).Contains(Hash.Of(activity));

    /// <summary>Of two added at the same moment one may be forgotten, and answered again if it is brought again.</summary>
    public async Task AddAsync(string entraId, string? activity, CancellationToken cancellation)
    {
        if (activity is { Length: > 0 })
        {
            var last = (await ReadAsync(entraId, cancellation)).Append(Hash.Of(activity)).TakeLast(Most);
            await lookups.PutAsync(Kind, entraId, JsonSerializer.Serialize(last), cancellation);
        }
    }

    public Task ForgetAsync(string entraId, CancellationToken cancellation) => lookups.DeleteAsync(Kind, entraId, cancellation);

    private async Task<string[]> ReadAsync(string entraId, CancellationToken cancellation) =>
        JsonSerializer.Deserialize<string[]>(await lookups.GetAsync(Kind, entraId, cancellation) ?? "[]")!;
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace JuryBot.Storage;

/// <summary>One attempt at carrying out an effect: its identity, the same at every attempt, and its progress.</summary>
/// <param name="cause">Where the effect was decided.</param>
/// <param name="attempt">1 for the first.</param>
/// <param name="progress">JSON saved by an earlier attempt, <c>null</c> when there is none.</param>
/// <param name="save">Stores progress before it returns.</param>
public sealed class Delivery(Cause cause, int attempt, string? progress, Func<string, CancellationToken, Task> save)
{
    private string? progress = progress;

    /// <summary>What to hand to <see cref="Command"/> when the effect is a commit in another partition.</summary>
    public Cause Cause { get; } = cause;

    public string Id => Cause.Id;

    /// <summary>Deterministic; use it wherever a platform takes an idempotency key (Graph's transactionId).</summary>
    public Guid Key { get; private init; } = KeyOf(cause.Id);

    public string Table => Cause.Table;

    public string Partition => Cause.Partition;

    public long Sequence => Cause.Sequence;

    public int Index => Cause.Index;

    public int Attempt { get; } = attempt;

    /// <summary>What an earlier attempt, or this one, saved last; <c>default</c> when nothing was.</summary>
    public T? Progress<T>() => progress is null ? default : JsonSerializer.Deserialize<T>(progress, Json.Options);

    /// <summary>Survives crashes: e.g. the id of a draft mail, so that the next attempt sends that draft.</summary>
    public async Task SaveProgressAsync<T>(T value, CancellationToken ct = default)
    {
        var text = JsonSerializer.Serialize(value, Json.Options);
        await save(text, ct);
        progress = text;
    }

    /// <summary>One of several things this effect consists of, with a key and progress of its own; to be done one after the other. Its
    /// progress is this delivery's.</summary>
    public Delivery Part(string name)
    {
        var parts = Progress<Dictionary<string, string>>() ?? [];
        return new Delivery(Cause, Attempt, parts.GetValueOrDefault(name), (text, ct) => SaveProgressAsync(new Dictionary<string, string>(parts) { [name] = text }, ct))
        {
            Key = KeyOf($"{Cause.Id}|{name}"),
        };
    }

    private static Guid KeyOf(string id) => new(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 16));
}

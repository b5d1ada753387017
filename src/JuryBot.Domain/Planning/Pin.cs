using System.Text.Json.Serialization;

namespace JuryBot.Domain.Planning;

/// <summary>The parts of an exam that stay as they are: any of start, room and members by role.</summary>
public sealed record Pin
{
    [JsonConverter(typeof(LocalMinuteConverter))]
    public DateTime? Start { get; init; }

    public string? Room { get; init; }

    public IReadOnlyDictionary<string, string> Members { get; init; } = new Dictionary<string, string>();

    /// <summary>Nothing is pinned: the same as no pin at all.</summary>
    [JsonIgnore]
    public bool IsEmpty => Start is null && Room is null && Members.Count == 0;
}

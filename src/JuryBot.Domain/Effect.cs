using System.Text.Json.Serialization;

namespace JuryBot.Domain;

/// <summary>Something that should happen because a decision was taken: committed together with it, delivered afterwards.</summary>
public abstract record Effect
{
    /// <summary>Deliveries to one recipient happen in the order they were decided in.</summary>
    [JsonIgnore]
    public abstract string Recipient { get; }

    /// <summary>Not to be delivered before this moment; <c>null</c> means at once. Later than a few minutes makes it a deadline.</summary>
    public DateTimeOffset? NotBefore { get; init; }
}

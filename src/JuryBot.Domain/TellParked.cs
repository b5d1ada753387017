using System.Text.Json.Serialization;

namespace JuryBot.Domain;

/// <summary>Tell the coordinators what was given up of an aggregate, and what they can do; nothing is said when nothing is given up any more.</summary>
/// <param name="Table">Where the aggregate is, and its partition.</param>
public sealed record TellParked(string Table, string Partition) : Effect
{
    [JsonIgnore]
    public override string Recipient => $"problems|{Table}|{Partition}";
}

using System.Text.Json.Serialization;

namespace JuryBot.Domain.Planning;

/// <summary>A stretch of local time, its end excluded.</summary>
public sealed record LocalRange(
    [property: JsonConverter(typeof(LocalMinuteConverter))] DateTime From,
    [property: JsonConverter(typeof(LocalMinuteConverter))] DateTime To);

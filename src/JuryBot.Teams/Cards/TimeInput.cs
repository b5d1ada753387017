using System.Text.Json.Serialization;

namespace JuryBot.Teams.Cards;

/// <summary>A time of day, to the minute; sent as "14:30".</summary>
public sealed record TimeInput(string Id) : InputElement(Id)
{
    [JsonConverter(typeof(MinuteConverter))]
    public TimeOnly? Value { get; init; }

    [JsonConverter(typeof(MinuteConverter))]
    public TimeOnly? Min { get; init; }

    [JsonConverter(typeof(MinuteConverter))]
    public TimeOnly? Max { get; init; }

    public string? Placeholder { get; init; }
}

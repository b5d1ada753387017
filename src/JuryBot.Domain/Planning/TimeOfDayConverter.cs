using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace JuryBot.Domain.Planning;

/// <summary>A time of day, <c>HH:mm</c>.</summary>
public sealed class TimeOfDayConverter : JsonConverter<TimeOnly>
{
    /// <exception cref="JsonException">Anything but that form.</exception>
    public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
        && TimeOnly.TryParseExact(reader.GetString(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString("HH:mm", CultureInfo.InvariantCulture));
}

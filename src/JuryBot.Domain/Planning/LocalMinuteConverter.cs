using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace JuryBot.Domain.Planning;

/// <summary>A local date and time of day, <c>yyyy-MM-ddTHH:mm</c>, without offset; always <see cref="DateTimeKind.Unspecified"/>.</summary>
public sealed class LocalMinuteConverter : JsonConverter<DateTime>
{
    public const string Format = "yyyy-MM-dd'T'HH:mm";

    /// <exception cref="JsonException">Anything but that form.</exception>
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
        && DateTime.TryParseExact(reader.GetString(), Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(Format, CultureInfo.InvariantCulture));
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace JuryBot.Teams.Cards;

/// <summary>A width is a word, or a number when it is a share.</summary>
internal sealed class WidthConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number ? reader.GetInt32().ToString(CultureInfo.InvariantCulture) : reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var share))
        {
            writer.WriteNumberValue(share);
        }
        else
        {
            writer.WriteStringValue(value);
        }
    }
}

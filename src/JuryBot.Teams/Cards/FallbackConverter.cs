using System.Text.Json;
using System.Text.Json.Serialization;

namespace JuryBot.Teams.Cards;

/// <summary>"drop", or an object whose <c>type</c> tells what it is.</summary>
internal sealed class FallbackConverter : JsonConverter<Fallback>
{
    public override Fallback? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var json = JsonElement.ParseValue(ref reader);
        return json.ValueKind == JsonValueKind.String ? Fallback.Drop : json.Member("type")?.AsText() switch
        {
            "Column" => json.Deserialize<Column>(options)!,
            { } type when type.StartsWith("Action.", StringComparison.Ordinal) => json.Deserialize<CardAction>(options)!,
            _ => json.Deserialize<CardElement>(options)!,
        };
    }

    public override void Write(Utf8JsonWriter writer, Fallback value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case { Element: { } element }:
                JsonSerializer.Serialize(writer, element, options);
                break;
            case { Column: { } column }:
                JsonSerializer.Serialize(writer, column, options);
                break;
            case { Action: { } action }:
                JsonSerializer.Serialize(writer, action, options);
                break;
            default:
                writer.WriteStringValue("drop");
                break;
        }
    }
}

using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace JuryBot.Teams;

/// <summary>An element is JSON already: it is written as it stands, unless another serializer escaped more of it than is needed, which would count against the size limit.</summary>
internal sealed class RawElementConverter : JsonConverter<JsonElement>
{
    public override JsonElement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonElement.ParseValue(ref reader);

    public override void Write(Utf8JsonWriter writer, JsonElement value, JsonSerializerOptions options)
    {
        var json = JsonMarshal.GetRawUtf8Value(value);
        if (json.IndexOf("\\u"u8) < 0)
        {
            writer.WriteRawValue(json, skipInputValidation: true);
        }
        else
        {
            value.WriteTo(writer);
        }
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace JuryBot.Teams;

/// <summary>How everything of this library is written and read: camelCase, nulls omitted, enumerations as camelCase
/// words, unknown members ignored, a missing required member or a null where none may be is a <see cref="JsonException"/>.</summary>
public static class TeamsJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>The value as a JSON element, which any other serializer writes unchanged.</summary>
    public static JsonElement ToElement<T>(T value) => JsonSerializer.SerializeToElement(value, Options);

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            RespectNullableAnnotations = true,
            AllowOutOfOrderMetadataProperties = true,
            // Bodies travel as application/json, never inside HTML: accents stay one character, which keeps messages under the size limit.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new RawElementConverter(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace JuryBot.Domain.Planning;

/// <summary>The objectives a file may name, in camelCase.</summary>
internal sealed class ObjectiveKindConverter : JsonConverter<ObjectiveKind>
{
    private static readonly Dictionary<string, ObjectiveKind> Names = ObjectiveKinds.Default.ToDictionary(Name);

    /// <exception cref="JsonException">Any other word.</exception>
    public override ObjectiveKind Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Names.TryGetValue(reader.GetString()!, out var kind) ? kind : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, ObjectiveKind value, JsonSerializerOptions options) => writer.WriteStringValue(Name(value));

    private static string Name(ObjectiveKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
}

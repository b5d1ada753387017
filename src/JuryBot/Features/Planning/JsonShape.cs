using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using JuryBot.Domain.Planning;

namespace JuryBot.Features.Planning;

/// <summary>Walks a file beside the type it should hold, and collects everything that does not fit and where everything is. The
/// serializer stops at the first mistake and speaks of its own types; this is for the person who wrote the file.</summary>
internal sealed class JsonShape
{
    private readonly List<InputError> errors = [];
    private readonly Dictionary<string, long> offsets = [];

    private JsonShape()
    {
    }

    public IReadOnlyList<InputError> Errors => errors;

    /// <summary>Where the value at a path begins.</summary>
    public long OffsetOf(string path) => offsets.GetValueOrDefault(path);

    public static JsonShape Walk(ReadOnlySpan<byte> json, Type type)
    {
        PlanningJson.Options.MakeReadOnly(populateMissingResolver: true);
        var shape = new JsonShape();
        var reader = new Utf8JsonReader(json);
        try
        {
            reader.Read();
            shape.Value(ref reader, type, nullable: false, "$");
            reader.Read();
        }
        catch (JsonException broken)
        {
            var at = Offset(json, broken.LineNumber ?? 0, broken.BytePositionInLine ?? 0);
            shape.errors.Add(json[at..].Trim(" \t\r\n"u8).IsEmpty
                ? new(at, "$", "EndsTooSoon")
                : new(at, "$", "NotJson", Rune.DecodeFromUtf8(json[at..], out var rune, out _) == System.Buffers.OperationStatus.Done ? rune.ToString() : ""));
        }

        return shape;
    }

    /// <summary>How a file spells a word of ours.</summary>
    public static string Word(Enum word) => JsonNamingPolicy.CamelCase.ConvertName(word.ToString());

    private void Value(ref Utf8JsonReader reader, Type type, bool nullable, string path)
    {
        var at = offsets[path] = reader.TokenStartIndex;
        var underlying = Nullable.GetUnderlyingType(type);
        if (reader.TokenType == JsonTokenType.Null)
        {
            if (!nullable && underlying is null)
            {
                errors.Add(new(at, path, "Null"));
            }

            return;
        }

        var info = PlanningJson.Options.GetTypeInfo(underlying ?? type);
        switch (info.Kind)
        {
            case JsonTypeInfoKind.Object when Opens(ref reader, JsonTokenType.StartObject, path, "NotAnObject"):
                Object(ref reader, info, path);
                break;
            case JsonTypeInfoKind.Dictionary when Opens(ref reader, JsonTokenType.StartObject, path, "NotAnObject"):
                Map(ref reader, info.ElementType!, path);
                break;
            case JsonTypeInfoKind.Enumerable when Opens(ref reader, JsonTokenType.StartArray, path, "NotAList"):
                for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
                {
                    Value(ref reader, info.ElementType!, nullable: false, $"{path}[{i}]");
                }

                break;
            case JsonTypeInfoKind.None:
                Leaf(ref reader, info.Type, path);
                break;
        }
    }

    private bool Opens(ref Utf8JsonReader reader, JsonTokenType token, string path, string rule)
    {
        if (reader.TokenType == token)
        {
            return true;
        }

        errors.Add(new(reader.TokenStartIndex, path, rule, Shown(ref reader)));
        reader.Skip();
        return false;
    }

    private void Object(ref Utf8JsonReader reader, JsonTypeInfo info, string path)
    {
        var start = reader.TokenStartIndex;
        // What the types keep for themselves is not a part of the file.
        var known = info.Properties.Where(property => property.Set is not null || property.AssociatedParameter is not null).ToDictionary(property => property.Name);
        var seen = new HashSet<string>();
        while (NextName(ref reader, path) is { } name)
        {
            var (at, here) = (reader.TokenStartIndex, $"{path}.{name}");
            if (!seen.Add(name))
            {
                errors.Add(new(at, here, "DuplicateProperty", name));
            }

            reader.Read();
            if (known.TryGetValue(name, out var property))
            {
                Value(ref reader, property.PropertyType, property.AssociatedParameter?.IsNullable ?? property.IsSetNullable, here);
            }
            else
            {
                errors.Add(new(at, here, "UnknownProperty", name, string.Join(", ", known.Keys)));
                reader.Skip();
            }
        }

        errors.AddRange(known.Values.Where(property => property.IsRequired && !seen.Contains(property.Name))
            .Select(property => new InputError(start, path, "MissingProperty", property.Name)));
    }

    private void Map(ref Utf8JsonReader reader, Type element, string path)
    {
        var seen = new HashSet<string>();
        while (NextName(ref reader, path) is { } name)
        {
            if (!seen.Add(name))
            {
                errors.Add(new(reader.TokenStartIndex, $"{path}.{name}", "DuplicateProperty", name));
            }

            reader.Read();
            Value(ref reader, element, nullable: false, $"{path}.{name}");
        }
    }

    private string? NextName(ref Utf8JsonReader reader, string path)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (Text(ref reader) is { } name)
            {
                return name;
            }

            errors.Add(new(reader.TokenStartIndex, path, "NotUnicode"));
            reader.Skip();
        }

        return null;
    }

    private void Leaf(ref Utf8JsonReader reader, Type type, string path)
    {
        var text = reader.TokenType == JsonTokenType.String ? Text(ref reader) : null;
        var at = reader.TokenStartIndex;
        if (reader.TokenType == JsonTokenType.String && text is null)
        {
            errors.Add(new(at, path, "NotUnicode"));
            return;
        }

        var words = type == typeof(ObjectiveKind) ? ObjectiveKinds.Default.Select(kind => Word(kind))
            : type.IsEnum ? Enum.GetValuesAsUnderlyingType(type).Cast<object>().Select(value => Word((Enum)Enum.ToObject(type, value)))
            : null;
        var wrong = type switch
        {
            _ when words is not null => text is null || !words.Contains(text) ? "NotAWord" : null,
            _ when type == typeof(string) => text is null ? "NotText" : null,
            _ when type == typeof(bool) => reader.TokenType is JsonTokenType.True or JsonTokenType.False ? null : "NotYesOrNo",
            _ when type == typeof(int) => reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out _) ? null : "NotAWholeNumber",
            _ when type == typeof(long) => reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out _) ? null : "NotAWholeNumber",
            _ when type == typeof(double) => reader.TokenType == JsonTokenType.Number ? null : "NotANumber",
            _ when type == typeof(DateOnly) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null : "NotADate",
            _ when type == typeof(TimeOnly) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null : "NotATimeOfDay",
            _ when type == typeof(DateTime) => DateTime.TryParseExact(text, LocalMinuteConverter.Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null : "NotALocalTime",
            _ => null,
        };
        if (wrong is not null)
        {
            errors.Add(new(at, path, wrong, Shown(ref reader), string.Join(", ", words ?? [])));
        }

        reader.Skip();
    }

    private static string Shown(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => "{…}",
        JsonTokenType.StartArray => "[…]",
        JsonTokenType.String => $"\"{Text(ref reader)}\"",
        _ => Encoding.UTF8.GetString(reader.ValueSpan),
    };

    /// <summary><c>null</c> when escapes in it make no character.</summary>
    private static string? Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static int Offset(ReadOnlySpan<byte> json, long line, long column)
    {
        var start = 0;
        for (; line > 0; line--)
        {
            start += json[start..].IndexOf((byte)'\n') + 1;
        }

        return (int)Math.Min(start + column, json.Length);
    }
}

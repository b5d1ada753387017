using System.Text.Json;

namespace JuryBot.Teams;

/// <content>The parts of an activity, each read where the reader stands.</content>
internal static partial class ActivityReader
{
    /// <param name="reader">Before the text.</param>
    /// <param name="usual">What it mostly says, which need not be made again.</param>
    private static string? Text(ref Utf8JsonReader reader, params ReadOnlySpan<string> usual)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException("A text of the activity is no text.");
        }

        foreach (var word in usual)
        {
            if (reader.ValueTextEquals(word))
            {
                return word;
            }
        }

        return reader.GetString();
    }

    private static JsonElement? Part(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? null : JsonElement.ParseValue(ref reader);
    }

    /// <summary>A part that few turns look at, as it was written.</summary>
    /// <param name="reader">Before the part's value.</param>
    /// <param name="json">What it reads.</param>
    /// <param name="kind">How the part must begin; <see cref="JsonTokenType.None"/> for any.</param>
    private static ReadOnlyMemory<byte> Unread(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, JsonTokenType kind)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return default;
        }

        if (kind != JsonTokenType.None && reader.TokenType != kind)
        {
            throw new JsonException("A list of the activity is no list.");
        }

        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return json[start..(int)reader.BytesConsumed].ToArray();
    }

    private static ChannelAccount? Account(ref Utf8JsonReader reader)
    {
        if (!Opens(ref reader))
        {
            return null;
        }

        string? id, name, aadObjectId, role;
        id = name = aadObjectId = role = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                id = Text(ref reader);
            }
            else if (reader.ValueTextEquals("name"u8))
            {
                name = Text(ref reader);
            }
            else if (reader.ValueTextEquals("aadObjectId"u8))
            {
                aadObjectId = Text(ref reader);
            }
            else if (reader.ValueTextEquals("role"u8))
            {
                role = Text(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new() { Id = id ?? throw new JsonException("A person of the activity has no id."), Name = name, AadObjectId = aadObjectId, Role = role };
    }

    private static ConversationAccount? Place(ref Utf8JsonReader reader)
    {
        if (!Opens(ref reader))
        {
            return null;
        }

        string? id, name, type, tenant;
        id = name = type = tenant = null;
        bool? isGroup = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                id = Text(ref reader);
            }
            else if (reader.ValueTextEquals("name"u8))
            {
                name = Text(ref reader);
            }
            else if (reader.ValueTextEquals("conversationType"u8))
            {
                type = Text(ref reader, "personal");
            }
            else if (reader.ValueTextEquals("tenantId"u8))
            {
                tenant = Text(ref reader);
            }
            else if (reader.ValueTextEquals("isGroup"u8))
            {
                reader.Read();
                isGroup = reader.TokenType switch
                {
                    JsonTokenType.True => true,
                    JsonTokenType.False => false,
                    JsonTokenType.Null => null,
                    _ => throw new JsonException("The conversation's kind is neither true nor false."),
                };
            }
            else
            {
                reader.Skip();
            }
        }

        return new() { Id = id ?? throw new JsonException("The conversation has no id."), Name = name, ConversationType = type, TenantId = tenant, IsGroup = isGroup };
    }

    /// <returns>Whether an object begins; null is none.</returns>
    private static bool Opens(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => true,
            JsonTokenType.Null => false,
            _ => throw new JsonException("A part of the activity is no object."),
        };
    }

    private static T? Typed<T>(ref Utf8JsonReader reader)
    {
        reader.Read();
        return JsonSerializer.Deserialize<T>(ref reader, TeamsJson.Options);
    }
}

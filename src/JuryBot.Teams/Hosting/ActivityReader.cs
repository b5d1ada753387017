using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Unicode;

namespace JuryBot.Teams;

/// <summary>Reads a request's body as an activity that can be answered.</summary>
internal static class ActivityReader
{
    /// <exception cref="JsonException">The body is not such an activity, or holds text that is not Unicode, which nobody could read, store or send.</exception>
    public static async ValueTask<Activity> ReadAsync(PipeReader body)
    {
        ReadResult read;
        while (!(read = await body.ReadAsync()).IsCompleted)
        {
            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }

        try
        {
            return Parse(read.Buffer.IsSingleSegment ? read.Buffer.FirstSpan : read.Buffer.ToArray());
        }
        finally
        {
            body.AdvanceTo(read.Buffer.End);
        }
    }

    private static Activity Parse(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json) || (MayHoldSurrogates(json) && HoldsBrokenText(json)))
        {
            throw new JsonException("The activity holds text that is not Unicode.");
        }

        var activity = Read(json);
        return activity is { Type.Length: > 0, From.Id.Length: > 0 }
            && ConnectorClient.IsUsable(activity.Conversation?.Id)
            && (activity.ReplyToId is null || ConnectorClient.IsUsable(activity.ReplyToId))
            && activity.MembersAdded?.Contains(null!) != true
            && activity.MembersRemoved?.Contains(null!) != true
                ? activity
                : throw new JsonException("The activity lacks its type, conversation or sender.");
    }

    /// <summary>By hand, in one pass: every turn pays for it.</summary>
    private static Activity Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("The activity is no object.");
        }

        string? type, id, channelId, serviceUrl, replyToId, text, textFormat, summary, name, locale, action;
        type = id = channelId = serviceUrl = replyToId = text = textFormat = summary = name = locale = action = null;
        JsonElement? value = null;
        ReadOnlyMemory<byte> channelData = default, entities = default;
        ChannelAccount? from = null, recipient = null;
        ConversationAccount? conversation = null;
        IReadOnlyList<Attachment>? attachments = null;
        IReadOnlyList<ChannelAccount>? added = null, removed = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
            {
                type = Text(ref reader, ActivityTypes.Message, ActivityTypes.Invoke);
            }
            else if (reader.ValueTextEquals("id"u8))
            {
                id = Text(ref reader);
            }
            else if (reader.ValueTextEquals("channelId"u8))
            {
                channelId = Text(ref reader, "msteams");
            }
            else if (reader.ValueTextEquals("serviceUrl"u8))
            {
                serviceUrl = Text(ref reader);
            }
            else if (reader.ValueTextEquals("replyToId"u8))
            {
                replyToId = Text(ref reader);
            }
            else if (reader.ValueTextEquals("text"u8))
            {
                text = Text(ref reader);
            }
            else if (reader.ValueTextEquals("textFormat"u8))
            {
                textFormat = Text(ref reader);
            }
            else if (reader.ValueTextEquals("summary"u8))
            {
                summary = Text(ref reader);
            }
            else if (reader.ValueTextEquals("name"u8))
            {
                name = Text(ref reader, InvokeNames.AdaptiveCardAction);
            }
            else if (reader.ValueTextEquals("locale"u8))
            {
                locale = Text(ref reader);
            }
            else if (reader.ValueTextEquals("action"u8))
            {
                action = Text(ref reader);
            }
            else if (reader.ValueTextEquals("value"u8))
            {
                value = Part(ref reader);
            }
            else if (reader.ValueTextEquals("channelData"u8))
            {
                channelData = Unread(ref reader, json, JsonTokenType.None);
            }
            else if (reader.ValueTextEquals("from"u8))
            {
                from = Account(ref reader);
            }
            else if (reader.ValueTextEquals("recipient"u8))
            {
                recipient = Account(ref reader);
            }
            else if (reader.ValueTextEquals("conversation"u8))
            {
                conversation = Place(ref reader);
            }
            else if (reader.ValueTextEquals("entities"u8))
            {
                entities = Unread(ref reader, json, JsonTokenType.StartArray);
            }
            else if (reader.ValueTextEquals("attachments"u8))
            {
                attachments = Typed<IReadOnlyList<Attachment>>(ref reader);
            }
            else if (reader.ValueTextEquals("membersAdded"u8))
            {
                added = Typed<IReadOnlyList<ChannelAccount>>(ref reader);
            }
            else if (reader.ValueTextEquals("membersRemoved"u8))
            {
                removed = Typed<IReadOnlyList<ChannelAccount>>(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        _ = reader.Read(); // throws when something follows
        return new()
        {
            Type = type ?? "",
            Id = id,
            ChannelId = channelId,
            ServiceUrl = serviceUrl,
            ReplyToId = replyToId,
            From = from,
            Recipient = recipient,
            Conversation = conversation,
            UnreadChannelData = channelData,
            Text = text,
            TextFormat = textFormat,
            Summary = summary,
            Value = value,
            Name = name,
            Locale = locale,
            UnreadEntities = entities,
            Attachments = attachments,
            MembersAdded = added,
            MembersRemoved = removed,
            Action = action,
        };
    }

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

    private static bool MayHoldSurrogates(ReadOnlySpan<byte> json) => json.IndexOf("\\uD"u8) >= 0 || json.IndexOf("\\ud"u8) >= 0;

    private static bool HoldsBrokenText(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                {
                    _ = reader.GetString();
                }
            }

            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }
}

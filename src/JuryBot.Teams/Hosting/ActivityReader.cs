using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Unicode;

namespace JuryBot.Teams;

/// <summary>Reads a request's body as an activity that can be answered.</summary>
internal static partial class ActivityReader
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

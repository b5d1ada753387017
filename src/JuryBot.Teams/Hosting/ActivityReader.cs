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

        var activity = Read(JsonElement.Parse(json));
        return activity is { Type.Length: > 0, From.Id.Length: > 0 }
            && ConnectorClient.IsUsable(activity.Conversation?.Id)
            && (activity.ReplyToId is null || ConnectorClient.IsUsable(activity.ReplyToId))
            && activity.MembersAdded?.Contains(null!) != true
            && activity.MembersRemoved?.Contains(null!) != true
                ? activity
                : throw new JsonException("The activity lacks its type, conversation or sender.");
    }

    /// <summary>By hand: every turn pays for it, and the serializer reads each part that stays JSON twice more and copies it.</summary>
    private static Activity Read(JsonElement json) => json.ValueKind != JsonValueKind.Object ? throw new JsonException("The activity is no object.") : new()
    {
        Type = Text(json, "type"u8) ?? "",
        Id = Text(json, "id"u8),
        ChannelId = Text(json, "channelId"u8),
        ServiceUrl = Text(json, "serviceUrl"u8),
        ReplyToId = Text(json, "replyToId"u8),
        From = Typed<ChannelAccount>(json, "from"u8),
        Recipient = Typed<ChannelAccount>(json, "recipient"u8),
        Conversation = Typed<ConversationAccount>(json, "conversation"u8),
        ChannelData = Part(json, "channelData"u8),
        Text = Text(json, "text"u8),
        TextFormat = Text(json, "textFormat"u8),
        Summary = Text(json, "summary"u8),
        Value = Part(json, "value"u8),
        Name = Text(json, "name"u8),
        Locale = Text(json, "locale"u8),
        Entities = Part(json, "entities"u8) switch
        {
            null => null,
            { ValueKind: JsonValueKind.Array } entities => [.. entities.EnumerateArray()],
            _ => throw new JsonException("The entities are no array."),
        },
        Attachments = Typed<IReadOnlyList<Attachment>>(json, "attachments"u8),
        MembersAdded = Typed<IReadOnlyList<ChannelAccount>>(json, "membersAdded"u8),
        MembersRemoved = Typed<IReadOnlyList<ChannelAccount>>(json, "membersRemoved"u8),
        Action = Text(json, "action"u8),
    };

    private static JsonElement? Part(JsonElement json, ReadOnlySpan<byte> name) =>
        json.TryGetProperty(name, out var part) && part.ValueKind != JsonValueKind.Null ? part : null;

    private static T? Typed<T>(JsonElement json, ReadOnlySpan<byte> name) => Part(json, name) is { } part ? part.Deserialize<T>(TeamsJson.Options) : default;

    private static string? Text(JsonElement json, ReadOnlySpan<byte> name) => Part(json, name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        _ => throw new JsonException("A text of the activity is no text."),
    };

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

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

        var activity = JsonSerializer.Deserialize<Activity>(json, TeamsJson.Options);
        return activity is { Type.Length: > 0, From.Id.Length: > 0 }
            && ConnectorClient.IsUsable(activity.Conversation?.Id)
            && (activity.ReplyToId is null || ConnectorClient.IsUsable(activity.ReplyToId))
            && activity.MembersAdded?.Contains(null!) != true
            && activity.MembersRemoved?.Contains(null!) != true
                ? activity
                : throw new JsonException("The activity lacks its type, conversation or sender.");
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

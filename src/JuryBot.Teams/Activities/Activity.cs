using System.Text.Json;

namespace JuryBot.Teams;

/// <summary>One activity of the Activity protocol, inbound or outbound. Unknown members are ignored when reading.
/// An activity that came through <see cref="BotEndpoint"/> always has a conversation, a sender, a channel and a service address.</summary>
public sealed record Activity
{
    /// <summary>One of <see cref="ActivityTypes"/>, or a word this library does not know.</summary>
    public required string Type { get; init; }

    public string? Id { get; init; }

    /// <summary>"msteams" for Teams.</summary>
    public string? ChannelId { get; init; }

    /// <summary>Base address of the connector that speaks for this conversation.</summary>
    public string? ServiceUrl { get; init; }

    /// <summary>For a card action: the message that carries the card.</summary>
    public string? ReplyToId { get; init; }

    public ChannelAccount? From { get; init; }

    public ChannelAccount? Recipient { get; init; }

    public ConversationAccount? Conversation { get; init; }

    public JsonElement? ChannelData { get => field ?? Read(UnreadChannelData); init; }

    /// <summary>The channel data of an activity that came, as it was written; empty when there is none. Few turns look at it.</summary>
    internal ReadOnlyMemory<byte> UnreadChannelData { get; init; }

    public string? Text { get; init; }

    /// <summary>"markdown" (the channel's default), "plain" or "xml".</summary>
    public string? TextFormat { get; init; }

    /// <summary>What a notification shows for a message that is only a card.</summary>
    public string? Summary { get; init; }

    /// <summary>What a card action or an invoke carries.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>Name of an invoke or event, e.g. <see cref="InvokeNames.AdaptiveCardAction"/>.</summary>
    public string? Name { get; init; }

    /// <summary>BCP 47 language of the sender's client, e.g. "fr-FR".</summary>
    public string? Locale { get; init; }

    public IReadOnlyList<JsonElement>? Entities { get => field ?? (Read(UnreadEntities) is { } list ? [.. list.EnumerateArray()] : null); init; }

    /// <summary>The entities of an activity that came, a list as it was written; empty when there is none.</summary>
    internal ReadOnlyMemory<byte> UnreadEntities { get; init; }

    public IReadOnlyList<Attachment>? Attachments { get; init; }

    /// <summary>May list the bot itself.</summary>
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }

    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }

    /// <summary>For an installationUpdate: add, add-upgrade, remove or remove-upgrade.</summary>
    public string? Action { get; init; }

    /// <summary>Where to send answers to, now or later.</summary>
    /// <exception cref="InvalidOperationException">The activity names no conversation or no service address.</exception>
    public ConversationReference GetConversationReference() => new()
    {
        Conversation = Conversation ?? throw new InvalidOperationException("The activity names no conversation."),
        ServiceUrl = ServiceUrl ?? throw new InvalidOperationException("The activity names no service address."),
        ActivityId = Id,
        Bot = Recipient,
        User = From,
        ChannelId = ChannelId,
        Locale = Locale,
        TenantId = GetTenantId(),
    };

    /// <summary>The Entra tenant the conversation belongs to, or <c>null</c> when the channel did not say.</summary>
    public string? GetTenantId() =>
        Conversation?.TenantId
        ?? ChannelData?.Member("tenant")?.Member("id")?.AsText();

    /// <summary>The text without the mentions of the bot that a group chat or channel puts into it, trimmed.</summary>
    public string GetTextWithoutBotMention()
    {
        var text = Text ?? "";
        foreach (var entity in Entities ?? [])
        {
            if (entity.Member("type")?.AsText() == "mention"
                && entity.Member("mentioned")?.Member("id")?.AsText() is { } mentioned && mentioned == Recipient?.Id
                && entity.Member("text")?.AsText() is { Length: > 0 } mention)
            {
                text = text.Replace(mention, "", StringComparison.Ordinal);
            }
        }

        return text.Trim();
    }

    private static JsonElement? Read(ReadOnlyMemory<byte> json) => json.IsEmpty ? null : JsonElement.Parse(json.Span);
}

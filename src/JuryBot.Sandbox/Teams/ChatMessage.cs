using System.Text.Json.Nodes;

namespace JuryBot.Sandbox.Teams;

/// <summary>A message in a person's chat with JuryBot.</summary>
public sealed class ChatMessage
{
    public required string Id { get; init; }

    /// <summary>bot or me.</summary>
    public required string From { get; init; }

    public DateTimeOffset At { get; init; }

    public string? Text { get; set; }

    /// <summary>Bot Framework attachments: <c>{contentType, content}</c>.</summary>
    public List<JsonObject> Attachments { get; set; } = [];

    public DateTimeOffset? UpdatedAt { get; set; }

    public bool Deleted { get; set; }

    /// <summary>The message's Adaptive Card as it stands, if it has one.</summary>
    public ReceivedCard? Card => !Deleted && Attachments.Find(CardRules.IsCard)?["content"] is JsonObject card ? new ReceivedCard(card) : null;
}

/// <summary>A person's one-to-one chat with JuryBot.</summary>
public sealed class Chat
{
    /// <summary>Object id of whose it is.</summary>
    public required string Person { get; init; }

    /// <summary>Whether JuryBot is installed for them: only then may it write.</summary>
    public bool Installed { get; set; }

    public List<ChatMessage> Messages { get; init; } = [];
}

using System.Text.Json.Nodes;

namespace JuryBot.Sandbox.Graph;

/// <summary>Somebody who is notified of changes in a mailbox's events.</summary>
public sealed class GraphSubscription
{
    public required string Id { get; init; }

    /// <summary>As it was asked for.</summary>
    public required string Resource { get; init; }

    /// <summary>Address of the mailbox.</summary>
    public required string Mailbox { get; init; }

    public required IReadOnlySet<string> ChangeTypes { get; init; }

    public required Uri NotificationUrl { get; init; }

    public Uri? LifecycleUrl { get; init; }

    public string? ClientState { get; init; }

    public DateTimeOffset Expires { get; set; }

    /// <summary>A notification did not arrive: <c>missed</c> goes out before the next.</summary>
    internal bool Missed { get; set; }

    internal JsonObject ToJson() => new()
    {
        ["id"] = Id, ["resource"] = Resource, ["changeType"] = string.Join(',', ChangeTypes), ["notificationUrl"] = NotificationUrl.OriginalString,
        ["lifecycleNotificationUrl"] = LifecycleUrl?.OriginalString, ["expirationDateTime"] = GraphTime.Stamp(Expires),
        ["clientState"] = null, // never given back
    };
}

using System.Text.Json.Nodes;

namespace JuryBot.Sandbox.Mail;

/// <summary>A mail in one mailbox: a draft, a sent one or a received one.</summary>
public sealed class MailItem
{
    public required string Id { get; set; }

    /// <summary>Address of the mailbox it lies in.</summary>
    public required string Owner { get; init; }

    public required string From { get; init; }

    public List<string> To { get; set; } = [];

    public string Subject { get; set; } = "";

    public string Html { get; set; } = "";

    public DateTimeOffset At { get; set; }

    public bool Read { get; set; }

    /// <summary>drafts, sentitems or inbox.</summary>
    public required string Folder { get; set; }

    /// <summary>Whether <see cref="Id"/> stays when the draft is sent.</summary>
    public bool Immutable { get; init; }

    /// <summary>Id of the event in the same person's calendar that this mail is about.</summary>
    public string? EventId { get; init; }

    /// <summary>Single-value extended properties: id → value.</summary>
    public Dictionary<string, string> Properties { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    public List<JsonObject> Attachments { get; set; } = [];
}

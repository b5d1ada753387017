namespace JuryBot.Teams;

/// <summary>What to keep of an activity to write into its conversation later (proactively).</summary>
public sealed record ConversationReference
{
    public required ConversationAccount Conversation { get; init; }

    public required string ServiceUrl { get; init; }

    public string? ActivityId { get; init; }

    public ChannelAccount? Bot { get; init; }

    public ChannelAccount? User { get; init; }

    public string? ChannelId { get; init; }

    public string? Locale { get; init; }

    public string? TenantId { get; init; }
}

namespace JuryBot.Teams;

public sealed record ConversationAccount
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    /// <summary>"personal", "groupChat" or "channel".</summary>
    public string? ConversationType { get; init; }

    public string? TenantId { get; init; }

    public bool? IsGroup { get; init; }
}

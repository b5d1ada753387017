namespace JuryBot.Teams;

/// <summary>A member of a conversation, as its roster tells.</summary>
public sealed record TeamsChannelAccount
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    public string? AadObjectId { get; init; }

    public string? Email { get; init; }

    public string? UserPrincipalName { get; init; }

    public string? GivenName { get; init; }

    public string? Surname { get; init; }

    public string? TenantId { get; init; }

    /// <summary>"user", "guest" or "anonymous".</summary>
    public string? UserRole { get; init; }
}

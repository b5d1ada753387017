namespace JuryBot.Teams;

/// <summary>A person or bot as the channel knows it.</summary>
public sealed record ChannelAccount
{
    /// <summary>"29:…" for a person, "28:{app id}" for a bot. Belongs to this bot: another bot sees another id.</summary>
    public required string Id { get; init; }

    public string? Name { get; init; }

    /// <summary>The person's object id in Entra.</summary>
    public string? AadObjectId { get; init; }

    public string? Role { get; init; }
}

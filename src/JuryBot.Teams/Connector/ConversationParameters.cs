using System.Text.Json;

namespace JuryBot.Teams;

/// <summary>A conversation to create.</summary>
public sealed record ConversationParameters
{
    public required ChannelAccount Bot { get; init; }

    public required IReadOnlyList<ChannelAccount> Members { get; init; }

    public string? TenantId { get; init; }

    public bool IsGroup { get; init; }

    public JsonElement? ChannelData { get; init; }

    /// <summary>The chat of one person with the bot. The app must be installed for them; creating it again gives the same chat.</summary>
    /// <param name="appId">The bot's application id.</param>
    /// <param name="userId">The person's "29:…" id.</param>
    /// <param name="tenantId">The person's tenant.</param>
    public static ConversationParameters Personal(string appId, string userId, string tenantId) => new()
    {
        Bot = new() { Id = $"28:{appId}" },
        Members = [new() { Id = userId }],
        TenantId = tenantId,
        ChannelData = TeamsJson.ToElement(new { tenant = new { id = tenantId } }),
    };
}

namespace JuryBot.Teams;

/// <summary>Who acted, vouched for by the channel's token. Never read an identity from a card's data.</summary>
/// <param name="UserId">The person's "29:…" id.</param>
/// <param name="AadObjectId">Their object id in Entra; <c>null</c> for a bot or an anonymous person.</param>
/// <param name="TenantId">Their tenant, when the channel said.</param>
/// <param name="Authenticated">False only where <see cref="BotOptions.AllowUnauthenticated"/> let the request in: then nothing here is proven.</param>
public sealed record Caller(string UserId, string? AadObjectId, string? TenantId, bool Authenticated);

namespace JuryBot.Teams;

/// <summary>What a validated token says, still to be held against the activity that came with it.</summary>
/// <param name="ServiceUrl">The <c>serviceurl</c> claim.</param>
/// <param name="Endorsements">The channels the signing key may speak for.</param>
internal sealed record ChannelToken(string? ServiceUrl, IReadOnlyList<string> Endorsements)
{
    /// <summary>Stands for the missing token where <see cref="BotOptions.AllowUnauthenticated"/> is on.</summary>
    public static readonly ChannelToken None = new(null, []);
}

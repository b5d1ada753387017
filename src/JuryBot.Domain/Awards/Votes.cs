namespace JuryBot.Domain.Awards;

/// <summary>Votes on one decision.</summary>
/// <param name="CastingVote">The president's vote decided a tie (VAE since 13 April 2024, D6412-6; elsewhere by the organisation's setting).</param>
public sealed record Votes(int For, int Against, int Abstained, bool CastingVote);

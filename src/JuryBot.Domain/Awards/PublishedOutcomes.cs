namespace JuryBot.Domain.Awards;

/// <summary>What a candidate may know of one sitting. An annulled entry is in it, marked.</summary>
/// <param name="Certificates">Those its publication issued.</param>
public sealed record PublishedOutcomes(string Sitting, IReadOnlyList<BlockResult> Results, Award? Award, IReadOnlyList<Certificate> Certificates);

using JuryBot.Domain.Certifications;

namespace JuryBot.Domain.Awards;

/// <summary>What a candidate may know of one sitting. An annulled entry is in it, marked.</summary>
/// <param name="Certificates">Those its publication issued.</param>
public sealed record PublishedOutcomes(string Sitting, IReadOnlyList<BlockResult> Results, Award? Award, IReadOnlyList<Certificate> Certificates)
{
    /// <summary>What the candidate presented to a certification jury; <c>null</c> before its publication, when they did not come, and when it was not kept.</summary>
    public Presentation? Presentation { get; init; }
}

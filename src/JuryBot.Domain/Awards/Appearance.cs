using JuryBot.Domain.Certifications;

namespace JuryBot.Domain.Awards;

/// <summary>A certification jury that had the candidate on its list.</summary>
/// <param name="Promotion">The promotion whose jury it was, which is N+1 for a second attempt.</param>
/// <param name="Presence">Only <see cref="Awards.Presence.Present"/> is an appearance in the sense of the title's rule.</param>
/// <param name="LateReason">Why it was allowed later than N+1.</param>
public sealed record Appearance(string Sitting, string Promotion, DateTimeOffset At, Presence Presence, string? LateReason)
{
    /// <summary>What they presented; <c>null</c> for who did not come, and for an appearance from before this was kept.</summary>
    public Presentation? Presentation { get; init; }

    public Annulment? Annulled { get; init; }
}

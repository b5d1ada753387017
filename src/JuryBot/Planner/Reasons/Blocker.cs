namespace JuryBot.Planner;

/// <summary>A rule that keeps an exam from a start: what it is about and who stands in the way. Two blockers are the same when
/// rule and subject are.</summary>
internal sealed record Blocker(string Rule, string Subject, IReadOnlyList<string> Ids)
{
    public bool Equals(Blocker? other) => other is not null && Rule == other.Rule && Subject == other.Subject;

    public override int GetHashCode() => HashCode.Combine(Rule, Subject);
}

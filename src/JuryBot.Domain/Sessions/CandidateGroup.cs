using System.Collections.Immutable;

namespace JuryBot.Domain.Sessions;

/// <summary>Candidates of a session who share one deliverable and one slot; the result of each is their own (certification §5).</summary>
/// <param name="Name">Unique in the session, whatever its case.</param>
/// <param name="Candidates">Two or more, none of them in another group.</param>
public sealed record CandidateGroup(string Name, ImmutableList<string> Candidates)
{
    /// <summary>Characters of a name.</summary>
    public const int NameLimit = 60;

    public bool Equals(CandidateGroup? other) => other is not null && Name == other.Name && Candidates.SequenceEqual(other.Candidates);

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}

using System.Collections.Immutable;

namespace JuryBot.Domain.Awards;

public enum Ballot
{
    For,
    Against,
    Abstain,
}

/// <summary>Votes on one decision.</summary>
/// <param name="CastingVote">The president's vote decided a tie (VAE since 13 April 2024, D6412-6; elsewhere by the organisation's setting).</param>
public sealed record Votes(int For, int Against, int Abstained, bool CastingVote)
{
    /// <summary>Each member's, as the chair entered them.</summary>
    public ImmutableSortedDictionary<string, Ballot> Ballots { get; init; } = ImmutableSortedDictionary<string, Ballot>.Empty;

    /// <summary>Counts ballots. A tie is settled by the chair's own vote where it may be, and is otherwise not carried (certification §5).</summary>
    /// <param name="ballots">One for each member who judges.</param>
    /// <param name="castingVote">Who has the casting vote, or <c>null</c> where nobody has.</param>
    public static (Votes Votes, bool Carried) Count(IReadOnlyDictionary<string, Ballot> ballots, string? castingVote)
    {
        var (forIt, against) = (ballots.Values.Count(b => b == Ballot.For), ballots.Values.Count(b => b == Ballot.Against));
        var own = castingVote is null ? Ballot.Abstain : ballots.GetValueOrDefault(castingVote, Ballot.Abstain);
        var cast = forIt == against && own != Ballot.Abstain;
        return (
            new Votes(forIt, against, ballots.Count - forIt - against, cast) { Ballots = ballots.ToImmutableSortedDictionary(StringComparer.Ordinal) },
            forIt > against || (cast && own == Ballot.For));
    }
}

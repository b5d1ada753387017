namespace JuryBot.Domain.Awards;

/// <summary>A certificate of competence for one acquired block, on partial validation or block access.</summary>
/// <param name="Number">Made of the certification, the candidate and the block, so that it can be made again; unique.</param>
/// <param name="Sitting">The sitting whose publication issued it.</param>
public sealed record Certificate(string Block, string Number, string Sitting, DateTimeOffset IssuedAt)
{
    public Annulment? Annulled { get; init; }
}

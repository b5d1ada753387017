namespace JuryBot.Storage;

/// <summary>Who does what, and how a repetition is recognised.</summary>
/// <param name="Verb">What is done, as it stands in the ledger.</param>
/// <param name="Actor">Id of who does it, from the token; never a name.</param>
/// <param name="CommitId">Id of the inbound activity, or the Idempotency-Key: any text. The same id, actor and verb in the
/// same partition get the stored answer. <c>null</c>: derived from <paramref name="Cause"/>, else new.</param>
/// <param name="Cause">The delivery this is the effect of (<see cref="Delivery.Cause"/>); an older one than the last taken is ignored.</param>
public sealed record Command(string Verb, string Actor, string? CommitId = null, Cause? Cause = null)
{
    /// <summary>Fingerprint of the text that is confirmed, as it shall stand in the ledger; <c>null</c> for a verb that confirms none.</summary>
    public string? Confirms { get; init; }

    /// <summary>Whether the same command can have been carried out before.</summary>
    internal bool MayRepeat => CommitId is not null || Cause is not null;

    /// <summary>Id of the commit row: one person's retry never meets another's answer, and no outside text becomes a key.</summary>
    internal string CommitKey => (CommitId ?? Cause?.Id) is { } id ? Hash.Of(Actor, Verb, id)[..32] : Guid.NewGuid().ToString("N");
}

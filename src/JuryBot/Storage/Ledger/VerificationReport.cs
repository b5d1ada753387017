namespace JuryBot.Storage;

/// <summary>What a walk over every ledger, and the files its rows hold, found.</summary>
/// <param name="Chains">Partitions with a ledger.</param>
/// <param name="Rows">State rows held against their ledger.</param>
/// <param name="FirstFault">The first row or file that does not fit and why, <c>null</c> when all do.</param>
public sealed record VerificationReport(int Chains, long Rows, bool Ok, string? FirstFault)
{
    /// <summary>Files held against their row; 0 when only ledgers were walked.</summary>
    public long Files { get; init; }
}

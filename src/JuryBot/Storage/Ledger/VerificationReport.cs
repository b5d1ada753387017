namespace JuryBot.Storage;

/// <summary>What a walk over every ledger found.</summary>
/// <param name="Chains">Partitions with a ledger.</param>
/// <param name="Rows">State rows held against their ledger.</param>
/// <param name="FirstFault">The first row that does not fit and why, <c>null</c> when all do.</param>
public sealed record VerificationReport(int Chains, long Rows, bool Ok, string? FirstFault);

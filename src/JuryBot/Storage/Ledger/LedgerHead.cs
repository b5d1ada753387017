namespace JuryBot.Storage;

/// <summary>Where a partition's ledger stands: what the minutes print.</summary>
/// <param name="Sequence">Number of commits so far.</param>
/// <param name="Hash">SHA-256 of the last entry, 64 hexadecimal digits.</param>
public sealed record LedgerHead(long Sequence, string Hash);

using System.Globalization;

namespace JuryBot.Storage;

/// <summary>The outbox row that a commit is the effect of, in another partition or the same.</summary>
/// <param name="Table">Table of the source.</param>
/// <param name="Partition">Partition of the source.</param>
/// <param name="Recipient">The effect's recipient: order holds per recipient, so "older" is said per recipient too.</param>
/// <param name="Sequence">Ledger sequence of the commit that decided the effect.</param>
/// <param name="Index">Place of the effect in that commit.</param>
/// <param name="Late">Delivered outside its recipient's order (a deadline, or a poisoned delivery tried again): never
/// ignored as older, recognised by its own commit row only.</param>
public sealed record Cause(string Table, string Partition, string Recipient, long Sequence, int Index, bool Late = false)
{
    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Table}|{Partition}|{Sequence}|{Index}");

    /// <summary>Short name of the stream this belongs to.</summary>
    internal string Stream => Hash.Of(Table, Partition, Recipient)[..16];

    /// <summary>Place in the stream; later is greater in ordinal order.</summary>
    internal string Position => string.Create(CultureInfo.InvariantCulture, $"{Sequence:D12}|{Index:D3}");
}

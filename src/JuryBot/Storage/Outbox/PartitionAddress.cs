namespace JuryBot.Storage;

/// <summary>One aggregate's partition.</summary>
internal readonly record struct PartitionAddress(string Table, string Partition);

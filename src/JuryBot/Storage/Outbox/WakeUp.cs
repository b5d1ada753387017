namespace JuryBot.Storage;

/// <summary>A message that says: see to this partition's outbox.</summary>
/// <param name="Trace">The trace that the commit is part of, as its <c>traceparent</c>.</param>
/// <param name="Commit">The try it was put for, to be settled first; <c>null</c> when there is none.</param>
internal sealed record WakeUp(string Table, string Partition, CommitTry? Commit, string? Trace = null);

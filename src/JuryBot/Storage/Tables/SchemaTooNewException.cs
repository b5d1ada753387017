namespace JuryBot.Storage;

/// <summary>A row written by a newer version of JuryBot than this one: upgrade this replica. Nothing was changed.</summary>
public sealed class SchemaTooNewException(string partition, string row, int schema, int known)
    : InvalidOperationException($"Row {row} of partition {partition} has schema {schema}; this version knows up to {known}.");

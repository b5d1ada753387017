namespace JuryBot.Storage;

/// <summary>JuryBot's tables, without the configured prefix.</summary>
public static class TableNames
{
    public const string Sittings = "Sittings";
    public const string Candidates = "Candidates";
    public const string Sessions = "Sessions";
    public const string People = "People";
    public const string Transmissions = "Transmissions";
    public const string Deposits = "Deposits";
    public const string Mailboxes = "Mailboxes";
    public const string Lookups = "Lookups";
    public const string Reservations = "Reservations";
    public const string Deadlines = "Deadlines";
    public const string Lanes = "Lanes";

    /// <summary>Tables whose partitions are aggregates: state, commits, outbox and a ledger.</summary>
    public static IReadOnlyList<string> Aggregates { get; } = [Sittings, Candidates, Sessions, People, Transmissions, Deposits, Mailboxes];

    public static IReadOnlyList<string> All { get; } = [.. Aggregates, Lookups, Reservations, Deadlines, Lanes];
}

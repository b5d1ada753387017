using System.Collections.Immutable;

namespace JuryBot.Domain.Deposits;

/// <summary>What a jury reads of a candidate before it hears them.</summary>
public enum DepositKind
{
    /// <summary>For a final jury: the production project.</summary>
    Dossier,

    /// <summary>For the final jury of a candidate without intermediate juries (VAE), who proves the competencies by it.</summary>
    Livret2,

    /// <summary>For the intermediate jury of one block.</summary>
    Deliverables,
}

/// <summary>A deposited file; its bytes lie in the documents, by session and hash.</summary>
/// <param name="Name">Made safe, see <see cref="FileNames"/>; shown and given to who saves the file, never interpreted.</param>
/// <param name="Size">Bytes, above zero.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
public sealed record DepositedFile(string Name, string MediaType, long Size, string Sha256);

/// <summary>That a deposit stands for a whole group, whose deliverable is one (certification §5).</summary>
/// <param name="Group">Its name.</param>
/// <param name="Members">The group's candidates in that sitting, at that moment.</param>
/// <param name="Candidate">Of them, who deposited, or on whose behalf.</param>
public sealed record GroupDeposit(string Group, ImmutableList<string> Members, string Candidate);

/// <summary>Files deposited together, one version of what the jury reads. Never changed: a later deposit is the next version.</summary>
public sealed record Deposit
{
    /// <summary>From 1, among everything the candidate deposited: its place, which nothing that is forgotten before it changes.</summary>
    public required int Number { get; init; }

    /// <summary>Id of the certification it is for: another one's jury does not see it.</summary>
    public required string Certification { get; init; }

    /// <summary>Session and sitting the candidate was convened to when they deposited.</summary>
    public required string Session { get; init; }

    public required string Sitting { get; init; }

    public required DepositKind Kind { get; init; }

    /// <summary>The block of an intermediate jury; <c>null</c> for a final one.</summary>
    public string? Block { get; init; }

    /// <summary>From 1.</summary>
    public required int Version { get; init; }

    /// <summary>1 to <see cref="DepositVerbs.MostFiles"/>.</summary>
    public required ImmutableList<DepositedFile> Files { get; init; }

    /// <summary>When it began to arrive.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The candidate, or who of the coordination deposited on their behalf.</summary>
    public required string By { get; init; }

    /// <summary>Why on their behalf; <c>null</c> when they deposited themself.</summary>
    public string? Reason { get; init; }

    /// <summary><c>null</c> for what a candidate deposits alone.</summary>
    public GroupDeposit? Shared { get; init; }
}

/// <summary>Everything a candidate deposited, oldest first. It is the candidate's, not a sitting's: who is postponed or planned anew keeps it. What the groups of
/// a session deposited is kept together, since a group changes with the session's revisions and not by itself.</summary>
public sealed record CandidateDeposits
{
    /// <summary>Candidate id, or <see cref="OfGroups"/>.</summary>
    public required string Candidate { get; init; }

    /// <summary>Under what the deposits of a session's groups are kept.</summary>
    public static string OfGroups(string session) => $"groups-{session}";

    public ImmutableList<Deposit> Deposits { get; init; } = [];
}

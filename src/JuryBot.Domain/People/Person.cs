using System.Collections.Immutable;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Panels;

namespace JuryBot.Domain.People;

/// <summary>What a person may do in JuryBot, beyond what their place on a panel or their own record allows.</summary>
public enum PersonRole
{
    Coordinator,
    Director,
    Juror,
    Candidate,
}

/// <summary>What makes a person eligible for juries.</summary>
/// <param name="Capacities">Roles the person can hold, by the certification's capacity ids.</param>
/// <param name="College">The profession's side the person represents, if any.</param>
/// <param name="External">Not employed by the certifier or the preparation sites.</param>
/// <param name="Employer">Name of the employer, for the minutes and for conflicts of interest.</param>
public sealed record JurorProfile(ImmutableSortedSet<string> Capacities, College? College, bool External, string? Employer)
{
    public bool Equals(JurorProfile? other) => other is not null && Capacities.SetEquals(other.Capacities)
        && (College, External, Employer) == (other.College, other.External, other.Employer);

    public override int GetHashCode() => HashCode.Combine(College, External, Employer);
}

/// <summary>What links a person to a candidate.</summary>
/// <param name="Candidate">Id of the candidate.</param>
public sealed record Link(string Candidate, LinkKind Kind)
{
    /// <summary>Id of the session for which the person declared it; <c>null</c> for what a roster says.</summary>
    public string? Session { get; init; }
}

/// <summary>A person was erased: what must not be kept of them is gone, and their id names nobody any more.</summary>
/// <param name="By">Person id of the director.</param>
/// <param name="Reason">Such as the request it answers; kept as the proof of the erasure.</param>
public sealed record Erasure(string By, DateTimeOffset At, string Reason)
{
    /// <summary>What stands where a name stood.</summary>
    public const string Name = "—";
}

/// <summary>A person JuryBot knows: coordinator, director, juror or candidate. May have no Entra account.</summary>
public sealed record Person
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Lower case; unique among people.</summary>
    public required string Mail { get; init; }

    /// <summary>Object id in Entra, or <c>null</c> for someone without an account: mail serves them.</summary>
    public string? EntraId { get; init; }

    /// <summary><c>fr</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>IANA name; <c>null</c> means the organisation's.</summary>
    public string? TimeZone { get; init; }

    public ImmutableSortedSet<PersonRole> Roles { get; init; } = [];

    /// <summary>Roles that a directory's app role has given once. What is taken away here afterwards does not come back by itself.</summary>
    public ImmutableSortedSet<PersonRole> Seeded { get; init; } = [];

    public JurorProfile? Juror { get; init; }

    /// <summary>What links this person to candidates, as declared or known.</summary>
    public ImmutableList<Link> Links { get; init; } = [];

    /// <summary>Personal links issued until then open nothing.</summary>
    public DateTimeOffset? LinksRevokedAt { get; init; }

    /// <summary><c>null</c> unless the person was erased.</summary>
    public Erasure? Erased { get; init; }

    public bool Is(PersonRole role) => Roles.Contains(role);

    /// <summary>Whether the person may judge a candidate from this seat: not themselves, and nobody that a link keeps them off on this route.</summary>
    public bool MayJudge(string candidate, AccessRoute route, PanelRole seat) =>
        candidate != Id && Independence.Check(Links.Where(l => l.Candidate == candidate).Select(l => l.Kind), route, seat) != LinkEffect.Blocking;

    public bool Equals(Person? other) => other is not null
        && (Id, Name, Mail, EntraId, Language, TimeZone, LinksRevokedAt, Erased) == (other.Id, other.Name, other.Mail, other.EntraId, other.Language, other.TimeZone, other.LinksRevokedAt, other.Erased)
        && Roles.SetEquals(other.Roles) && Seeded.SetEquals(other.Seeded) && Equals(Juror, other.Juror) && Links.SequenceEqual(other.Links);

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}

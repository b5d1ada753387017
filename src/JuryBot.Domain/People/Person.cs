using System.Collections.Immutable;
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

    public JurorProfile? Juror { get; init; }

    /// <summary>Candidates this person has declared a link with, by candidate id: never on their panel.</summary>
    public ImmutableSortedDictionary<string, string> Conflicts { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public bool Is(PersonRole role) => Roles.Contains(role);

    public bool Equals(Person? other) => other is not null
        && (Id, Name, Mail, EntraId, Language, TimeZone) == (other.Id, other.Name, other.Mail, other.EntraId, other.Language, other.TimeZone)
        && Roles.SetEquals(other.Roles) && Equals(Juror, other.Juror) && Conflicts.SequenceEqual(other.Conflicts);

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}

using JuryBot.Domain.Certifications;
using JuryBot.Domain.Panels;
using JuryBot.Domain.People;

namespace JuryBot.Features.People;

/// <summary>Who asks, as JuryBot knows them.</summary>
internal sealed record Myself(string Person, string Name, string Mail, IEnumerable<PersonRole> Roles, string Language, string TimeZone, ShownOrganisation Organisation);

internal sealed record ShownOrganisation(string Name, string TimeZone, string Language);

/// <summary>A person in the list of people.</summary>
/// <param name="Capacities">What a juror is registered as; <c>null</c>, as the next three, for who is no juror.</param>
/// <param name="College">The side of the profession an external juror represents.</param>
/// <param name="Reachable">Whether they can be written to in Teams.</param>
/// <param name="Links">With candidates, as declared or known; not with the reader.</param>
internal sealed record ShownPerson(
    string Id, string Name, string Mail, IEnumerable<PersonRole> Roles, IEnumerable<string>? Capacities, College? College, bool? External, string? Employer, bool HasAccount, bool Reachable, IEnumerable<ShownLink> Links);

/// <summary>What links a juror to a candidate.</summary>
/// <param name="Declared">By themself, for a session; otherwise a roster says so.</param>
internal sealed record ShownLink(string Candidate, string Name, LinkKind Kind, bool Declared);

/// <summary>A certification the organisation awards, in the reader's language.</summary>
/// <param name="Id">Such as <c>RNCP31168@2018</c>.</param>
/// <param name="SynthesisQuotation">The sheet's own words for the synthesis block.</param>
internal sealed record ShownCertification(
    string Id,
    string Code,
    string Title,
    IEnumerable<CertificationBlock> Blocks,
    string SynthesisBlock,
    string SynthesisQuotation,
    IEnumerable<ShownRoute> Routes,
    JuryRoles Roles,
    IEnumerable<Registration> Registrations);

internal sealed record CertificationBlock(string Id, string Title, bool GroupWork);

/// <param name="IntermediateJuries">Whether its candidates meet intermediate juries unless the coordinator plans otherwise.</param>
internal sealed record ShownRoute(string Id, string Name, bool Open, bool IntermediateJuries);

internal sealed record JuryRoles(IEnumerable<ShownRole> Intermediate, IEnumerable<ShownRole> Final);

/// <param name="Capacity">What a person must be registered as to take the seat.</param>
internal sealed record ShownRole(string Id, string Name, string Capacity, bool AppointedByDirector);

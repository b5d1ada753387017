using System.Collections.Immutable;
using System.Text.Json.Serialization;
using JuryBot.Domain.Documents;

namespace JuryBot.Domain.Awards;

/// <summary>A candidate and what juries have said of them. The lists are in the order things happened and only grow; an annulled entry stays,
/// marked. Acquired is permanent until annulled; a standing title implies every block acquired, an appearance and a decision.</summary>
public sealed partial record CandidateRecord
{
    public required string Id { get; init; }

    public required CandidateIdentity Identity { get; init; }

    /// <summary>Certification id, such as <c>RNCP31168@2018</c>.</summary>
    public required string Certification { get; init; }

    public required string Route { get; init; }

    public required string Promotion { get; init; }

    public required DateOnly EnteredOn { get; init; }

    /// <summary>The blocks they come for, never empty; <c>null</c> for every block and the title.</summary>
    public ImmutableList<string>? BlockAccess { get; init; }

    public ImmutableList<BlockResult> Results { get; init; } = [];

    public ImmutableList<Appearance> Appearances { get; init; } = [];

    public ImmutableList<Award> Awards { get; init; } = [];

    public ImmutableList<Certificate> Certificates { get; init; } = [];

    /// <summary>When the person was erased; their name stays as long as something they acquired stands on it. <c>null</c> unless they were.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>Certificates, parchments and letters as they were issued.</summary>
    public ImmutableList<IssuedDocument> Documents { get; init; } = [];

    [JsonIgnore]
    public string FirstName => Identity.FirstName;

    [JsonIgnore]
    public string LastName => Identity.LastName;

    /// <summary>First name, then last name.</summary>
    [JsonIgnore]
    public string Name => $"{FirstName} {LastName}".Trim();

    [JsonIgnore]
    public string Mail => Identity.Mail;

    [JsonIgnore]
    public string? Language => Identity.Language;

    [JsonIgnore]
    public string? TimeZone => Identity.TimeZone;

    [JsonIgnore]
    public bool ExtraTime => Identity.ExtraTime;
}

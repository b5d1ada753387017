using System.Text.Json.Serialization;

namespace JuryBot.Domain.Awards;

public sealed partial record CandidateRecord
{
    /// <summary>The record's lines of the award register, annulled ones included: what has been published of titles, and every certificate.</summary>
    public IReadOnlyList<AwardEntry> RegisterEntries() =>
    [
        .. Awards.Where(award => award.Outcome == AwardOutcome.Title)
            .Select((award, earlier) => (Award: award, Number: $"{Certification.Replace('@', '-')}-{Id}-T{(earlier == 0 ? "" : $"-{earlier + 1}")}"))
            .Where(title => title.Award.PublishedAt is not null)
            .Select(title => new AwardEntry(title.Number, null, title.Award.Sitting, title.Award.DecidedAt, title.Award.Annulled)),
        .. Certificates.Select(certificate => new AwardEntry(certificate.Number, certificate.Block, certificate.Sitting, certificate.IssuedAt, certificate.Annulled)),
    ];

    /// <summary>Whether something stands on the name without limit: a line of the award register, or an acquired block.</summary>
    [JsonIgnore]
    public bool IsKeptForGood => RegisterEntries().Count > 0 || Results.Exists(result => result is { Outcome: BlockOutcome.Acquired, Annulled: null });

    /// <summary>Ids of the sittings that said something of the candidate.</summary>
    [JsonIgnore]
    public IEnumerable<string> Sittings => Results.Select(result => result.Sitting).Concat(Appearances.Select(appearance => appearance.Sitting)).Distinct();
}

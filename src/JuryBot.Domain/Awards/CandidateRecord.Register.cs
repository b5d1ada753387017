using System.Text.Json.Serialization;

namespace JuryBot.Domain.Awards;

public sealed partial record CandidateRecord
{
    /// <summary>The record's lines of the award register, annulled ones and those of earlier enrolments included: what has been published of titles, and every certificate.</summary>
    public IReadOnlyList<AwardEntry> RegisterEntries() =>
    [
        .. Awards.Where(award => award.Outcome == AwardOutcome.Title)
            .Where(title => title.PublishedAt is not null)
            .Select(title => new AwardEntry(TitleNumber(title), null, title.Sitting, title.DecidedAt, title.Annulled)),
        .. Certificates.Select(certificate => new AwardEntry(certificate.Number, certificate.Block, certificate.Sitting, certificate.IssuedAt, certificate.Annulled)),
        .. Earlier.SelectMany(earlier => earlier.RegisterEntries()),
    ];

    /// <summary>A title's number, which its parchment bears: made of the certification, the candidate and how many titles were awarded, so that it can be
    /// made again; unique. A second one, after an annulment, ends with <c>-2</c>.</summary>
    public string TitleNumber(Award title)
    {
        var earlier = Awards.Where(award => award.Outcome == AwardOutcome.Title).TakeWhile(award => award != title).Count();
        return $"{Certification.Replace('@', '-')}-{Id}-T{(earlier == 0 ? "" : $"-{earlier + 1}")}";
    }

    /// <summary>Whether something stands on the name without limit: a line of the award register, or an acquired block.</summary>
    [JsonIgnore]
    public bool IsKeptForGood => RegisterEntries().Count > 0 || Results.Exists(result => result is { Outcome: BlockOutcome.Acquired, Annulled: null }) || Earlier.Exists(earlier => earlier.IsKeptForGood);

    /// <summary>Ids of the sittings that said something of the candidate.</summary>
    [JsonIgnore]
    public IEnumerable<string> Sittings => Results.Select(result => result.Sitting).Concat(Appearances.Select(appearance => appearance.Sitting)).Concat(Earlier.SelectMany(earlier => earlier.Sittings)).Distinct();
}

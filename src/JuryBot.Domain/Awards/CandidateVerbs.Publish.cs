namespace JuryBot.Domain.Awards;

public static partial class CandidateVerbs
{
    /// <summary>Publishes what a sitting said, has the candidate told, and issues a certificate for each acquired and published block when the
    /// certification jury gave no title.</summary>
    /// <returns><paramref name="record"/> itself when there is nothing new to publish: published before, or advice that proposed nothing.</returns>
    public static Decision<CandidateRecord> Publish(this CandidateRecord record, string sitting, DateTimeOffset at)
    {
        bool IsNew(string from, DateTimeOffset? published, Annulment? annulled) => from == sitting && published is null && annulled is null;
        if (!record.Results.Exists(result => IsNew(result.Sitting, result.PublishedAt, result.Annulled))
            && !record.Awards.Exists(award => IsNew(award.Sitting, award.PublishedAt, award.Annulled)))
        {
            return record;
        }

        var published = record with
        {
            Results = record.Results.ConvertAll(result => IsNew(result.Sitting, result.PublishedAt, result.Annulled) ? result with { PublishedAt = at } : result),
            Awards = record.Awards.ConvertAll(award => IsNew(award.Sitting, award.PublishedAt, award.Annulled) ? award with { PublishedAt = at } : award),
        };
        var certified = WithCertificates(published, sitting, at);
        return Decision<CandidateRecord>.Accept(certified, [.. TellOutcomes.To(record, sitting), .. Registering(record, certified)]);
    }

    // What the award register says of a candidate has changed.
    private static IEnumerable<Effect> Registering(CandidateRecord before, CandidateRecord after) =>
        after.RegisterEntries() is { Count: > 0 } entries && (after.Name != before.Name || !entries.SequenceEqual(before.RegisterEntries())) ? [new IndexAward(after.Id)] : [];

    private static CandidateRecord WithCertificates(CandidateRecord published, string sitting, DateTimeOffset at)
    {
        var isFinal = published.Appearances.Any(appearance => appearance.Sitting == sitting && appearance.Annulled is null);
        if (!isFinal || published.Award?.Outcome == AwardOutcome.Title)
        {
            return published;
        }

        var blocks = published.Results
            .Where(result => result is { Outcome: BlockOutcome.Acquired, Annulled: null, PublishedAt: not null } && published.CertificateFor(result.Block) is null)
            .Select(result => result.Block);
        return published with
        {
            Certificates = published.Certificates.AddRange(blocks.Select(block => new Certificate(block, NextNumber(published, block), sitting, at))),
        };
    }

    /// <summary>A second certificate of a block, after an annulment, ends with <c>-2</c>.</summary>
    private static string NextNumber(CandidateRecord record, string block)
    {
        var number = $"{record.Certification.Replace('@', '-')}-{record.Id}-{block}";
        var earlier = record.Certificates.Count(certificate => certificate.Block == block);
        return earlier == 0 ? number : $"{number}-{earlier + 1}";
    }
}

using JuryBot.Domain.Transmissions;

namespace JuryBot.Domain.Awards;

public static partial class CandidateVerbs
{
    /// <summary>Undoes what stands for a block: its acquisition, or the last thing said. An acquisition takes its certificate and the title with it.</summary>
    /// <param name="director">Person id.</param>
    public static Decision<CandidateRecord> AnnulBlock(this CandidateRecord record, string block, string director, string reason, DateTimeOffset at) =>
        record.Standing(block) is { } standing
            ? Annul(record, new(director, at, reason), result => ReferenceEquals(result, standing), _ => false, _ => false)
            : AwardRefusals.NothingToAnnul(block);

    /// <summary>Undoes the standing decision on the title; the blocks stay.</summary>
    /// <param name="director">Person id.</param>
    public static Decision<CandidateRecord> AnnulAward(this CandidateRecord record, string director, string reason, DateTimeOffset at) =>
        record.Award is { } standing
            ? Annul(record, new(director, at, reason), _ => false, award => ReferenceEquals(award, standing), _ => false)
            : AwardRefusals.NothingToAnnul(record.Id);

    /// <summary>Undoes something said under one of the candidate's enrolments.</summary>
    /// <param name="certification">Of the enrolment; <c>null</c> for the present one.</param>
    public static Decision<CandidateRecord> AnnulUnder(this CandidateRecord record, string? certification, Func<CandidateRecord, Decision<CandidateRecord>> annul) =>
        certification is null ? annul(record)
            : record.Courses.FirstOrDefault(course => course.Certification == certification) is { } course ? record.In(course, annul)
            : AwardRefusals.NothingToAnnul(certification);

    /// <summary>Undoes everything an irregular sitting did, with what rests on it. It may then decide anew.</summary>
    /// <param name="director">Person id.</param>
    public static Decision<CandidateRecord> AnnulSitting(this CandidateRecord record, string sitting, string director, string reason, DateTimeOffset at)
    {
        if (record.HeardIn(sitting) is var course && !ReferenceEquals(course, record))
        {
            return record.In(course, earlier => earlier.AnnulSitting(sitting, director, reason, at));
        }

        var anything = record.Results.Any(result => result.Sitting == sitting && result.Annulled is null)
            || record.Appearances.Any(appearance => appearance.Sitting == sitting && appearance.Annulled is null);
        return anything
            ? Annul(record, new(director, at, reason), result => result.Sitting == sitting, award => award.Sitting == sitting, appearance => appearance.Sitting == sitting)
            : AwardRefusals.NothingToAnnul(sitting);
    }

    private static Decision<CandidateRecord> Annul(
        CandidateRecord record, Annulment annulment, Predicate<BlockResult> results, Predicate<Award> awards, Predicate<Appearance> appearances)
    {
        if (string.IsNullOrWhiteSpace(annulment.Reason))
        {
            return AwardRefusals.AnnulmentNeedsReason();
        }

        var lost = record.Results.Where(result => result is { Outcome: BlockOutcome.Acquired, Annulled: null } && results(result))
            .Select(result => result.Block).ToHashSet();
        var next = record with
        {
            Results = record.Results.ConvertAll(result => result.Annulled is null && results(result) ? result with { Annulled = annulment } : result),
            Appearances = record.Appearances.ConvertAll(appearance =>
                appearance.Annulled is null && appearances(appearance) ? appearance with { Annulled = annulment } : appearance),
            Certificates = record.Certificates.ConvertAll(certificate =>
                certificate.Annulled is null && lost.Contains(certificate.Block) ? certificate with { Annulled = annulment } : certificate),
        };
        var titleFalls = lost.Count > 0 || !next.HasAppeared;
        next = next with
        {
            Awards = record.Awards.ConvertAll(award => award.Annulled is null && (awards(award) || (titleFalls && award.Outcome == AwardOutcome.Title))
                ? award with { Annulled = annulment } : award),
        };
        return Decision<CandidateRecord>.Accept(next, [.. Told(annulment, next).SelectMany(sitting => TellOutcomes.To(record, sitting)), .. Registering(record, next), .. AwardedTitle.Fallen(record, next).Take(1).Select(_ => new ForgetBirth(record.Id, annulment.By))]);
    }

    /// <summary>Sittings of whose outcomes the candidate has been told, and which this annulment changed.</summary>
    private static IEnumerable<string> Told(Annulment annulment, CandidateRecord record) =>
        record.Results.Where(result => ReferenceEquals(result.Annulled, annulment) && result.PublishedAt is not null).Select(result => result.Sitting)
            .Concat(record.Awards.Where(award => ReferenceEquals(award.Annulled, annulment) && award.PublishedAt is not null).Select(award => award.Sitting))
            .Distinct();
}

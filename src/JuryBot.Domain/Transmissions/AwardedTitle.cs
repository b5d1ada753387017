using JuryBot.Domain.Awards;

namespace JuryBot.Domain.Transmissions;

/// <summary>A full title of a candidate, and what it is called at the Caisse des Dépôts.</summary>
/// <param name="Id">The schema's <c>idTechnique</c>: unique for ever, the same at each transmission of this award, made of the certification, the
/// candidate and the place of the award among the candidate's titles.</param>
public sealed record AwardedTitle(string Id, Award Award)
{
    /// <summary>Published and not annulled: to be transmitted.</summary>
    public bool Stands => Award is { Annulled: null, PublishedAt: not null };

    /// <summary>Every title a jury ever awarded to the candidate, annulled ones included.</summary>
    public static IReadOnlyList<AwardedTitle> Of(CandidateRecord record) =>
        [.. record.Awards.Where(award => award.Outcome == AwardOutcome.Title)
            .Select((award, i) => new AwardedTitle($"{record.Certification.Replace('@', '-')}-{record.Id}-title-{i + 1}", award))];

    /// <summary>The published titles that an annulment took away, of earlier enrolments too.</summary>
    public static IEnumerable<AwardedTitle> Fallen(CandidateRecord before, CandidateRecord after)
    {
        var stood = before.Courses.SelectMany(Of).Where(title => title.Stands).Select(title => title.Id).ToHashSet(StringComparer.Ordinal);
        return after.Courses.SelectMany(Of).Where(title => !title.Stands && stood.Contains(title.Id));
    }

    /// <summary>The last day for transmitting a title published on this day: three months (code du travail, L6113-8).</summary>
    public static DateOnly DueOn(DateOnly published) => published.AddMonths(3);
}

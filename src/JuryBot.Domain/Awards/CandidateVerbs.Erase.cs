using JuryBot.Domain.People;

namespace JuryBot.Domain.Awards;

public static partial class CandidateVerbs
{
    /// <summary>Erases who the candidate is. Their name stays with what they acquired, which is theirs without limit (« validité illimitée ») and
    /// would be nobody's without it; who acquired nothing has none.</summary>
    public static Decision<CandidateRecord> Erase(this CandidateRecord record, DateTimeOffset now)
    {
        if (record.ErasedAt is not null)
        {
            return record;
        }

        var (first, last) = record.IsKeptForGood ? (record.FirstName, record.LastName) : (Erasure.Name, "");
        return record with
        {
            ErasedAt = now,
            Documents = record.IsKeptForGood ? record.Documents.RemoveAll(document => document.Kind == Documents.DocumentKind.AwardLetter) : [],
            Identity = new CandidateIdentity { FirstName = first, LastName = last, Mail = "" },
        };
    }

    /// <summary>The letters on what a sitting decided.</summary>
    public static IEnumerable<Documents.IssuedDocument> LettersOf(CandidateRecord record, string sitting) =>
        record.Documents.Where(document => document.Kind == Documents.DocumentKind.AwardLetter && document.Subject == sitting);

    /// <summary>Forgets the reasons a sitting gave, with its minutes and the letters that say them; those of annulments stay with what they annulled.</summary>
    public static Decision<CandidateRecord> ForgetReasons(this CandidateRecord record, string sitting)
    {
        if (LettersOf(record, sitting).Any())
        {
            return (record with { Documents = record.Documents.RemoveRange(LettersOf(record, sitting)) }).ForgetReasons(sitting);
        }

        if (record.HeardIn(sitting) is var course && !ReferenceEquals(course, record))
        {
            return record.In(course, earlier => earlier.ForgetReasons(sitting));
        }

        bool Speaks(string from, string? reason) => from == sitting && reason is not null;
        return record.Results.Exists(r => Speaks(r.Sitting, r.Reason)) || record.Awards.Exists(a => Speaks(a.Sitting, a.Reason)) || record.Appearances.Exists(a => Speaks(a.Sitting, a.LateReason))
            ? record with
            {
                Results = record.Results.ConvertAll(result => Speaks(result.Sitting, result.Reason) ? result with { Reason = null } : result),
                Awards = record.Awards.ConvertAll(award => Speaks(award.Sitting, award.Reason) ? award with { Reason = null } : award),
                Appearances = record.Appearances.ConvertAll(appearance => Speaks(appearance.Sitting, appearance.LateReason) ? appearance with { LateReason = null } : appearance),
            }
            : record;
    }
}

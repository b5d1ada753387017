using JuryBot.Domain.Awards;

namespace JuryBot.Domain.Documents;

public static partial class DocumentVerbs
{
    /// <summary>Keeps a document of a candidate. A certificate and a parchment are issued once for each number and language, whatever changes
    /// afterwards; a duplicate is of a parchment that was, and each has an entry of its own.</summary>
    public static Decision<CandidateRecord> Issue(this CandidateRecord record, IssuedDocument document)
    {
        if (record.WhyNotIssue(document.Kind, document.Subject, document.Language, document.Duplicate > 0) is { } refusal)
        {
            return refusal;
        }

        var issued = document switch
        {
            { Duplicate: > 0 } => document.Duplicate == record.NextDuplicate(document.Subject) ? record.Documents.Add(document) : record.Documents,
            { Kind: DocumentKind.AwardLetter } => record.Documents.Take(document),
            _ => record.OriginalOf(document.Kind, document.Subject, document.Language) is null ? record.Documents.Add(document) : record.Documents,
        };
        return issued == record.Documents ? record : record with { Documents = issued };
    }

    /// <summary>Why a candidate has no such document now, for asking before it is made.</summary>
    /// <param name="subject">Number of the certificate or the parchment; the sitting's id for a letter.</param>
    /// <param name="duplicate">Whether a duplicate is asked for.</param>
    public static Refusal? WhyNotIssue(this CandidateRecord record, DocumentKind kind, string subject, string language, bool duplicate) =>
        kind == DocumentKind.AwardLetter ? record.WhyNot(kind, subject, language, duplicate) : record.Numbered(subject).WhyNot(kind, subject, language, duplicate);

    private static Refusal? WhyNot(this CandidateRecord record, DocumentKind kind, string subject, string language, bool duplicate) => kind switch
    {
        _ when duplicate && kind != DocumentKind.Parchment => new Refusal("OnlyParchmentsAreDuplicated"),
        DocumentKind.Certificate => record.Certificates.Exists(certificate => certificate.Number == subject && certificate.Annulled is null) ? null : new Refusal("NoCertificate"),
        DocumentKind.Parchment when record.Award is not { Outcome: AwardOutcome.Title, PublishedAt: not null } title || record.TitleNumber(title) != subject => new Refusal("NoTitle"),
        DocumentKind.Parchment => duplicate && record.OriginalOf(kind, subject, language) is null ? new Refusal("NothingToDuplicate") : null,
        DocumentKind.AwardLetter => record.OutcomesOf(subject) is { } told && told.Results.Any(result => result is { Kind: Certifications.JuryKind.Final }) | told.Award is not null
            ? null : new Refusal("NothingPublished"),
        _ => new Refusal("NoSuchDocument"),
    };

    /// <summary>The original under a number, in a language; <c>null</c> before it was issued.</summary>
    public static IssuedDocument? OriginalOf(this CandidateRecord record, DocumentKind kind, string number, string language) =>
        record.Documents.Find(document => (document.Kind, document.Subject, document.Language, document.Duplicate) == (kind, number, language, 0));

    /// <summary>Which duplicate of a parchment the next one is, from 1.</summary>
    public static int NextDuplicate(this CandidateRecord record, string number) =>
        record.Documents.Where(document => document.Subject == number).Select(document => document.Duplicate).DefaultIfEmpty().Max() + 1;

    /// <summary>Whether what the document certifies has been annulled since.</summary>
    public static bool IsAnnulled(this CandidateRecord record, IssuedDocument document) => record.Numbered(document.Subject) is var course && document.Kind switch
    {
        DocumentKind.Certificate => !course.Certificates.Exists(certificate => certificate.Number == document.Subject && certificate.Annulled is null),
        DocumentKind.Parchment => course.Award is not { Outcome: AwardOutcome.Title } title || course.TitleNumber(title) != document.Subject,
        _ => false,
    };
}

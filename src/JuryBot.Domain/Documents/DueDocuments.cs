using JuryBot.Domain.Awards;
using JuryBot.Domain.Exams;

namespace JuryBot.Domain.Documents;

/// <summary>What there must be of a session as a document, asked for or not, for whoever checks it afterwards.</summary>
public static class DueDocuments
{
    /// <summary>Of a sitting: convocations until it opens, as nobody is convened afterwards; the attendance sheet; the minutes once it is closed. Nothing
    /// of a sitting that was called off, or whose minutes are forgotten.</summary>
    public static IEnumerable<(DocumentKind Kind, string Subject)> Of(Sitting sitting)
    {
        if (sitting.State == SittingState.Cancelled || sitting.MinutesForgottenAt is not null)
        {
            return [];
        }

        var whole = sitting.State == SittingState.Closed ? new[] { DocumentKind.Attendance, DocumentKind.Minutes } : [DocumentKind.Attendance];
        return (sitting.State == SittingState.Convened ? Convocations(sitting) : []).Concat(whole.Select(kind => (kind, "")));
    }

    /// <summary>Convocations that nobody ever had as a document, in any language.</summary>
    public static IEnumerable<(DocumentKind Kind, string Subject)> Convocations(Sitting sitting) => sitting.Panel.Select(member => (Kind: DocumentKind.MemberConvocation, Subject: member.Person))
        .Concat(sitting.Exams.Select(exam => (Kind: DocumentKind.CandidateConvocation, Subject: exam.Candidate)))
        .Where(due => sitting.WhyNotIssue(due.Kind, due.Subject) is null && !sitting.Documents.Exists(document => (document.Kind, document.Subject) == due));

    /// <summary>Of a candidate, by what a sitting gave them: certificates, the parchment, the letter, those that nobody ever had in any language.</summary>
    public static IEnumerable<(DocumentKind Kind, string Subject)> Of(CandidateRecord record, Sitting sitting)
    {
        var certificates = record.Courses.SelectMany(course => course.Certificates).Where(certificate => certificate.Sitting == sitting.Id).Select(certificate => (Kind: DocumentKind.Certificate, Subject: certificate.Number));
        var parchments = record.Courses.SelectMany(course => course.Awards.Where(award => award.Outcome == AwardOutcome.Title && award.Sitting == sitting.Id).Select(title => (Kind: DocumentKind.Parchment, Subject: course.TitleNumber(title))));
        return sitting.MinutesForgottenAt is not null ? [] : certificates.Concat(parchments).Append((Kind: DocumentKind.AwardLetter, Subject: sitting.Id))
            .Where(due => record.WhyNotIssue(due.Kind, due.Subject, "", duplicate: false) is null && !record.Documents.Exists(document => (document.Kind, document.Subject) == due));
    }
}

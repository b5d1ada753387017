using JuryBot.Domain.Exams;

namespace JuryBot.Domain.Documents;

/// <summary>Pure verbs that keep what was issued: a file for each aggregate.</summary>
public static partial class DocumentVerbs
{
    /// <summary>Keeps a document of a sitting. While it would say the same again, the one that stands is kept and nothing changes.</summary>
    public static Decision<Sitting> Issue(this Sitting sitting, IssuedDocument document) =>
        sitting.WhyNotIssue(document.Kind, document.Subject) is { } refusal ? refusal
        : sitting.Documents.Take(document) is var issued && issued == sitting.Documents ? sitting
        : sitting with { Documents = issued };

    /// <summary>Why a sitting has no such document now, for asking before it is made.</summary>
    /// <param name="subject">A member's or a candidate's person id for a convocation; empty for the others.</param>
    public static Refusal? WhyNotIssue(this Sitting sitting, DocumentKind kind, string subject) => kind switch
    {
        _ when sitting.State == SittingState.Cancelled => new Refusal("SittingCancelled"),
        DocumentKind.MemberConvocation => sitting.Member(subject) is null ? new Refusal("NobodyToConvene") : null,
        DocumentKind.CandidateConvocation => sitting.Exam(subject) switch
        {
            null => new Refusal("NobodyToConvene"),
            { Ending.Kind: EndingKind.Postponed } exam => new Refusal("ExamNotHeld", exam.Name),
            _ => null,
        },
        _ when subject.Length > 0 => new Refusal("NoSuchDocument"),
        DocumentKind.Attendance => null,
        DocumentKind.Minutes => sitting.State == SittingState.Closed ? null : new Refusal("NotYetClosed"),
        _ => new Refusal("NoSuchDocument"),
    };
}

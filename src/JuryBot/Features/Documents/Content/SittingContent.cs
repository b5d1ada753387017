using JuryBot.Domain.Documents;
using JuryBot.Domain.Exams;
using JuryBot.Features.Documents.Word;

namespace JuryBot.Features.Documents.Content;

/// <summary>What the documents of a sitting say.</summary>
internal sealed class SittingContent(CommonContent common, MinutesContent minutes)
{
    /// <param name="subject">Whom it is for: a member's or a candidate's person id for a convocation.</param>
    /// <param name="people">Those who appointed or replaced, and the members, for the minutes.</param>
    public Filling Of(Sitting sitting, DocumentKind kind, string subject, string language, IReadOnlyDictionary<string, Domain.People.Person> people) => kind switch
    {
        DocumentKind.MemberConvocation => ForMember(sitting, sitting.Member(subject)!, language),
        DocumentKind.CandidateConvocation => ForCandidate(sitting, sitting.Exam(subject)!, language),
        DocumentKind.Attendance => common.Of(sitting, language)
            .With("members", sitting.Panel.Select(member => common.Seat(sitting, member, language)))
            .With("candidates", sitting.Exams.Select(exam => common.Passage(sitting, exam, language))),
        _ => minutes.Of(sitting, language, people),
    };

    private Filling ForMember(Sitting sitting, Member member, string language)
    {
        var filling = common.Of(sitting, language);
        filling["member.name"] = member.Name;
        filling["member.role"] = common.Role(sitting, member.Role, language);
        return filling.With("candidates", sitting.Exams.Where(exam => !exam.Recused(member.Person)).Select(exam => common.Passage(sitting, exam, language)));
    }

    // Their own time: nothing of the sitting that tells of another candidate.
    private Filling ForCandidate(Sitting sitting, Exam exam, string language)
    {
        var filling = common.Of(sitting, language);
        filling["candidate.name"] = exam.Name;
        filling["jury"] = common.Jury(sitting, language) + GroupWork.After(exam, language);
        filling["date"] = common.Day(exam.Start, language);
        filling["start"] = common.Clock(exam.Start);
        filling["end"] = common.Clock(exam.End);
        return filling;
    }
}

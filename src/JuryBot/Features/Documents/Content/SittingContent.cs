using JuryBot.Domain.Documents;
using JuryBot.Domain.Exams;
using JuryBot.Features.Documents.Word;

namespace JuryBot.Features.Documents.Content;

/// <summary>What the documents of a sitting say.</summary>
internal sealed class SittingContent(CommonContent common, MinutesContent minutes)
{
    /// <param name="subject">Whom it is for: a member's or a candidate's person id for a convocation.</param>
    /// <param name="people">The members, who appointed, and who did what the minutes tell.</param>
    public Filling Of(Sitting sitting, DocumentKind kind, string subject, string language, IReadOnlyDictionary<string, Domain.People.Person> people) => kind switch
    {
        DocumentKind.MemberConvocation => ForMember(sitting, sitting.Member(subject)!, language),
        DocumentKind.CandidateConvocation => ForCandidate(sitting, sitting.Exam(subject)!, language),
        DocumentKind.Attendance => common.Of(sitting, language)
            .With("members", sitting.Panel.Select(member => Signing(sitting, member, language)))
            .With("candidates", sitting.Exams.Select(exam => Signing(sitting, exam, language))),
        _ => minutes.Of(sitting, language, people),
    };

    private Filling ForMember(Sitting sitting, Member member, string language)
    {
        var filling = common.Of(sitting, language);
        filling["member.name"] = member.Name;
        filling["member.role"] = common.Role(sitting, member.Role, language);
        filling["place"] = Joined(sitting, language);
        return filling.With("candidates", sitting.Exams.Where(exam => Hears(exam, member.Person)).Select(exam => common.Passage(sitting, exam, language)));
    }

    // Their own time: nothing of the sitting that tells of another candidate.
    private Filling ForCandidate(Sitting sitting, Exam exam, string language)
    {
        var filling = common.Of(sitting, language);
        filling["place"] = Joined(sitting, language);
        filling["candidate.name"] = exam.Name;
        filling["jury"] = common.Jury(sitting, language) + GroupWork.After(exam, language);
        filling["date"] = common.Day(exam.Start, language);
        filling["start"] = common.Clock(exam.Start);
        filling["end"] = common.Clock(exam.End);
        return filling;
    }

    // Whom a member is convened for, whatever became of it since.
    private static bool Hears(Exam exam, string member) =>
        exam.Ending is not { Kind: EndingKind.Postponed } && !exam.Recused(member) && !exam.Away.Exists(away => away.Person == member && away.Kind is AwayKind.StoodDown or AwayKind.JoinedLater);

    // Who reads it on paper has the address nowhere else.
    private static string Joined(Sitting sitting, string language) => sitting is { Remote: true, JoinUrl: { } join } ? T(language, "Remote.Join", sitting.RoomName, join) : CommonContent.Place(sitting, language);

    private Filling Signing(Sitting sitting, Member member, string language)
    {
        var seat = common.Seat(sitting, member, language);
        var moved = sitting.Exams.SelectMany(exam => exam.Away).Where(away => away.Person == member.Person && away.Kind != AwayKind.StoodDown).DistinctBy(away => (away.Kind, away.At)).OrderBy(away => away.At);
        seat["members.signature"] = member.Present == false ? T(language, "Absent") : string.Join('\n', moved.Select(away => T(language, $"Signature.{away.Kind}", common.Clock(away.At))));
        return seat;
    }

    private Filling Signing(Sitting sitting, Exam exam, string language)
    {
        var passage = common.Passage(sitting, exam, language);
        passage["candidates.signature"] = exam.Ending is { Kind: EndingKind.Postponed } ? T(language, "Signature.Postponed")
            : exam.Presence is null or Domain.Awards.Presence.Present ? "" : CommonContent.Presence(exam, language);
        return passage;
    }

    private static string T(string language, string key, params object?[] arguments) => CommonContent.T(language, key, arguments);
}

using JuryBot.Domain.Awards;

namespace JuryBot.Domain.Exams;

public static partial class SittingVerbs
{
    /// <summary>Sends somebody of this sitting anew what they have a personal link for: the convocation before the sitting opens, the score sheets
    /// while members grade, the minutes once the sitting is closed, a candidate's outcomes once they are published.</summary>
    public static Decision<Sitting> SendLinks(Sitting sitting, string person)
    {
        var (member, exam) = (sitting.Member(person), sitting.Exam(person));
        Effect? link = sitting.State switch
        {
            SittingState.Convened when member is not null || exam is not null => new SendConvocationLink(sitting.Id, person),
            SittingState.Open or SittingState.Closed when exam is not null && sitting.PublishedAt is not null => new TellOutcomes(person, sitting.Id, Channel.Mail),
            SittingState.Open when sitting.Exams.Exists(e => ScoreSheets.SheetVerbs.MayGrade(sitting, person, e.Candidate) is null) => new SendSheetLinks(sitting.Id, person),
            SittingState.Closed when WhyNotAcknowledge(sitting, person) is null => new SendMinutesLink(sitting.Id, person),
            _ => null,
        };
        return link is null ? new Refusal("NoLinkToSend") : Decision<Sitting>.Accept(sitting, link);
    }
}

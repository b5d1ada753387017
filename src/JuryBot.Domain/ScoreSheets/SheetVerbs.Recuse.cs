using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;

namespace JuryBot.Domain.ScoreSheets;

public static partial class SheetVerbs
{
    /// <summary>A member steps back from judging one candidate, until their sheet is submitted (certification §6). What they had drafted
    /// goes; the reason is kept. A panel that falls short by it is found when the exam or its deliberation opens, and by the coordinator at once.</summary>
    public static Decision<Sitting> Recuse(Sitting sitting, string juror, string candidate, string? reason, Certification certification, DateTimeOffset now)
    {
        if (sitting.Exam(candidate) is { } done && done.Recused(juror))
        {
            return sitting;
        }

        if (MayGrade(sitting, juror, candidate) is { } forbidden and not { Rule: "NotYetOpen" })
        {
            return forbidden;
        }

        var exam = sitting.Exam(candidate)!;
        if (exam.SheetOf(juror)?.State == SheetState.Submitted)
        {
            return new Refusal("SheetAlreadySubmitted", exam.Name);
        }

        if (WhyNotReason(reason) is { } wrong)
        {
            return wrong;
        }

        var (next, offer) = SittingVerbs.Gather(sitting, exam with
        {
            Recusals = exam.Recusals.Add(new Recusal(juror, reason!.Trim(), now)),
            Sheets = exam.Sheets.RemoveAll(s => s.Juror == juror),
        }, certification);
        return Decision<Sitting>.Accept(sitting.With(next), [new ProjectSitting(sitting.Session, sitting.Id), .. offer]);
    }

    /// <summary>The refusal of a reason that is not there or too long.</summary>
    internal static Refusal? WhyNotReason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? new Refusal("ReasonMissing")
        : reason.Length > SheetEntry.CommentLimit ? new Refusal("TextTooLong", SheetEntry.CommentLimit)
        : null;
}

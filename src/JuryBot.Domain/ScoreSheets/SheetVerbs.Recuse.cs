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

        if ((WhyNotRecuse(sitting, juror, candidate) ?? WhyNotReason(reason)) is { } refusal)
        {
            return refusal;
        }

        var exam = sitting.Exam(candidate)!;
        var (next, offer) = SittingVerbs.Gather(sitting, exam with
        {
            Recusals = exam.Recusals.Add(new Recusal(juror, reason!.Trim(), now)),
            Sheets = exam.Sheets.RemoveAll(s => s.Juror == juror),
        }, certification);
        return Decision<Sitting>.Accept(sitting.With(next), [new ProjectSitting(sitting.Session, sitting.Id), .. offer]);
    }

    /// <summary>Whether a member may step back from this candidate now, or the rule that forbids it.</summary>
    public static Refusal? WhyNotRecuse(Sitting sitting, string juror, string candidate) => MayGrade(sitting, juror, candidate) switch
    {
        { Rule: not "NotYetOpen" } forbidden => forbidden,
        _ when sitting.Exam(candidate)!.SheetOf(juror)?.State == SheetState.Submitted => new Refusal("SheetAlreadySubmitted", sitting.Exam(candidate)!.Name),
        _ => null,
    };

    /// <summary>The refusal of a reason that is not there or too long.</summary>
    internal static Refusal? WhyNotReason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? new Refusal("ReasonMissing")
        : reason.Length > SheetEntry.CommentLimit ? new Refusal("TextTooLong", SheetEntry.CommentLimit)
        : null;
}

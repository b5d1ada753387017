using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Deliberations;
using JuryBot.Domain.ScoreSheets;

namespace JuryBot.Domain.Exams;

public static partial class SittingVerbs
{
    /// <summary>The director annuls the decision on one candidate: a mistake, or an appeal that was granted. It is decided anew, by the same jury or by
    /// another; what was decided stays in the history (certification §5).</summary>
    /// <param name="sameJury">Whether the jury that heard the candidate deliberates again; otherwise the candidate waits for a place before another.</param>
    public static Decision<Sitting> Annul(Sitting sitting, string director, string candidate, bool sameJury, string? reason, Certification certification, DateTimeOffset now)
    {
        if (sitting.Exam(candidate) is not { } exam)
        {
            return new Refusal("UnknownExam");
        }

        if (exam is not { State: ExamState.Decided, Deliberation: { } decided })
        {
            return new Refusal("NotYetDecided", exam.Name);
        }

        if (SheetVerbs.WhyNotReason(reason) is { } wrong)
        {
            return wrong;
        }

        var annulment = new Annulment(director, now, reason!.Trim());
        var annulled = exam with
        {
            Annulled = exam.Annulled.Add(new AnnulledDecision(decided, exam.Presence, annulment, sameJury)),
            State = sameJury ? ExamState.Deliberating : ExamState.NotHeld,
            Ending = sameJury ? null : new Ending(EndingKind.Annulled, director, annulment.Reason, now),
            Deliberation = sameJury ? new Deliberation { OpenedAt = now, OpenedBy = director } : null,
        };
        var next = sitting.With(annulled) with { State = sameJury ? SittingState.Open : sitting.State };
        return Decision<Sitting>.Accept(next, [
            new AnnulOutcome(sitting.Id, candidate, exam.Annulled.Count),
            .. sitting.Judging(exam).Select(m => new RefreshScoreSheet(sitting.Id, candidate, m.Person)),
            .. sameJury
                ? next.Judging(annulled).Where(m => Chairs(sitting, certification, m)).Select(m => (Effect)new OfferDeliberation(sitting.Id, candidate, m.Person))
                : [new TellNotHeld(sitting.Id, candidate), .. sitting.State == SittingState.Closed ? AskEverybody(sitting) : []],
            new ProjectSitting(sitting.Session, sitting.Id),
        ]);
    }
}

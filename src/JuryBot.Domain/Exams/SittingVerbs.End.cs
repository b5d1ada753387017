using JuryBot.Domain.Certifications;
using JuryBot.Domain.Reminders;
using JuryBot.Domain.ScoreSheets;

namespace JuryBot.Domain.Exams;

/// <summary>What ends without a decision.</summary>
public static partial class SittingVerbs
{
    /// <summary>The coordination puts one candidate's exam off, before the jury deliberates on it; the candidate waits for another place.</summary>
    public static Decision<Sitting> Postpone(Sitting sitting, string by, string candidate, string? reason, DateTimeOffset now) =>
        (WhyNotEnd(sitting, candidate) ?? SheetVerbs.WhyNotReason(reason)) is { } refusal
            ? refusal
            : sitting.Exams.TrueForAll(e => e.Candidate == candidate || e.IsSettled) && sitting.State == SittingState.Convened
                ? PostponeAll(sitting, by, reason, now)
                : End(sitting, sitting.Exam(candidate)!, new Ending(EndingKind.Postponed, by, reason!.Trim(), now));

    /// <summary>The coordination puts a whole sitting off before it opens: everybody's event is cancelled and everybody's time let go.</summary>
    public static Decision<Sitting> PostponeAll(Sitting sitting, string by, string? reason, DateTimeOffset now)
    {
        if (sitting.State != SittingState.Convened)
        {
            return new Refusal(sitting.State == SittingState.Cancelled ? "SittingCancelled" : "SittingBegun", sitting.Start);
        }

        if (SheetVerbs.WhyNotReason(reason) is { } wrong)
        {
            return wrong;
        }

        var waiting = sitting.Exams.Where(e => !e.IsSettled).ToList();
        var ending = new Ending(EndingKind.Postponed, by, reason!.Trim(), now);
        return Decision<Sitting>.Accept(
            sitting with
            {
                State = SittingState.Cancelled,
                PanelRevision = sitting.PanelRevision + 1,
                Exams = sitting.Exams.ConvertAll(e => e.IsSettled ? e : e with { State = ExamState.NotHeld, Ending = ending }),
            }, [
                new CancelConvocation(sitting.Id),
                .. waiting.Select(e => new WithdrawCandidate(sitting.Id, e.Candidate, e.EventId, Elsewhere: false)),
                .. sitting.Panel.Select(m => m.Person).Append(sitting.Room).Select(holder => new ReleaseTime(holder, sitting.Id)),
                new ProjectSitting(sitting.Session, sitting.Id),
            ]);
    }

    /// <summary>Ends an exam whose panel has fallen short for good: the candidate is heard anew by another jury (certification §3).</summary>
    public static Decision<Sitting> HoldAnew(Sitting sitting, string by, string candidate, string? reason, Certification certification, DateTimeOffset now)
    {
        if (sitting.Exam(candidate) is not { } exam)
        {
            return new Refusal("UnknownExam");
        }

        if (sitting.State != SittingState.Open)
        {
            return new Refusal(sitting.State == SittingState.Convened ? "NotYetOpen" : "SittingOver");
        }

        if (exam.IsSettled)
        {
            return exam.Ending?.Kind == EndingKind.Irregular ? sitting : new Refusal(exam.State == ExamState.Decided ? "AlreadyDecided" : "ExamNotHeld", exam.Name);
        }

        return Irregular(sitting, sitting.PanelFor(exam), certification) is null && sitting.Judging(exam).Any(m => Chairs(sitting, certification, m))
            ? new Refusal("PanelRegular", exam.Name)
            : SheetVerbs.WhyNotReason(reason) is { } wrong ? wrong
            : End(sitting, exam, new Ending(EndingKind.Irregular, by, reason!.Trim(), now));
    }

    /// <summary>The sitting with an exam over, and closed when it was the last.</summary>
    private static Decision<Sitting> End(Sitting sitting, Exam exam, Ending ending)
    {
        var ended = exam with { State = ExamState.NotHeld, Ending = ending, Deliberation = null };
        var (next, closing) = Close(sitting.With(ended));
        return Decision<Sitting>.Accept(next, [
            .. sitting.Judging(exam).Where(m => exam.State != ExamState.Convened).Select(m => new RefreshScoreSheet(sitting.Id, exam.Candidate, m.Person)),
            ending.Kind == EndingKind.Postponed ? new WithdrawCandidate(sitting.Id, exam.Candidate, exam.EventId, Elsewhere: false) : new TellNotHeld(sitting.Id, exam.Candidate),
            .. closing,
            new ProjectSitting(sitting.Session, sitting.Id),
        ]);
    }

    /// <summary>The sitting closed when every exam is over, and the members asked to acknowledge its minutes.</summary>
    internal static (Sitting Sitting, IReadOnlyList<Effect> Effects) Close(Sitting sitting) =>
        sitting.State == SittingState.Open && sitting.Exams.TrueForAll(e => e.IsSettled)
            ? (sitting with { State = SittingState.Closed }, [.. AskEverybody(sitting), new WatchSitting(sitting.Id)])
            : (sitting, []);

    private static IEnumerable<Effect> AskEverybody(Sitting sitting) => sitting.Panel.Where(m => m.Present == true).Select(m => new AskAcknowledgement(sitting.Id, m.Person));

    private static Refusal? WhyNotEnd(Sitting sitting, string candidate) => sitting.Exam(candidate) switch
    {
        null => new Refusal("UnknownExam"),
        _ when sitting.State == SittingState.Cancelled => new Refusal("SittingCancelled"),
        { State: ExamState.Deliberating or ExamState.Decided } exam => new Refusal("SheetsLocked", exam.Name),
        { State: ExamState.NotHeld } exam => new Refusal("ExamNotHeld", exam.Name),
        _ => null,
    };
}

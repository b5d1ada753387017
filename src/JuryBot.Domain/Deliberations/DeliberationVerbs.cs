using System.Collections.Immutable;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.ScoreSheets;

namespace JuryBot.Domain.Deliberations;

/// <summary>Pure verbs of the deliberation on one candidate: waive a missing sheet, open, prepare and confirm the decision, or decide at once.</summary>
public static partial class DeliberationVerbs
{
    /// <summary>Opens the deliberation: locks every sheet and shows them to the members. Composition is checked once more.</summary>
    public static Decision<Sitting> Open(Sitting sitting, string by, string candidate, Certification certification, DateTimeOffset now)
    {
        if (NotTheChair(sitting, by, candidate, certification) is { } refusal)
        {
            return refusal;
        }

        var exam = sitting.Exam(candidate)!;
        if (exam.State is ExamState.Deliberating or ExamState.Decided)
        {
            return sitting;
        }

        if (exam.State is ExamState.Convened or ExamState.NotHeld)
        {
            return exam.State == ExamState.Convened ? new Refusal("NotYetOpen") : new Refusal("ExamNotHeld", exam.Name);
        }

        var missing = sitting.Missing(exam).Select(m => m.Name).ToList();
        if (missing.Count > 0)
        {
            return new Refusal("SheetsMissing", string.Join(", ", missing));
        }

        if (exam.State != ExamState.Graded)
        {
            return new Refusal("NoSheetAtAll", exam.Name);
        }

        if (SittingVerbs.Irregular(sitting, sitting.PanelFor(exam), certification) is { } irregular)
        {
            return irregular;
        }

        var opened = exam with
        {
            State = ExamState.Deliberating,
            // A draft has been handed to nobody and is shown to nobody.
            Sheets = [.. exam.Sheets.Where(s => s.State == SheetState.Submitted).Select(s => s with { State = SheetState.Locked })],
            Deliberation = new Deliberation { OpenedAt = now, OpenedBy = by },
        };
        return Decision<Sitting>.Accept(
            sitting.With(opened),
            sitting.Judging(exam).Where(m => m.Person != by).Select(m => new RefreshScoreSheet(sitting.Id, candidate, m.Person)));
    }

    /// <summary>Records the jury's decision, once. Its parts are checked against the candidate's record for a certification jury.</summary>
    /// <param name="presence">Whether the candidate came: a jury decides on the blocks of someone who did not, too.</param>
    /// <param name="record">The candidate's record as it stands: proposals to follow or to depart from with a reason.</param>
    /// <param name="presentation">What the candidate presented: said of everybody who came before a certification jury, without effect otherwise.</param>
    public static Decision<Sitting> Decide(
        Sitting sitting,
        string by,
        string candidate,
        Presence presence,
        IReadOnlyList<BlockRuling> decisions,
        TitleRuling? award,
        string? observations,
        CandidateRecord record,
        Certification certification,
        DateTimeOffset now,
        Presentation? presentation = null)
    {
        if (NotTheChair(sitting, by, candidate, certification) is { } refusal)
        {
            return refusal;
        }

        if (sitting.Exam(candidate) is not { Deliberation: { } deliberation } exam)
        {
            return new Refusal("DeliberationNotOpen");
        }

        if (exam.State == ExamState.Decided)
        {
            return new Refusal("AlreadyDecided", exam.Name);
        }

        if ((exam.Presence is Presence.Absent or Presence.Excused) != (presence != Presence.Present) && exam.Presence is not null)
        {
            return new Refusal("PresenceContradicts", exam.Name);
        }

        if (sitting.Kind == JuryKind.Intermediate && presence != Presence.Present)
        {
            return new Refusal("AbsentNotAssessed", exam.Name);
        }

        // The panel may have lost a member since the deliberation opened.
        if (SittingVerbs.Irregular(sitting, sitting.PanelFor(exam), certification) is { } irregular)
        {
            return irregular;
        }

        var heardInFinal = sitting.Kind == JuryKind.Final && presence == Presence.Present;
        var decided = exam with
        {
            State = ExamState.Decided,
            Presence = presence,
            Deliberation = deliberation with
            {
                Prepared = null,
                Decisions = [.. decisions],
                Award = award,
                Presentation = heardInFinal ? presentation : null,
                Observations = string.IsNullOrWhiteSpace(observations) ? null : observations.Trim(),
                DecidedBy = by,
                DecidedAt = now,
            },
        };
        if (Record(record, sitting, decided, certification).Refusal is { } notAcceptable)
        {
            return notAcceptable;
        }

        // Asked of the decision and not of the record, which takes what juries decided before it was asked.
        if (heardInFinal && presentation is null)
        {
            return new Refusal("PresentationRequired", exam.Name);
        }

        var (next, closing) = SittingVerbs.Close(sitting.With(decided));
        return Decision<Sitting>.Accept(next, [
            new RecordOutcome(sitting.Id, candidate, exam.Annulled.Count),
            .. sitting.Judging(exam).Where(m => m.Person != by).Select(m => new RefreshScoreSheet(sitting.Id, candidate, m.Person)),
            .. closing,
            new ProjectSitting(sitting.Session, sitting.Id),
        ]);
    }

    /// <summary>What a decided exam writes into the candidate's record: a proposal of an intermediate jury, the decisions of the final one.
    /// Asked before the decision is taken too, so that a jury hears of a fault while it still deliberates. One that comes late, when the
    /// sitting has been published, is published at once.</summary>
    public static Decision<CandidateRecord> Record(CandidateRecord record, Sitting sitting, Exam exam, Certification certification)
    {
        return record.In(record.Under(sitting.Certification), Recorded);

        Decision<CandidateRecord> Recorded(CandidateRecord course)
        {
            var recorded = Enter(course, sitting, exam, certification);
            return recorded.State is { } entered && sitting.PublishedAt is { } at ? entered.Publish(sitting.Id, at) : recorded;
        }
    }

    /// <summary>Publishes what the sitting wrote into the candidate's record; refused while its decision has not reached the record.</summary>
    public static Decision<CandidateRecord> Publish(CandidateRecord record, Sitting sitting, Certification certification) =>
        certification.BlocksDecidedBy(sitting.Kind, sitting.Block).Count > 0 && !record.Sittings.Contains(sitting.Id)
            ? new Refusal("OutcomeNotRecorded", record.Name)
            : record.In(record.Under(sitting.Certification), course => course.Publish(sitting.Id, sitting.PublishedAt!.Value));

    private static Decision<CandidateRecord> Enter(CandidateRecord record, Sitting sitting, Exam exam, Certification certification)
    {
        var deliberation = exam.Deliberation!;
        if (sitting.Kind == JuryKind.Final)
        {
            return record.Decide(certification, new FinalRuling(
                sitting.Id, deliberation.DecidedAt!.Value, sitting.Promotion, exam.Presence ?? Presence.Present, deliberation.Decisions, deliberation.Award, sitting.Reason) { Presentation = deliberation.Presentation });
        }

        return certification.BlocksDecidedBy(sitting.Kind, sitting.Block).Count == 0
            ? record
            : deliberation.Decisions is [{ } decision] && decision.Block == sitting.Block
                ? record.Propose(certification, decision.Block, sitting.Id, decision.Acquired, deliberation.DecidedAt!.Value, decision.Reason)
                : AwardRefusals.BlockUndecided(sitting.Block!);
    }

    // Who has stepped back from judging a candidate leads nothing about them either.
    internal static Refusal? NotTheChair(Sitting sitting, string by, string? candidate, Certification certification)
    {
        if (sitting.Member(by) is not { } member || member.Present == false || !SittingVerbs.Chairs(sitting, certification, member))
        {
            return new Refusal("OnlyTheChair");
        }

        return candidate is null ? null
            : sitting.Exam(candidate) is not { } exam ? new Refusal("UnknownExam")
            : SittingVerbs.WhyNotJudging(sitting, exam, by);
    }
}

using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.ScoreSheets;

namespace JuryBot.Domain.Deliberations;

public static partial class DeliberationVerbs
{
    /// <summary>The chair does without a member's missing sheet, and says why (certification §6). The member may still submit it until the
    /// deliberation opens.</summary>
    public static Decision<Sitting> Waive(Sitting sitting, string by, string candidate, string member, string? reason, Certification certification, DateTimeOffset now)
    {
        if (WhyNotWaive(sitting, by, candidate, certification) is { } refusal)
        {
            return refusal;
        }

        var exam = sitting.Exam(candidate)!;
        if (exam.Waived(member))
        {
            return sitting;
        }

        if (sitting.Missing(exam).All(m => m.Person != member))
        {
            return new Refusal("NoSheetMissing", exam.Name);
        }

        if (SheetVerbs.WhyNotReason(reason) is { } wrong)
        {
            return wrong;
        }

        var (next, offer) = SittingVerbs.Gather(sitting, exam with { Waivers = exam.Waivers.Add(new Waiver(member, reason!.Trim(), by, now)) }, certification);
        return Decision<Sitting>.Accept(sitting.With(next), [new ProjectSitting(sitting.Session, sitting.Id), .. offer]);
    }

    /// <summary>Whether this person may do without a sheet of this exam now, or the rule that forbids it.</summary>
    public static Refusal? WhyNotWaive(Sitting sitting, string by, string candidate, Certification certification) =>
        NotTheChair(sitting, by, candidate, certification) ?? (sitting.Exam(candidate) switch
        {
            { State: ExamState.Convened } => new Refusal("NotYetOpen"),
            { State: ExamState.NotHeld } exam => new Refusal("ExamNotHeld", exam.Name),
            { State: ExamState.Deliberating or ExamState.Decided } exam => new Refusal("SheetsLocked", exam.Name),
            _ => null,
        });

    /// <summary>Whether this person leads the deliberation on this candidate, open or decided, or the rule that forbids it.</summary>
    public static Refusal? WhyNotLead(Sitting sitting, string by, string candidate, Certification certification) =>
        NotTheChair(sitting, by, candidate, certification) ?? (sitting.Exam(candidate) is { Deliberation: not null } ? null : new Refusal("DeliberationNotOpen"));

    /// <summary>Whether this person may see who has submitted: the chair, once the sitting is open.</summary>
    public static Refusal? WhyNotFollow(Sitting sitting, string by, Certification certification) =>
        NotTheChair(sitting, by, null, certification) ?? (sitting.State switch
        {
            SittingState.Convened => new Refusal("NotYetOpen"),
            SittingState.Cancelled => new Refusal("SittingCancelled"),
            _ => null,
        });
}

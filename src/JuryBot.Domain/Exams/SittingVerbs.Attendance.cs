using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Deliberations;

namespace JuryBot.Domain.Exams;

public static partial class SittingVerbs
{
    /// <summary>The chair says whether a candidate came. Before a certification jury it decides all the same on who did not (certification §5), without
    /// waiting for sheets, and the chair may take the word back; an intermediate jury has nothing to assess, and the exam is over.</summary>
    public static Decision<Sitting> Attend(Sitting sitting, string by, string candidate, Presence presence, string? note, Certification certification, DateTimeOffset now)
    {
        if (DeliberationVerbs.NotTheChair(sitting, by, candidate, certification) is { } forbidden)
        {
            return forbidden;
        }

        if (WhyNotAttend(sitting, candidate) is { } refusal)
        {
            return refusal;
        }

        var exam = sitting.Exam(candidate)!;
        if ((exam.Presence ?? Presence.Present) == presence)
        {
            return sitting;
        }

        if (presence != Presence.Present && exam.Sheets.Exists(s => s.State == ScoreSheets.SheetState.Submitted))
        {
            return new Refusal("CandidateWasHeard", exam.Name);
        }

        if (sitting.Kind == JuryKind.Intermediate)
        {
            return End(sitting, exam with { Presence = presence }, new Ending(presence == Presence.Absent ? EndingKind.Absent : EndingKind.Excused, by, Trimmed(note), now));
        }

        var (next, offer) = Gather(sitting, exam with { Presence = presence, State = ExamState.Open }, certification);
        return Decision<Sitting>.Accept(sitting.With(next), [new ProjectSitting(sitting.Session, sitting.Id), .. offer]);
    }

    private static Refusal? WhyNotAttend(Sitting sitting, string candidate) => sitting.Exam(candidate)! switch
    {
        { State: ExamState.Convened } => new Refusal("NotYetOpen"),
        { State: ExamState.Deliberating or ExamState.Decided } exam => new Refusal("SheetsLocked", exam.Name),
        { State: ExamState.NotHeld } exam => new Refusal("ExamNotHeld", exam.Name),
        _ => null,
    };

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

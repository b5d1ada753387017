using System.Collections.Immutable;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;

namespace JuryBot.Domain.ScoreSheets;

/// <summary>Pure verbs of grading: save a draft, prepare and confirm its submission, or submit at once. A submitted sheet may be corrected
/// until the deliberation opens.</summary>
public static partial class SheetVerbs
{
    /// <summary>Saves a draft: anything may be missing, but nothing may be wrong. A submitted sheet is never turned back into a draft.</summary>
    public static Decision<Sitting> Save(Sitting sitting, string juror, string candidate, SheetEntry entry, Certification certification, DateTimeOffset now) =>
        Write(sitting, juror, candidate, entry, certification, now, whole: false, submit: false);

    /// <summary>Keeps what is right of an entry that was refused, or left without saving, as a draft; a submitted sheet stays as it is.</summary>
    public static Decision<Sitting> Keep(Sitting sitting, string juror, string candidate, SheetEntry entry, Certification certification, DateTimeOffset now)
    {
        if (MayGrade(sitting, juror, candidate) is { } forbidden)
        {
            return forbidden;
        }

        var exam = sitting.Exam(candidate)!;
        return exam.SheetOf(juror)?.State == SheetState.Submitted
            ? sitting
            : Save(sitting, juror, candidate, entry.Without(entry.Read(SittingVerbs.Sheet(sitting, exam, certification), toSubmit: false).Faults), certification, now);
    }

    /// <summary>Saves a draft that could be submitted as it stands, so that the juror reads it again before they confirm. A sheet that is
    /// submitted already is corrected at once.</summary>
    public static Decision<Sitting> Prepare(Sitting sitting, string juror, string candidate, SheetEntry entry, Certification certification, DateTimeOffset now) =>
        Write(sitting, juror, candidate, entry, certification, now, whole: true, submit: false);

    /// <summary>Submits the draft that the juror has read again; one that has been saved since is not submitted unread.</summary>
    /// <param name="read">When the draft that was shown had been saved.</param>
    public static Decision<Sitting> Confirm(Sitting sitting, string juror, string candidate, DateTimeOffset read, Certification certification, DateTimeOffset now)
    {
        if (MayGrade(sitting, juror, candidate) is { } forbidden)
        {
            return forbidden;
        }

        return sitting.Exam(candidate)!.SheetOf(juror) switch
        {
            { State: SheetState.Submitted } => sitting,
            { } draft when draft.SavedAt == read => Submit(sitting, juror, candidate, SheetEntry.Of(draft), certification, now),
            _ => new Refusal("SheetChangedSince"),
        };
    }

    /// <summary>Submits the sheet; the last one in tells the chair.</summary>
    public static Decision<Sitting> Submit(Sitting sitting, string juror, string candidate, SheetEntry entry, Certification certification, DateTimeOffset now) =>
        Write(sitting, juror, candidate, entry, certification, now, whole: true, submit: true);

    /// <summary>Whether this person may read and fill in a sheet for this candidate now, or the rule that forbids it.</summary>
    public static Refusal? MayGrade(Sitting sitting, string juror, string candidate)
    {
        if (sitting.Exam(candidate) is not { } exam)
        {
            return new Refusal("UnknownExam");
        }

        return SittingVerbs.WhyNotJudging(sitting, exam, juror)
            ?? exam.State switch
            {
                ExamState.Convened => new Refusal("NotYetOpen"),
                ExamState.NotHeld => new Refusal("ExamNotHeld", exam.Name),
                ExamState.Deliberating or ExamState.Decided => new Refusal("SheetsLocked", exam.Name),
                _ => null,
            };
    }

    private static Decision<Sitting> Write(
        Sitting sitting, string juror, string candidate, SheetEntry entry, Certification certification, DateTimeOffset now, bool whole, bool submit)
    {
        if (MayGrade(sitting, juror, candidate) is { } forbidden)
        {
            return forbidden;
        }

        var exam = sitting.Exam(candidate)!;
        var known = exam.SheetOf(juror);
        var submitted = submit || known?.State == SheetState.Submitted;
        var (marks, faults) = entry.Read(SittingVerbs.Sheet(sitting, exam, certification), whole || submitted);
        if (faults.Count > 0)
        {
            return new Refusal("SheetInvalid", faults.Count) { Details = faults };
        }

        var sheet = new ScoreSheet
        {
            Juror = juror,
            Marks = marks,
            Deliverables = [.. entry.Deliverables.Distinct().Order(StringComparer.Ordinal)],
            NotApplicable = [.. entry.NotApplicable.Distinct().Order(StringComparer.Ordinal)],
            Overall = string.IsNullOrWhiteSpace(entry.Overall) ? null : entry.Overall.Trim(),
            State = submitted ? SheetState.Submitted : SheetState.Draft,
            SavedAt = now,
            SubmittedAt = submitted ? known?.SubmittedAt ?? now : null,
        };
        if (known is not null && known.SaysTheSame(sheet))
        {
            return sitting;
        }

        var (graded, offer) = SittingVerbs.Gather(sitting, exam with { Sheets = known is null ? exam.Sheets.Add(sheet) : exam.Sheets.Replace(known, sheet) }, certification);
        return Decision<Sitting>.Accept(
            sitting.With(graded), [.. known?.State != sheet.State && submit ? [new ProjectSitting(sitting.Session, sitting.Id)] : Array.Empty<Effect>(), .. offer]);
    }
}

using System.Collections.Immutable;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;

namespace JuryBot.Domain.ScoreSheets;

/// <summary>Pure verbs of grading: save a draft, submit. A submitted sheet may be corrected until the deliberation opens.</summary>
public static class SheetVerbs
{
    /// <summary>Saves a draft: anything may be missing, but nothing may be wrong. A submitted sheet is never turned back into a draft.</summary>
    public static Decision<Sitting> Save(Sitting sitting, string juror, string candidate, SheetEntry entry, Certification certification, DateTimeOffset now) =>
        Write(sitting, juror, candidate, entry, certification, now, submit: false);

    /// <summary>Submits the sheet; the last one in tells the chair.</summary>
    public static Decision<Sitting> Submit(Sitting sitting, string juror, string candidate, SheetEntry entry, Certification certification, DateTimeOffset now) =>
        Write(sitting, juror, candidate, entry, certification, now, submit: true);

    /// <summary>Whether this person may read and fill in a sheet for this candidate now, or the rule that forbids it.</summary>
    public static Refusal? MayGrade(Sitting sitting, string juror, string candidate)
    {
        if (sitting.Exam(candidate) is not { } exam)
        {
            return new Refusal("UnknownExam");
        }

        return sitting.Member(juror) is null ? new Refusal("NotOnPanel")
            : exam.Recused(juror) ? new Refusal("Recused", exam.Name)
            : sitting.Member(juror)!.Present == false ? new Refusal("WasAbsent")
            : exam.State switch
            {
                ExamState.Convened => new Refusal("NotYetOpen"),
                ExamState.Deliberating or ExamState.Decided => new Refusal("SheetsLocked", exam.Name),
                _ => null,
            };
    }

    private static Decision<Sitting> Write(Sitting sitting, string juror, string candidate, SheetEntry entry, Certification certification, DateTimeOffset now, bool submit)
    {
        if (MayGrade(sitting, juror, candidate) is { } forbidden)
        {
            return forbidden;
        }

        var exam = sitting.Exam(candidate)!;
        var known = exam.SheetOf(juror);
        var complete = submit || known?.State == SheetState.Submitted;
        var (marks, faults) = entry.Read(SittingVerbs.Sheet(sitting, exam, certification), complete);
        if (faults.Count > 0)
        {
            return new Refusal("SheetInvalid", faults.Count) { Details = faults };
        }

        var sheet = new ScoreSheet
        {
            Juror = juror,
            Marks = marks,
            Deliverables = [.. entry.Deliverables.Distinct().Order(StringComparer.Ordinal)],
            Overall = string.IsNullOrWhiteSpace(entry.Overall) ? null : entry.Overall.Trim(),
            State = complete ? SheetState.Submitted : SheetState.Draft,
            SavedAt = now,
            SubmittedAt = complete ? known?.SubmittedAt ?? now : null,
        };
        if (known is not null && known.SaysTheSame(sheet))
        {
            return sitting;
        }

        var graded = exam with { Sheets = known is null ? exam.Sheets.Add(sheet) : exam.Sheets.Replace(known, sheet) };
        var allIn = sitting.Judging(graded).All(m => graded.SheetOf(m.Person)?.State == SheetState.Submitted);
        var lastOne = allIn && exam.State == ExamState.Open;
        graded = graded with { State = allIn ? ExamState.Graded : ExamState.Open };

        var effects = new List<Effect>();
        if (known?.State != sheet.State && submit)
        {
            effects.Add(new ProjectSitting(sitting.Session, sitting.Id));
        }

        if (lastOne)
        {
            var chair = sitting.Panel.Find(m => SittingVerbs.Chairs(sitting, certification, m))!;
            effects.Add(new OfferDeliberation(sitting.Id, candidate, chair.Person));
        }

        return Decision<Sitting>.Accept(sitting.With(graded), effects);
    }
}

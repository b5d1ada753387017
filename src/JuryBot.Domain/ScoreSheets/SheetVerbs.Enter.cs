using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;

namespace JuryBot.Domain.ScoreSheets;

public static partial class SheetVerbs
{
    /// <summary>The coordination enters and hands in what a juror wrote on paper. The juror is shown it and may correct it as if they had filled it in
    /// themself; a sheet they have handed in is not written over.</summary>
    public static Decision<Sitting> Enter(
        Sitting sitting, string coordinator, string juror, string candidate, SheetEntry entry, PaperScan scan, Certification certification, DateTimeOffset now)
    {
        if (MayGrade(sitting, juror, candidate) is { } forbidden)
        {
            return forbidden;
        }

        if (sitting.Exam(candidate)!.SheetOf(juror)?.State == SheetState.Submitted)
        {
            return new Refusal("SheetAlreadySubmitted", sitting.Exam(candidate)!.Name);
        }

        var submitted = Submit(sitting, juror, candidate, entry, certification, now);
        if (submitted.State is not { } next)
        {
            return submitted;
        }

        var exam = next.Exam(candidate)!;
        var sheet = exam.SheetOf(juror)!;
        return Decision<Sitting>.Accept(
            next.With(exam with { Sheets = exam.Sheets.Replace(sheet, sheet with { Paper = scan with { EnteredBy = coordinator } }) }),
            [.. submitted.Effects, new ResendScoreSheet(sitting.Id, candidate, juror)]);
    }
}

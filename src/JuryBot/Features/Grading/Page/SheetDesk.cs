using System.Globalization;
using JuryBot.Domain;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Identity;
using JuryBot.Pages;

namespace JuryBot.Features.Grading.Page;

/// <summary>A juror at their sheet, as it is now.</summary>
/// <param name="Record">The candidate's, for a final jury.</param>
internal sealed record SheetDesk(Visit Visit, Sitting Sitting, Exam Exam, CandidateRecord? Record, Certification Certification)
{
    public SheetDefinition Definition => SittingVerbs.Sheet(Sitting, Exam, Certification);

    public ScoreSheet? Saved => Exam.SheetOf(Visit.Person.Id);

    /// <summary>As <see cref="SheetVerbs.Begin"/> gives it.</summary>
    public (SheetEntry? Entry, Exam? From) Begun => SheetVerbs.Begin(Sitting, Exam, Visit.Person.Id);

    public bool IsSubmitted => Saved?.State == SheetState.Submitted;

    /// <summary>Names what is saved now, so that a window that has not seen it does not write over it.</summary>
    public string Seen => SeenOf(Exam, Visit.Person);

    public static string SeenOf(Exam exam, Person juror) => exam.SheetOf(juror.Id)?.SavedAt.UtcTicks.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>Why the juror may not fill in the sheet, or <c>null</c>.</summary>
    public static Refusal? WhyNot(Sitting sitting, string candidate, Person juror, Certification certification) =>
        juror.WhyNotJudge(sitting, candidate, certification) ?? SheetVerbs.MayGrade(sitting, juror.Id, candidate);
}

using JuryBot.Domain.Exams;
using JuryBot.Identity;

namespace JuryBot.Features.Grading.Page;

/// <summary>A juror's link to their sheet for one candidate of one sitting.</summary>
internal static class SheetLink
{
    public const string Purpose = "sheet";

    // Time enough to read again what was decided.
    private static readonly TimeSpan After = TimeSpan.FromDays(7);

    public static PersonalLink To(Sitting sitting, string candidate, string juror) => new(Purpose, juror, $"{sitting.Id}|{candidate}", sitting.End + After);

    /// <summary>Sitting and candidate a link is about.</summary>
    public static (string Sitting, string Candidate) Read(PersonalLink link) =>
        link.About.Split('|') is [var sitting, var candidate] ? (sitting, candidate) : ("", "");
}

using JuryBot.Domain.Exams;
using JuryBot.Identity;

namespace JuryBot.Features;

/// <summary>A juror's link to their declaration of independence for the session of a sitting they sit in. Each sitting has one of its own, so that the
/// mail of a later convocation leaves the earlier one's link working.</summary>
internal static class DeclarationLink
{
    public const string Purpose = "declaration";

    private static readonly TimeSpan After = TimeSpan.FromDays(7);

    public static PersonalLink To(Sitting sitting, string juror) => new(Purpose, juror, sitting.Id, sitting.End + After);
}

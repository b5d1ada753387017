using JuryBot.Domain.Exams;
using JuryBot.Identity;

namespace JuryBot.Features.Sittings.Page;

/// <summary>Somebody's link to their convocation at one sitting.</summary>
internal static class ConvocationLink
{
    public const string Purpose = "convocation";

    private static readonly TimeSpan After = TimeSpan.FromDays(7);

    public static PersonalLink To(Sitting sitting, string person) => new(Purpose, person, sitting.Id, sitting.End + After);
}

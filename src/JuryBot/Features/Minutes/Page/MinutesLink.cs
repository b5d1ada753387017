using JuryBot.Identity;

namespace JuryBot.Features.Minutes.Page;

/// <summary>A member's link to the minutes of one sitting.</summary>
internal static class MinutesLink
{
    public const string Purpose = "minutes";

    private static readonly TimeSpan After = TimeSpan.FromDays(60);

    public static PersonalLink To(string sitting, string member, DateTimeOffset now) => new(Purpose, member, sitting, now + After);
}

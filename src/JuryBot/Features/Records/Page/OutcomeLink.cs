using JuryBot.Identity;

namespace JuryBot.Features.Records.Page;

/// <summary>A candidate's link to what one sitting said of them.</summary>
internal static class OutcomeLink
{
    public const string Purpose = "outcome";

    private static readonly TimeSpan After = TimeSpan.FromDays(60);

    public static PersonalLink To(string sitting, string candidate, DateTimeOffset now) => new(Purpose, candidate, sitting, now + After);
}

using System.Globalization;
using System.Resources;
using JuryBot.Domain.Planning;

namespace JuryBot.Planner;

/// <summary>Words reasons in the reader's language.</summary>
internal sealed class ReasonTexts(string language)
{
    private static readonly ResourceManager Resources = new("JuryBot.Planner.Texts", typeof(ReasonTexts).Assembly);

    private readonly CultureInfo culture = CultureInfo.GetCultureInfo(language);

    /// <param name="world"><c>Alone</c>: true of the problem. <c>Beside</c>: true of this plan.</param>
    /// <param name="blocker">What stands in the way.</param>
    /// <param name="blocked">How many starts it blocks.</param>
    /// <param name="starts">Of how many.</param>
    public Because Word(string world, Blocker blocker, int blocked, int starts)
    {
        var text = Resources.GetString($"{world}.{blocker.Rule}", culture)
            ?? throw new MissingManifestResourceException($"{world}.{blocker.Rule}");
        return new Because(blocker.Rule, blocker.Subject, string.Format(culture, text, blocker.Subject, blocked, starts), blocker.Ids);
    }
}

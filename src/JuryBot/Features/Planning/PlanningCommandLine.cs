using System.CommandLine;
using System.Globalization;

namespace JuryBot.Features.Planning;

/// <summary>What the command lines of both commands have in common.</summary>
internal static class PlanningCommandLine
{
    private static readonly Texts Texts = Texts.Of("Features.Planning");

    public static Argument<string> File(string name, string description) => new(name) { Description = description, HelpName = $"{name}.json" };

    public static Option<double> Number(string name, string help, string description, double fallback, double least, double most, bool whole, string language) => new(name)
    {
        Description = description,
        HelpName = help,
        DefaultValueFactory = _ => fallback,
        CustomParser = result => double.TryParse(CommandLines.Given(result), whole ? NumberStyles.None : NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : result.Refuse<double>(Texts.Get(language, whole ? "Wrong.WholeNumber" : "Wrong.Number", name, least, most, CommandLines.Given(result))),
    };
}

using System.Globalization;
using JuryBot.Domain.Awards;

namespace JuryBot.Domain.Statistics;

/// <summary>What a jury said yes or no to.</summary>
public enum Verdict
{
    /// <summary>An intermediate jury's proposal of a block.</summary>
    Proposal,

    /// <summary>The certification jury's decision of a block.</summary>
    Block,

    /// <summary>The certification jury's decision of the title.</summary>
    Title,
}

public enum Grouping
{
    Block,
    Route,

    /// <summary>The year of the promotion whose jury it was.</summary>
    Year,
}

/// <summary>One yes or no to one candidate.</summary>
/// <param name="Block"><c>null</c> for the title.</param>
public sealed record JudgedOutcome(Verdict Verdict, string? Block, string Route, string Promotion, bool Passed);

/// <summary>How many of those judged passed, in one group.</summary>
/// <param name="Key">Id of the block or route; the year, or the promotion's label when it has none.</param>
public sealed record PassRate(Verdict Verdict, Grouping By, string Key, Proportion Proportion)
{
    /// <summary>Every group in which somebody was judged, in the order of verdict, grouping and key.</summary>
    public static IReadOnlyList<PassRate> Of(IReadOnlyList<JudgedOutcome> outcomes) =>
    [
        .. Enum.GetValues<Grouping>()
            .SelectMany(grouping => outcomes.Select(outcome => (outcome.Verdict, By: grouping, Key: KeyOf(outcome, grouping), outcome.Passed)))
            .Where(each => each.Key is not null)
            .GroupBy(each => (each.Verdict, each.By, Key: each.Key!), each => each.Passed)
            .OrderBy(group => group.Key.Verdict).ThenBy(group => group.Key.By).ThenBy(group => group.Key.Key, StringComparer.Ordinal)
            .Select(group => new PassRate(group.Key.Verdict, group.Key.By, group.Key.Key, new Proportion(group.Count(passed => passed), group.Count()))),
    ];

    private static string? KeyOf(JudgedOutcome outcome, Grouping by) => by switch
    {
        Grouping.Block => outcome.Block,
        Grouping.Route => outcome.Route,
        _ => Promotions.YearOf(outcome.Promotion)?.ToString(CultureInfo.InvariantCulture) ?? outcome.Promotion,
    };
}

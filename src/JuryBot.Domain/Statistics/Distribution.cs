namespace JuryBot.Domain.Statistics;

/// <summary>Values in a few numbers; median and mean together, since each hides what the other shows.</summary>
public sealed record Distribution(int Count, double Mean, double Median, double NinetiethPercentile)
{
    /// <returns><c>null</c> of no values.</returns>
    public static Distribution? Of(IEnumerable<double> values)
    {
        double[] ordered = [.. values.Order()];
        return ordered.Length == 0 ? null : new Distribution(ordered.Length, ordered.Average(), Percentile(ordered, 0.5), Percentile(ordered, 0.9));
    }

    /// <summary>By linear interpolation between the closest ranks: definition 7 of Hyndman and Fan, <i>The American Statistician</i> 50 (1996),
    /// 361–365; a spreadsheet's PERCENTILE.INC.</summary>
    /// <param name="ordered">From the least to the greatest, at least one.</param>
    /// <param name="share">From 0 to 1.</param>
    internal static double Percentile(IReadOnlyList<double> ordered, double share)
    {
        var place = (ordered.Count - 1) * share;
        var below = (int)Math.Floor(place);
        return below + 1 < ordered.Count ? ordered[below] + ((place - below) * (ordered[below + 1] - ordered[below])) : ordered[below];
    }
}

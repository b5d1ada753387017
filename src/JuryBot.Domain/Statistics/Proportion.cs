namespace JuryBot.Domain.Statistics;

/// <summary>How many of how many.</summary>
/// <param name="Total">At least 1.</param>
public sealed record Proportion(int Passed, int Total)
{
    public double Rate => (double)Passed / Total;

    /// <summary>Between which rates the true one lies with a confidence of 95 %: the score interval without continuity correction. Source:
    /// E. B. Wilson, <i>Journal of the American Statistical Association</i> 22 (1927), 209–212.</summary>
    public Interval Confidence
    {
        get
        {
            const double z2 = Quantile.Normal * Quantile.Normal;
            double n = Total;
            var scale = 1 + (z2 / n);
            var middle = (Rate + (z2 / (2 * n))) / scale;
            var half = Quantile.Normal * Math.Sqrt((Rate * (1 - Rate) / n) + (z2 / (4 * n * n))) / scale;
            return new Interval(Math.Max(0, middle - half), Math.Min(1, middle + half));
        }
    }
}

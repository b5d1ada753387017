namespace JuryBot.Domain.Statistics;

/// <summary>From this to that, both included.</summary>
public sealed record Interval(double Low, double High);

/// <summary>Quantiles that leave 2.5 % above them, for intervals of 95 %.</summary>
public static class Quantile
{
    /// <summary>Of the standard normal distribution.</summary>
    public const double Normal = 1.959963984540054;

    /// <summary>Least degrees of freedom for which <see cref="Student"/> is right to three digits.</summary>
    public const int LeastDegrees = 4;

    /// <summary>Of Student's t distribution, to 0.001. Source: Abramowitz and Stegun, <i>Handbook of Mathematical Functions</i>, 26.7.5
    /// (the expansion around the normal quantile).</summary>
    /// <param name="degrees">Degrees of freedom, from <see cref="LeastDegrees"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer degrees, for which the expansion is not good enough.</exception>
    public static double Student(int degrees)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degrees, LeastDegrees);
        const double x = Normal, x2 = x * x;
        const double g1 = x * (x2 + 1) / 4;
        const double g2 = x * ((((5 * x2) + 16) * x2) + 3) / 96;
        const double g3 = x * ((((((3 * x2) + 19) * x2) + 17) * x2) - 15) / 384;
        const double g4 = x * ((((((((79 * x2) + 776) * x2) + 1482) * x2) - 1920) * x2) - 945) / 92160;
        double n = degrees;
        return x + ((g1 + ((g2 + ((g3 + (g4 / n)) / n)) / n)) / n);
    }
}

namespace JuryBot.Benchmarks;

/// <summary>The middle one of what was measured: what else the machine did meanwhile weighs little on it.</summary>
internal static class Median
{
    public static double Of(IReadOnlyCollection<double> values) => values.Order().ElementAt(values.Count / 2);
}

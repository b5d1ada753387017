using JuryBot.Domain.ScoreSheets;

namespace JuryBot.Domain.Deliberations;

/// <summary>How far the members of a jury judge alike. It advises a deliberation and decides nothing (certification §5).</summary>
public static class Agreement
{
    /// <summary>From here on agreement is good, from <see cref="Tentative"/> on it allows tentative conclusions (Krippendorff, Content Analysis, 2004, p. 241).</summary>
    public const double Good = 0.8;

    public const double Tentative = 2 / 3.0;

    /// <summary>Krippendorff's α with the ordinal metric: 1 is perfect agreement, 0 what chance gives, below 0 systematic disagreement
    /// (Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011).</summary>
    /// <param name="units">For each thing judged, the ranks it was given, one for each who judged it; a unit with fewer than two counts for nothing.</param>
    /// <returns><c>null</c> where there is nothing to compare, or every rank is the same, so that chance would agree too.</returns>
    public static double? Alpha(IEnumerable<IReadOnlyList<int>> units)
    {
        var pairable = units.Where(unit => unit.Count >= 2).ToList();
        int[] ranks = [.. pairable.SelectMany(unit => unit).Distinct().Order()];
        if (ranks.Length < 2)
        {
            return null;
        }

        var coincidences = new double[ranks.Length, ranks.Length];
        foreach (var unit in pairable)
        {
            for (var i = 0; i < unit.Count; i++)
            {
                for (var j = 0; j < unit.Count; j++)
                {
                    if (i != j)
                    {
                        coincidences[Array.IndexOf(ranks, unit[i]), Array.IndexOf(ranks, unit[j])] += 1.0 / (unit.Count - 1);
                    }
                }
            }
        }

        double[] totals = [.. Enumerable.Range(0, ranks.Length).Select(c => Enumerable.Range(0, ranks.Length).Sum(k => coincidences[c, k]))];
        var (observed, expected) = (0.0, 0.0);
        for (var c = 0; c < ranks.Length; c++)
        {
            for (var k = c + 1; k < ranks.Length; k++)
            {
                var distance = totals[c..(k + 1)].Sum() - ((totals[c] + totals[k]) / 2);
                observed += coincidences[c, k] * distance * distance;
                expected += totals[c] * totals[k] * distance * distance;
            }
        }

        return 1 - ((totals.Sum() - 1) * observed / expected);
    }

    /// <summary>The α of a panel's judgments on one candidate, a unit for each criterion.</summary>
    public static double? Alpha(IReadOnlyList<ScoreSheet> sheets, IEnumerable<string> criteria) =>
        Alpha(criteria.Select(criterion => (IReadOnlyList<int>)[.. sheets.Select(s => s.Mark(criterion)?.Judgment).OfType<Judgment>().Select(j => (int)j)]));

    /// <summary>How far apart members judge one criterion: steps between the best and the worst judgment (0 to 2), and points between the best and the worst mark
    /// out of 20.</summary>
    public static (int Steps, decimal Points) Spread(IReadOnlyList<ScoreSheet> sheets, string criterion)
    {
        var marks = sheets.Select(s => s.Mark(criterion)).ToList();
        var judgments = marks.Where(m => m?.Judgment is not null).Select(m => (int)m!.Judgment!.Value).DefaultIfEmpty().ToList();
        var points = marks.Where(m => m?.Mark is not null).Select(m => m!.Mark!.Value).DefaultIfEmpty().ToList();
        return (judgments.Max() - judgments.Min(), points.Max() - points.Min());
    }
}

using JuryBot.Domain.ScoreSheets;

namespace JuryBot.Domain.Statistics;

/// <summary>How a juror judges beside the other members of the same exams, in points of the ternary scale (0 not acquired, 1 partly, 2 acquired).</summary>
/// <param name="Exams">How many exams it rests on.</param>
/// <param name="Mean">Below 0: more severe than the others.</param>
/// <param name="Confidence">Between which values the true mean lies with a confidence of 95 %.</param>
public sealed record JurorSeverity(string Juror, int Exams, double Mean, double Median, Interval Confidence)
{
    /// <summary>Of fewer exams nothing is said: a difference of one or two exams names their candidates.</summary>
    public const int MinimumExams = 5;

    /// <summary>One figure per juror of enough exams, the most severe first. Each exam counts once: the mean, over the criteria, of the juror's
    /// judgment less the mean of the others'. The interval is Student's, on the exams' differences (Student, <i>Biometrika</i> 6 (1908), 1–25).</summary>
    /// <param name="exams">The sheets of each exam, of members who judged to its end.</param>
    public static IReadOnlyList<JurorSeverity> Of(IEnumerable<IReadOnlyList<ScoreSheet>> exams) =>
    [
        .. exams.SelectMany(Differences).GroupBy(each => each.Juror, each => each.Difference, StringComparer.Ordinal)
            .Where(juror => juror.Count() >= MinimumExams)
            .Select(juror => Summary(juror.Key, [.. juror.Order()]))
            .OrderBy(juror => juror.Mean).ThenBy(juror => juror.Juror, StringComparer.Ordinal),
    ];

    private static IEnumerable<(string Juror, double Difference)> Differences(IReadOnlyList<ScoreSheet> sheets)
    {
        foreach (var sheet in sheets)
        {
            var differences = sheet.Marks.Where(mark => mark.Judgment is not null)
                .Select(mark => (Own: Points(mark.Judgment!.Value), Others: sheets.Where(other => other.Juror != sheet.Juror)
                    .Select(other => other.Mark(mark.Criterion)?.Judgment).OfType<Judgment>().Select(Points).ToList()))
                .Where(criterion => criterion.Others.Count > 0)
                .Select(criterion => criterion.Own - criterion.Others.Average())
                .ToList();
            if (differences.Count > 0)
            {
                yield return (sheet.Juror, differences.Average());
            }
        }
    }

    private static JurorSeverity Summary(string juror, double[] ordered)
    {
        var mean = ordered.Average();
        var deviation = Math.Sqrt(ordered.Sum(difference => (difference - mean) * (difference - mean)) / (ordered.Length - 1));
        var half = Quantile.Student(ordered.Length - 1) * deviation / Math.Sqrt(ordered.Length);
        return new JurorSeverity(juror, ordered.Length, mean, Distribution.Percentile(ordered, 0.5), new Interval(mean - half, mean + half));
    }

    private static double Points(Judgment judgment) => judgment switch { Judgment.Acquired => 2, Judgment.Partly => 1, _ => 0 };
}

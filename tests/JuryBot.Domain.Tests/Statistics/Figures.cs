using JuryBot.Domain.ScoreSheets;
using JuryBot.Domain.Statistics;

namespace JuryBot.Domain.Tests.Statistics;

public sealed class Figures
{
    // Newcombe, Statistics in Medicine 17 (1998), 857–872, table I, method 3.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void A_rates_interval_is_Wilsons(int passed, int total, double low, double high)
    {
        var interval = new Proportion(passed, total).Confidence;
        Assert.Equal((low, high), (Math.Round(interval.Low, 4), Math.Round(interval.High, 4)));
        var failed = new Proportion(total - passed, total).Confidence;
        Assert.Equal((1 - interval.High, 1 - interval.Low), (failed.Low, failed.High), (x, y) => Math.Abs(x.Item1 - y.Item1) + Math.Abs(x.Item2 - y.Item2) < 1e-12);
    }

    // Any table of the t distribution, column 0.025.
    [Theory]
    [InlineData(4, 2.776)]
    [InlineData(5, 2.571)]
    [InlineData(9, 2.262)]
    [InlineData(10, 2.228)]
    [InlineData(20, 2.086)]
    [InlineData(30, 2.042)]
    [InlineData(120, 1.980)]
    [InlineData(1_000_000, 1.960)]
    public void A_quantile_of_Students_is_the_tables(int degrees, double expected) => Assert.Equal(expected, Quantile.Student(degrees), 0.001);

    [Fact]
    public void Fewer_degrees_than_the_expansion_is_good_for_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Student(3));

    [Fact]
    public void Median_mean_and_ninetieth_percentile_are_those_worked_out_by_hand()
    {
        Assert.Null(Distribution.Of([]));
        Assert.Equal(new Distribution(1, 4, 4, 4), Distribution.Of([4]));
        // Ranks 0 to 3: the median is half-way between 2 and 3, rank 2.7 is 0.7 of the way from 3 to 14.
        var four = Distribution.Of([14, 1, 3, 2])!;
        Assert.Equal((4, 5.0, 2.5), (four.Count, four.Mean, four.Median));
        Assert.Equal(10.7, four.NinetiethPercentile, 1e-12);
        Assert.Equal(9, Distribution.Of(Enumerable.Range(0, 11).Select(i => (double)i))!.NinetiethPercentile, 1e-12);
    }

    [Fact]
    public void A_juror_is_held_against_the_others_of_the_same_exams()
    {
        // Ada − mean of the others over two criteria, exam by exam: (0−2 + 2−2)/2 = −1; (1−1.5 + 0−0.5)/2 = −0.5; 0; −1.5; −0.5.
        IReadOnlyList<IReadOnlyList<ScoreSheet>> exams =
        [
            [Sheet("ada", "NA"), Sheet("bea", "AA")],
            [Sheet("ada", "PN"), Sheet("bea", "AP"), Sheet("cyd", "PN")],
            [Sheet("ada", "AA"), Sheet("bea", "AA")],
            [Sheet("ada", "NP"), Sheet("bea", "AA")],
            [Sheet("ada", "PA"), Sheet("bea", "AA")],
        ];
        var severity = JurorSeverity.Of(exams);

        // Cyd sat once, and is not named.
        Assert.Equal(["ada", "bea"], severity.Select(juror => juror.Juror));
        var ada = severity[0];
        Assert.Equal(5, ada.Exams);
        Assert.Equal(-0.7, ada.Mean, 1e-12);
        Assert.Equal(-0.5, ada.Median, 1e-12);
        // Squares of the deviations: 0.09 + 0.04 + 0.49 + 0.64 + 0.04 = 1.3; s = √(1.3/4) = 0.57009; s/√5 = 0.25495; × 2.776 = 0.7078.
        Assert.Equal(-1.4078, ada.Confidence.Low, 0.0005);
        Assert.Equal(0.0078, ada.Confidence.High, 0.0005);
        Assert.Empty(JurorSeverity.Of(exams.Skip(1)));
    }

    [Fact]
    public void A_juror_alone_and_a_criterion_nobody_else_judged_say_nothing()
    {
        Assert.Empty(JurorSeverity.Of(Enumerable.Repeat<IReadOnlyList<ScoreSheet>>([Sheet("ada", "N")], 9)));
        var severity = JurorSeverity.Of(Enumerable.Repeat<IReadOnlyList<ScoreSheet>>([Sheet("ada", "PN"), Sheet("bea", "P")], 5));
        Assert.Equal(["ada", "bea"], severity.Select(juror => juror.Juror));
        Assert.All(severity, juror => Assert.Equal((0, new Interval(0, 0)), (juror.Mean, juror.Confidence)));
    }

    [Fact]
    public void Rates_are_by_block_route_and_year_of_what_was_asked()
    {
        var rates = PassRate.Of(
        [
            new(Verdict.Proposal, "1", "initial", "2024-2025", true),
            new(Verdict.Block, "1", "initial", "2024-2025", true),
            new(Verdict.Block, "1", "vae", "2025", false),
            new(Verdict.Block, "2", "vae", "2026", true),
            new(Verdict.Title, null, "initial", "sans année", false),
        ]);
        Assert.Equal(
            [
                "Proposal Block 1 1/1", "Proposal Route initial 1/1", "Proposal Year 2025 1/1",
                "Block Block 1 1/2", "Block Block 2 1/1", "Block Route initial 1/1", "Block Route vae 1/2", "Block Year 2025 1/2", "Block Year 2026 1/1",
                "Title Route initial 0/1", "Title Year sans année 0/1",
            ],
            rates.Select(rate => $"{rate.Verdict} {rate.By} {rate.Key} {rate.Proportion.Passed}/{rate.Proportion.Total}"));
        Assert.Empty(PassRate.Of([]));
    }

    private static ScoreSheet Sheet(string juror, string judgments) => new()
    {
        Juror = juror,
        SavedAt = default,
        Marks = [.. judgments.Select((letter, i) => new CriterionMark($"c{i}", letter switch { 'A' => Judgment.Acquired, 'P' => Judgment.Partly, _ => Judgment.NotAcquired }, null, null))],
    };
}

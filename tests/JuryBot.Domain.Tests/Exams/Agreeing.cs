using JuryBot.Domain.Deliberations;
using static JuryBot.Domain.Tests.Exams.Sample;

namespace JuryBot.Domain.Tests.Exams;

public sealed class Agreeing
{
    // Four observers, twelve units, missing values: the example of Krippendorff's paper of 2011, ordinal alpha .815.
    [Fact]
    public void Alpha_is_that_of_the_paper()
    {
        string[] observers = ["123321412...", "1233224125.3", ".33323422" + "51.", "123324412" + "51."];
        var units = Enumerable.Range(0, 12).Select(unit => (IReadOnlyList<int>)[.. observers.Select(o => o[unit]).Where(c => c != '.').Select(c => c - '0')]).ToList();
        Assert.Equal(0.815, Agreement.Alpha(units)!.Value, 3);
    }

    [Fact]
    public void Alpha_is_one_where_all_agree_below_zero_where_they_oppose_each_other_and_none_where_nothing_varies()
    {
        Assert.Equal(1, Agreement.Alpha([[0, 0], [2, 2], [1, 1]])!.Value, 12);
        Assert.True(Agreement.Alpha([[0, 2], [2, 0], [0, 2]]) < 0);
        Assert.Null(Agreement.Alpha([[1, 1], [1, 1, 1]]));
        Assert.Null(Agreement.Alpha([[0], [2], []]));
        Assert.Null(Agreement.Alpha([]));
    }

    [Fact]
    public void The_spread_of_a_criterion_is_in_steps_of_judgment_and_points_of_mark()
    {
        var sitting = Intermediate("camille").Opened();
        var criteria = SheetOf("cleo", "acquired", "15.5");
        var sheets = new[] { criteria, SheetOf("prof", "notAcquired", "8") };
        var first = criteria.Marks[0].Criterion;
        Assert.Equal((2, 7.5m), Agreement.Spread(sheets, first));
        Assert.Equal((1, 0m), Agreement.Spread([SheetOf("cleo", "partly", "8"), SheetOf("prof", "notAcquired", "8")], first));
        Assert.Equal((0, 0m), Agreement.Spread([criteria], first));
        Assert.Equal((0, 0m), Agreement.Spread([], first));
        Assert.Equal(Agreement.Alpha([.. criteria.Marks.Select(_ => (IReadOnlyList<int>)[0, 2])]), Agreement.Alpha(sheets, criteria.Marks.Select(m => m.Criterion)));

        JuryBot.Domain.ScoreSheets.ScoreSheet SheetOf(string juror, string judgment, string mark) =>
            JuryBot.Domain.ScoreSheets.SheetVerbs.Submit(sitting, juror, "camille", Entry(sitting, "camille", _ => judgment, _ => "à revoir", _ => mark), Rncp, Noon).State!.Exam("camille")!.SheetOf(juror)!;
    }
}

using JuryBot.Domain.Planning;
using static JuryBot.Domain.Tests.Planning.Problems;

namespace JuryBot.Domain.Tests.Planning;

public sealed class ReplanningTests
{
    [Fact]
    public void What_has_begun_is_pinned_whole_and_the_rest_is_only_remembered()
    {
        var problem = Replanning.Around(Valid, ValidPlan.Exams, new HashSet<string> { "E1" });

        var pinned = problem.Exams[0].Pinned!;
        Assert.Equal((Monday(9), "R1"), (pinned.Start, pinned.Room));
        Assert.Equal(Panel("J1", "J2"), pinned.Members);
        Assert.All(problem.Exams.Skip(1), exam => Assert.Null(exam.Pinned));
        Assert.Equal(["E1", "E2", "E3"], problem.Previous.Select(previous => previous.Exam));
        Assert.Equal((Monday(10), "R2"), (problem.Previous[2].Start, problem.Previous[2].Room));
        Assert.Equal(Panel("J4", "J3"), problem.Previous[2].Members);
    }

    [Fact]
    public void What_the_problem_no_longer_holds_is_left_aside()
    {
        Assert.Equal(["E2", "E3"], Remembered(Valid with { Exams = [.. Valid.Exams.Skip(1)] }));
        Assert.Equal(["E1", "E2"], Remembered(Valid with { Rooms = [Valid.Rooms[0]] }));
        Assert.Equal(["E1", "E2"], Remembered(Valid with { Jurors = [.. Valid.Jurors.Where(juror => juror.Id != "J4")] }));

        static IEnumerable<string> Remembered(PlanningProblem changed) => Replanning.Around(changed, ValidPlan.Exams, new HashSet<string>()).Previous.Select(previous => previous.Exam);
    }
}

using JuryBot.Domain.Planning;
using static JuryBot.Domain.Tests.Planning.Problems;

namespace JuryBot.Domain.Tests.Planning;

public sealed class PlanChangesTests
{
    [Fact]
    public void A_plan_that_stays_as_it_is_changes_nothing_for_anybody()
    {
        var without = Plan([.. ValidPlan.Exams.Skip(1)]);
        Assert.All(new[] { ValidPlan, without, Plan() }, plan =>
        {
            var changes = Between(plan, plan);
            Assert.Empty(changes.Exams);
            Assert.Empty(changes.Jurors);
        });
    }

    [Fact]
    public void An_exam_at_another_time_or_in_another_room_concerns_its_panel()
    {
        var changes = Between(ValidPlan, With("E2", exam => exam with { Start = Monday(11) }));
        var moved = Assert.Single(changes.Exams);
        Assert.Equal(("E2", true, false), (moved.Exam, moved.Moves, moved.ChangesRoom));
        Assert.Empty(moved.Joining.Concat(moved.Leaving));
        Assert.Equal(["J1", "J2"], changes.Jurors.Keys.Order());
        Assert.Equal([moved], changes.Jurors["J1"]);

        var elsewhere = Between(ValidPlan, With("E2", exam => exam with { Room = "R2" }));
        Assert.Equal((false, true), (elsewhere.Exams[0].Moves, elsewhere.Exams[0].ChangesRoom));
        Assert.Equal(["J1", "J2"], elsewhere.Jurors.Keys.Order());
    }

    [Fact]
    public void Who_joins_and_who_leaves_is_told_and_who_stays_is_not()
    {
        var changes = Between(ValidPlan, With("E1", exam => exam with { Members = Panel("J4", "J2") }));
        var change = Assert.Single(changes.Exams);
        Assert.Equal(["J4"], change.Joining);
        Assert.Equal(["J1"], change.Leaving);
        Assert.False(change.Moves || change.ChangesRoom);
        Assert.Equal(["J1", "J4"], changes.Jurors.Keys.Order());
    }

    [Fact]
    public void Who_sits_in_another_role_is_told()
    {
        var changes = Between(ValidPlan, With("E1", exam => exam with { Members = new Dictionary<string, string> { ["president"] = "J1", ["guest"] = "J2" } }));
        Assert.Empty(changes.Exams[0].Joining);
        Assert.Equal(["J2"], changes.Jurors.Keys);
    }

    [Fact]
    public void A_seat_more_is_a_change_for_who_takes_it()
    {
        var changes = Between(ValidPlan, With("E1", exam => exam with { Members = new Dictionary<string, string>(exam.Members) { ["guest"] = "J5" } }));
        Assert.Equal(["E1"], changes.Exams.Select(exam => exam.Exam));
        Assert.Equal(["J5"], changes.Jurors.Keys);
    }

    [Fact]
    public void An_exam_that_comes_in_or_falls_out_is_all_its_panels_and_moves_from_nowhere()
    {
        var without = Plan([.. ValidPlan.Exams.Skip(1)]);
        var comes = Between(without, ValidPlan);
        var falls = Between(ValidPlan, without);
        Assert.Equal(["J1", "J2"], comes.Exams.Single().Joining);
        Assert.Equal(["J1", "J2"], falls.Exams.Single().Leaving);
        Assert.Empty(comes.Exams[0].Leaving.Concat(falls.Exams[0].Joining));
        Assert.All([comes, falls], changes =>
        {
            Assert.False(changes.Exams[0].Moves || changes.Exams[0].ChangesRoom);
            Assert.Equal(["J1", "J2"], changes.Jurors.Keys.Order());
        });
    }

    private static PlanChanges Between(Plan before, Plan after) => PlanChanges.Between(Valid, before.Exams, after.Exams);
}

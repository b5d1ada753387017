using JuryBot.Domain.Planning;
using static JuryBot.Domain.Tests.Planning.Problems;

namespace JuryBot.Domain.Tests.Planning;

public sealed class PlanMeasuresTests
{
    [Theory]
    [InlineData(ObjectiveKind.Scheduled, 3)]
    [InlineData(ObjectiveKind.Unchanged, 4)]
    [InlineData(ObjectiveKind.JurorDays, 4)]
    [InlineData(ObjectiveKind.Compactness, 0)]
    [InlineData(ObjectiveKind.Fairness, 2 * 2 + 2 * 2 + 1 + 1)]
    [InlineData(ObjectiveKind.Preference, 0)]
    public void A_compact_plan_is_worth_what_one_counts_by_hand(ObjectiveKind kind, long expected) =>
        Assert.Equal(expected, PlanMeasures.Measure(Valid, ValidPlan.Exams, kind));

    [Fact]
    public void Idle_slots_and_room_changes_count_for_each_juror()
    {
        var plan = With("E2", exam => exam with { Start = Monday(11, 30), Room = "R2" });

        Assert.Equal(2 * (3 + 1), PlanMeasures.Measure(Valid, plan.Exams, ObjectiveKind.Compactness));
    }

    [Fact]
    public void A_break_between_two_stretches_of_a_date_is_not_idle()
    {
        var date = new DateOnly(2026, 6, 15);
        var problem = Valid with
        {
            Grid = Valid.Grid with { Days = [new(date, new(14, 15), new(17, 15)), new(date, new(9, 0), new(12, 0))] },
        };
        var plan = Plan(
            new PlannedExam("E1", Monday(11), "R1", Panel("J1", "J2")),
            new PlannedExam("E2", Monday(14, 15), "R1", Panel("J1", "J3")));

        Assert.Equal(0, PlanMeasures.Measure(problem, plan.Exams, ObjectiveKind.Compactness));
    }

    [Fact]
    public void A_juror_who_would_rather_not_counts_once_an_exam()
    {
        var plan = With("E3", exam => exam with { Start = Monday(9) });

        Assert.Equal(1, PlanMeasures.Measure(Valid, plan.Exams, ObjectiveKind.Preference));
    }
}

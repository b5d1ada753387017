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

    [Fact]
    public void Would_rather_not_counts_for_each_exam_it_touches_and_not_for_one_it_only_borders_on()
    {
        var problem = Valid with
        {
            Exams = [.. Valid.Exams.Select(exam => exam with { DurationMinutes = 60 })],
            Jurors = [.. Valid.Jurors.Select(juror => juror with { IfNeedBe = juror.Id == "J1" ? [new(Monday(8), Monday(9, 1)), new(Monday(10, 59), Monday(12))] : [] })],
        };
        Assert.Equal(2, PlanMeasures.Measure(problem, ValidPlan.Exams, ObjectiveKind.Preference));
        var around = problem with { Jurors = [.. problem.Jurors.Select(juror => juror with { IfNeedBe = juror.Id == "J1" ? [new(Monday(8), Monday(9)), new(Monday(11), Monday(12))] : [] })] };
        Assert.Equal(0, PlanMeasures.Measure(around, ValidPlan.Exams, ObjectiveKind.Preference));
    }

    [Fact]
    public void The_last_slot_of_a_stretch_is_idle_too()
    {
        var date = new DateOnly(2026, 6, 15);
        var problem = Valid with { Grid = Valid.Grid with { Days = [new(date, new(9, 0), new(11, 30)), new(date, new(14, 0), new(17, 0))] } };
        var plan = Plan(new PlannedExam("E1", Monday(10), "R1", Panel("J1", "J2")), new PlannedExam("E2", Monday(14), "R1", Panel("J1", "J3")));

        Assert.Equal(1, PlanMeasures.Measure(problem, plan.Exams, ObjectiveKind.Compactness));
    }

    [Fact]
    public void What_stays_as_it_was_is_counted_part_by_part()
    {
        Assert.Equal(3, Unchanged(With("E1", exam => exam with { Start = Monday(9, 30) })));
        Assert.Equal(3, Unchanged(With("E1", exam => exam with { Room = "R2" })));
        Assert.Equal(3, Unchanged(With("E1", exam => exam with { Members = Panel("J4", "J2") })));
        Assert.Equal(0, Unchanged(Plan()));

        static long Unchanged(Plan plan) => PlanMeasures.Measure(Valid, plan.Exams, ObjectiveKind.Unchanged);
    }

    [Fact]
    public void A_room_has_as_many_sittings_in_a_day_as_panels_follow_one_another_in_it()
    {
        var turned = new Dictionary<string, string> { ["employee"] = "J2", ["president"] = "J1" };
        Assert.Equal(2, Sittings(ValidPlan));
        Assert.Equal(2, Sittings(With("E2", exam => exam with { Members = turned })));
        Assert.Equal(3, Sittings(With("E2", exam => exam with { Members = Panel("J1", "J3") })));
        Assert.Equal(3, Sittings(With("E2", exam => exam with { Start = Tuesday(10) })));
        Assert.Equal(0, Sittings(Plan()));

        var date = new DateOnly(2026, 6, 15);
        var noon = Valid with { Grid = Valid.Grid with { Days = [new(date, new(9, 0), new(10, 0)), new(date, new(10, 0), new(17, 0))] } };
        Assert.Equal(3, PlanMeasures.Measure(noon, ValidPlan.Exams, ObjectiveKind.Sittings));
        Assert.Equal(2, PlanMeasures.Measure(noon, [ValidPlan.Exams[0], ValidPlan.Exams[1] with { Start = Monday(3) }], ObjectiveKind.Sittings));
        Assert.Equal(2, PlanMeasures.Measure(noon, [ValidPlan.Exams[0] with { Start = Monday(11) }, ValidPlan.Exams[1] with { Start = Monday(20) }], ObjectiveKind.Sittings));

        static long Sittings(Plan plan) => PlanMeasures.Measure(Valid, plan.Exams, ObjectiveKind.Sittings);
    }

    [Theory]
    [InlineData(ObjectiveKind.Scheduled, true)]
    [InlineData(ObjectiveKind.Unchanged, true)]
    [InlineData(ObjectiveKind.JurorDays, false)]
    [InlineData(ObjectiveKind.Sittings, false)]
    public void More_is_better_only_of_exams_and_of_what_stays(ObjectiveKind kind, bool most) => Assert.Equal(most, kind.IsMost);
}

using JuryBot.Domain.Exams;
using JuryBot.Domain.Panels;
using JuryBot.Domain.ScoreSheets;
using static JuryBot.Domain.Tests.Exams.Sample;

namespace JuryBot.Domain.Tests.Exams;

public sealed class Opening
{
    private static readonly IReadOnlySet<string> All = Final("camille").Panel.Select(m => m.Person).ToHashSet();

    [Fact]
    public void Opening_freezes_the_panel_and_sends_every_member_their_sheets()
    {
        var opened = SittingVerbs.Open(Final("camille", "sam"), "paul", All, Rncp, Noon);
        Assert.Equal(SittingState.Open, opened.State!.State);
        Assert.All(opened.State.Panel, m => Assert.True(m.Present));
        Assert.All(opened.State.Exams, e => Assert.Equal(ExamState.Open, e.State));
        Assert.Equal(["paul", "rose", "dora", "toni", "mona"], opened.Effects.OfType<SendScoreSheets>().Select(e => e.Juror));
    }

    [Fact]
    public void Twenty_candidates_before_nine_members_are_convened_and_opened_in_one_transaction_each()
    {
        const int Operations = 100, OfTheCommit = 3;
        var sitting = Intermediate([.. Enumerable.Range(1, 20).Select(i => $"candidate{i}")]);
        sitting = sitting with { Panel = sitting.Panel.AddRange(Enumerable.Range(1, 7).Select(i => Seat($"member{i}", "professional"))) };
        var convened = SittingVerbs.Convene(null, sitting, Rncp, Noon.AddDays(-9));
        var opened = SittingVerbs.Open(convened.State!, "cleo", sitting.Panel.Select(m => m.Person).ToHashSet(), Rncp, Noon);
        Assert.Equal(9, opened.Effects.OfType<SendScoreSheets>().Count());
        Assert.All([convened, opened], decision => Assert.InRange(decision.Effects.Count + decision.State!.Exams.Count + OfTheCommit, 1, Operations));
    }

    public static TheoryData<string, string, int, string> Refused => new()
    {
        { "rose", "all", 0, "OnlyTheChair" },
        { "stranger", "all", 0, "OnlyTheChair" },
        { "paul", "all", -31, "TooEarlyToOpen" },
        { "paul", "rose dora toni mona", 0, "ChairMustBePresent" },
        { "paul", "paul dora toni mona", 0, "PanelIrregular" },
        { "paul", "paul rose dora toni", 0, "PanelIrregular" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void An_opening_is_refused_by_its_rule(string by, string present, int minutes, string rule)
    {
        var there = present == "all" ? All : present.Split(' ').ToHashSet();
        Assert.Equal(rule, SittingVerbs.Open(Final("camille"), by, there, Rncp, Noon.AddMinutes(minutes)).Refusal!.Rule);
    }

    [Fact]
    public void A_sitting_opens_once() => Assert.Equal("AlreadyOpen", SittingVerbs.Open(Final("camille").Opened(), "paul", All, Rncp, Noon).Refusal!.Rule);

    [Fact]
    public void Composition_is_checked_for_each_candidate_without_who_recused_themself_and_only_that_exam_stays_closed()
    {
        var sitting = Final("camille", "sam");
        var recused = sitting.With(sitting.Exam("sam")! with { Recusals = [new Recusal("rose", "ancienne collègue", Noon)] });
        var opened = SittingVerbs.Open(recused, "paul", All, Rncp, Noon).State!;
        Assert.Equal([ExamState.Open, ExamState.Convened], opened.Exams.Select(e => e.State));

        var alone = Final("sam");
        var refusal = SittingVerbs.Open(alone.With(recused.Exam("sam")!), "paul", All, Rncp, Noon).Refusal!;
        Assert.Equal("PanelIrregular", refusal.Rule);
        Assert.Contains("sam", refusal.Arguments);
    }

    [Fact]
    public void A_surplus_member_stands_down_to_restore_parity_and_judges_nobody()
    {
        var sitting = Final("camille") with { Panel = Final("camille").Panel.Add(Seat("erik", "employeeRepresentative", College.Employee, external: true)) };
        var all = sitting.Panel.Select(m => m.Person).ToHashSet();
        Assert.Equal("PanelIrregular", SittingVerbs.Open(sitting, "paul", all, Rncp, Noon).Refusal!.Rule);
        Assert.Equal("ChairStaysSeated", SittingVerbs.Open(sitting, "paul", all, Rncp, Noon, new HashSet<string> { "paul" }).Refusal!.Rule);
        var opened = SittingVerbs.Open(sitting, "paul", all, Rncp, Noon, new HashSet<string> { "erik" });
        Assert.DoesNotContain("erik", opened.Effects.OfType<SendScoreSheets>().Select(e => e.Juror));
        Assert.DoesNotContain("erik", opened.State!.Judging(opened.State.Exams[0]).Select(m => m.Person));
        Assert.DoesNotContain("erik", opened.State.Opened.Select(m => m.Person));
        Assert.Equal("NotSeated", SheetVerbs.Save(opened.State, "erik", "camille", Good(opened.State, "camille"), Rncp, Noon).Refusal!.Rule);
    }

    [Fact]
    public void An_intermediate_jury_with_one_professional_left_may_sit_with_a_warning()
    {
        var opened = SittingVerbs.Open(Intermediate("camille"), "cleo", new HashSet<string> { "cleo" }, Rncp, Noon);
        Assert.Null(opened.Refusal);
        Assert.Single(opened.Effects.OfType<SendScoreSheets>());
    }
}

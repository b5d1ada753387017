using JuryBot.Domain.Deliberations;
using JuryBot.Domain.Exams;
using JuryBot.Domain.ScoreSheets;
using static JuryBot.Domain.Tests.Exams.Sample;

namespace JuryBot.Domain.Tests.Exams;

/// <summary>Members who do not judge a candidate, and sheets that are done without.</summary>
public sealed class SteppingBack
{
    [Fact]
    public void A_member_recuses_themself_with_a_reason_and_their_draft_goes()
    {
        var open = Final("camille", "sam").Opened();
        var drafted = SheetVerbs.Save(open, "toni", "camille", Good(open, "camille"), Rncp, Noon).State!;
        Assert.Equal("ReasonMissing", SheetVerbs.Recuse(drafted, "toni", "camille", " ", Rncp, Noon).Refusal!.Rule);
        Assert.Equal("NotOnPanel", SheetVerbs.Recuse(drafted, "stranger", "camille", "Lien.", Rncp, Noon).Refusal!.Rule);
        var recused = SheetVerbs.Recuse(drafted, "toni", "camille", " Lien. ", Rncp, Noon).State!;
        Assert.Equal([new Recusal("toni", "Lien.", Noon)], recused.Exam("camille")!.Recusals);
        Assert.Null(recused.Exam("camille")!.SheetOf("toni"));
        Assert.Equal("Recused", SheetVerbs.MayGrade(recused, "toni", "camille")!.Rule);
        Assert.Null(SheetVerbs.MayGrade(recused, "toni", "sam"));
        Assert.Same(recused, SheetVerbs.Recuse(recused, "toni", "camille", "Autre.", Rncp, Noon).State);
    }

    [Fact]
    public void A_recusal_is_for_one_candidate_and_an_absence_for_all()
    {
        var three = Intermediate("camille", "sam") is var two ? two with { Panel = two.Panel.Add(Seat("third", "professional")) } : null!;
        var recused = SheetVerbs.Recuse(three.Opened(absent: "third"), "prof", "camille", "Lien.", Rncp, Noon).State!;
        Assert.Equal(["cleo"], recused.PanelFor(recused.Exam("camille")!).Select(m => m.Person));
        Assert.Equal(["cleo", "prof"], recused.PanelFor(recused.Exam("sam")!).Select(m => m.Person));
        Assert.All(new[] { "camille", "sam" }, candidate => Assert.NotNull(SheetVerbs.MayGrade(recused, "third", candidate)));
        Assert.Equal(["FewProfessionals"], SittingVerbs.Findings(recused, recused.PanelFor(recused.Exam("camille")!), Rncp).Select(f => f.Rule));
        Assert.Empty(SittingVerbs.Findings(recused, recused.PanelFor(recused.Exam("sam")!), Rncp));
    }

    [Fact]
    public void A_submitted_sheet_is_not_taken_back()
    {
        var graded = Intermediate("camille").Opened().Graded("camille");
        Assert.Equal("SheetAlreadySubmitted", SheetVerbs.Recuse(graded, "prof", "camille", "Lien.", Rncp, Noon).Refusal!.Rule);
    }

    [Fact]
    public void A_panel_that_a_recusal_leaves_short_does_not_deliberate()
    {
        var open = Final("camille").Opened();
        var short_ = SheetVerbs.Recuse(open, "toni", "camille", "Lien.", Rncp, Noon).State!;
        var graded = new[] { "paul", "rose", "dora", "mona" }.Aggregate(short_, (now, m) => SheetVerbs.Submit(now, m, "camille", Good(now, "camille"), Rncp, Noon).State!);
        Assert.Equal(ExamState.Graded, graded.Exam("camille")!.State);
        Assert.Equal("PanelIrregular", DeliberationVerbs.Open(graded, "paul", "camille", Rncp, Noon).Refusal!.Rule);
    }

    [Fact]
    public void The_last_one_out_lets_the_chair_open_the_deliberation()
    {
        var open = Intermediate("camille").Opened();
        var one = SheetVerbs.Submit(open, "cleo", "camille", Good(open, "camille"), Rncp, Noon).State!;
        Assert.Contains(SheetVerbs.Recuse(one, "prof", "camille", "Lien.", Rncp, Noon).Effects, e => e is OfferDeliberation { Chair: "cleo" });
    }

    [Fact]
    public void A_chair_who_recused_themself_leads_nothing_about_that_candidate()
    {
        var recused = SheetVerbs.Recuse(Intermediate("camille").Opened(), "cleo", "camille", "Lien.", Rncp, Noon).State!;
        Assert.Equal("Recused", DeliberationVerbs.Open(recused, "cleo", "camille", Rncp, Noon).Refusal!.Rule);
        Assert.Equal("Recused", DeliberationVerbs.Waive(recused, "cleo", "camille", "prof", "Absent.", Rncp, Noon).Refusal!.Rule);
    }

    [Fact]
    public void A_missing_sheet_is_waived_by_the_chair_with_a_reason_and_a_draft_is_shown_to_nobody()
    {
        var open = Final("camille").Opened();
        var drafted = SheetVerbs.Save(open, "toni", "camille", Good(open, "camille"), Rncp, Noon).State!;
        var four = new[] { "paul", "rose", "dora", "mona" }.Aggregate(drafted, (now, m) => SheetVerbs.Submit(now, m, "camille", Good(now, "camille"), Rncp, Noon).State!);
        Assert.Equal("SheetsMissing", DeliberationVerbs.Open(four, "paul", "camille", Rncp, Noon).Refusal!.Rule);
        Assert.Equal("OnlyTheChair", DeliberationVerbs.Waive(four, "rose", "camille", "toni", "Parti.", Rncp, Noon).Refusal!.Rule);
        Assert.Equal("ReasonMissing", DeliberationVerbs.Waive(four, "paul", "camille", "toni", "", Rncp, Noon).Refusal!.Rule);
        Assert.Equal("NoSheetMissing", DeliberationVerbs.Waive(four, "paul", "camille", "rose", "Parti.", Rncp, Noon).Refusal!.Rule);
        var waived = DeliberationVerbs.Waive(four, "paul", "camille", "toni", "Parti.", Rncp, Noon);
        Assert.Contains(new OfferDeliberation("sitting", "camille", "paul"), waived.Effects);
        var deliberating = DeliberationVerbs.Open(waived.State!, "paul", "camille", Rncp, Noon).State!.Exam("camille")!;
        Assert.Null(deliberating.SheetOf("toni"));
        Assert.Equal([new Waiver("toni", "Parti.", "paul", Noon)], deliberating.Waivers);
    }

    [Fact]
    public void Minutes_that_have_changed_since_are_read_again_and_then_acknowledged_again()
    {
        var closed = Intermediate("camille").Opened() with { State = SittingState.Closed };
        foreach (var read in new[] { null, "", "f1" })
        {
            Assert.Equal("MinutesChangedSince", SittingVerbs.Acknowledge(closed, "prof", read, "f2", Noon).Refusal!.Rule);
        }

        var first = SittingVerbs.Acknowledge(closed, "prof", "f1", "f1", Noon).State!;
        Assert.Null(first.Acknowledged("prof", "f2"));
        Assert.Equal("MinutesChangedSince", SittingVerbs.Acknowledge(first, "prof", "f1", "f2", Noon).Refusal!.Rule);
        var second = SittingVerbs.Acknowledge(first, "prof", "f2", "f2", Noon.AddDays(1)).State!;
        Assert.Equal([new Acknowledgement("prof", Noon, "f1"), new Acknowledgement("prof", Noon.AddDays(1), "f2")], second.Acknowledgements);
        Assert.Null(second.Acknowledged("cleo", "f2"));
        Assert.Equal(Noon.AddDays(1), second.LastAcknowledged("prof")?.At);
        Assert.Null(second.LastAcknowledged("cleo"));

        // One of before minutes had a fingerprint keeps nobody from acknowledging these.
        var before = closed with { Acknowledgements = [new Acknowledgement("prof", Noon)] };
        Assert.Null(before.Acknowledged("prof", "f2"));
        Assert.Equal(Noon, before.LastAcknowledged("prof")?.At);
        Assert.Equal(new Acknowledgement("prof", Noon.AddDays(1), "f2"), SittingVerbs.Acknowledge(before, "prof", "f2", "f2", Noon.AddDays(1)).State!.LastAcknowledged("prof"));
    }

    [Fact]
    public void Minutes_are_acknowledged_once_by_who_was_there_and_a_candidate_asks_only_after_the_publication()
    {
        var open = Intermediate("camille").Opened();
        Assert.Equal("NotYetClosed", SittingVerbs.Acknowledge(open, "prof", "f1", "f1", Noon).Refusal!.Rule);
        var closed = open with { State = SittingState.Closed };
        Assert.Equal("NotOnPanel", SittingVerbs.Acknowledge(closed, "camille", "f1", "f1", Noon).Refusal!.Rule);
        Assert.Equal("WasAbsent", SittingVerbs.Acknowledge(closed with { Panel = closed.Panel.ConvertAll(m => m with { Present = false }) }, "prof", "f1", "f1", Noon).Refusal!.Rule);
        var acknowledged = SittingVerbs.Acknowledge(closed, "prof", "f1", "f1", Noon).State!;
        Assert.Equal([new Acknowledgement("prof", Noon, "f1")], acknowledged.Acknowledgements);
        Assert.Same(acknowledged, SittingVerbs.Acknowledge(acknowledged, "prof", "f1", "f1", Noon.AddDays(1)).State);

        Assert.Equal("NotYetPublished", AssessmentVerbs.Ask(closed, "camille", Noon).Refusal!.Rule);
        var published = closed with { PublishedAt = Noon };
        Assert.Equal("AssessmentNotAsked", AssessmentVerbs.Grant(published, "camille", "coordinator", Noon).Refusal!.Rule);
        var asked = AssessmentVerbs.Ask(published, "camille", Noon).State!;
        Assert.Equal("OwnExam", AssessmentVerbs.Grant(asked, "camille", "camille", Noon).Refusal!.Rule);
        var granted = AssessmentVerbs.Grant(asked, "camille", "coordinator", Noon);
        Assert.Contains(new ShowAssessment("sitting", "camille"), granted.Effects);
        Assert.Same(granted.State, AssessmentVerbs.Ask(granted.State!, "camille", Noon.AddMinutes(9)).State);
        var again = AssessmentVerbs.Ask(granted.State!, "camille", Noon.AddMinutes(10));
        Assert.Equal([new ShowAssessment("sitting", "camille")], again.Effects);
        Assert.Same(again.State, AssessmentVerbs.Ask(again.State!, "camille", Noon.AddMinutes(19)).State);
        Assert.Equal("UnknownExam", AssessmentVerbs.Ask(granted.State!, "sam", Noon).Refusal!.Rule);
    }
}

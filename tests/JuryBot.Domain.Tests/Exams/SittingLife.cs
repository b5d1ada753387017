using JuryBot.Domain.Awards;
using JuryBot.Domain.Deliberations;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Panels;
using JuryBot.Domain.ScoreSheets;
using static JuryBot.Domain.Tests.Exams.Sample;

namespace JuryBot.Domain.Tests.Exams;

/// <summary>What happens to a sitting other than as planned (certification §3, §5).</summary>
public sealed class SittingLife
{
    private static readonly DateTimeOffset Before = Noon.AddMinutes(-10);

    [Theory]
    [InlineData(Presence.Absent, EndingKind.Absent)]
    [InlineData(Presence.Excused, EndingKind.Excused)]
    public void An_intermediate_jury_has_nothing_to_assess_of_who_did_not_come(Presence presence, EndingKind kind)
    {
        var sitting = Intermediate("camille", "sam").Opened();
        Assert.Equal("OnlyTheChair", SittingVerbs.Attend(sitting, "prof", "camille", presence, null, Rncp, Noon).Refusal!.Rule);
        var ended = SittingVerbs.Attend(sitting, "cleo", "camille", presence, " train ", Rncp, Noon);
        Assert.Equal(new Ending(kind, "cleo", "train", Noon), ended.State!.Exam("camille")!.Ending);
        Assert.Equal((ExamState.NotHeld, presence), (ended.State.Exam("camille")!.State, ended.State.Exam("camille")!.Presence));
        Assert.Equal([new TellNotHeld("sitting", "camille")], ended.Effects.OfType<TellNotHeld>());
        Assert.Equal(["cleo", "prof"], ended.Effects.OfType<RefreshScoreSheet>().Select(e => e.Juror));
        Assert.Equal("ExamNotHeld", SheetVerbs.Save(ended.State, "prof", "camille", Good(sitting, "camille"), Rncp, Noon).Refusal!.Rule);
        Assert.Equal("ExamNotHeld", DeliberationVerbs.Open(ended.State, "cleo", "camille", Rncp, Noon).Refusal!.Rule);
        Assert.Equal("ExamNotHeld", DeliberationVerbs.WhyNotWaive(ended.State, "cleo", "camille", Rncp)!.Rule);
        Assert.Equal("ExamNotHeld", SittingVerbs.Attend(ended.State, "cleo", "camille", Presence.Present, null, Rncp, Noon).Refusal!.Rule);
    }

    [Fact]
    public void A_sitting_closes_and_is_published_with_the_exams_that_were_held()
    {
        var sitting = SittingVerbs.Attend(Intermediate("camille", "sam").Opened().Graded("sam"), "cleo", "camille", Presence.Absent, null, Rncp, Noon).State!;
        Assert.Equal(SittingState.Open, sitting.State);
        var open = DeliberationVerbs.Open(sitting, "cleo", "sam", Rncp, Noon).State!;
        var closed = DeliberationVerbs.Decide(open, "cleo", "sam", Presence.Present, [new BlockRuling("1", true)], null, null, Record("sam"), Rncp, Noon);
        Assert.Equal((SittingState.Closed, 2), (closed.State!.State, closed.Effects.OfType<AskAcknowledgement>().Count()));
        Assert.Equal(["sam"], SittingVerbs.Publish(closed.State, "coordinator", Noon).Effects.OfType<PublishOutcome>().Select(e => e.Candidate));

        var nobody = SittingVerbs.Attend(Intermediate("camille").Opened(), "cleo", "camille", Presence.Excused, null, Rncp, Noon);
        Assert.Equal((SittingState.Closed, 2), (nobody.State!.State, nobody.Effects.OfType<AskAcknowledgement>().Count()));
    }

    [Fact]
    public void A_final_jury_decides_on_who_did_not_come_without_sheets_and_the_chair_may_take_the_word_back()
    {
        var sitting = Final("camille").Opened();
        var absent = SittingVerbs.Attend(sitting, "paul", "camille", Presence.Absent, null, Rncp, Noon);
        Assert.Equal(ExamState.Graded, absent.State!.Exam("camille")!.State);
        Assert.Single(absent.Effects.OfType<OfferDeliberation>());
        Assert.Empty(absent.State.Missing(absent.State.Exam("camille")!));
        var back = SittingVerbs.Attend(absent.State, "paul", "camille", Presence.Present, null, Rncp, Noon).State!;
        Assert.Equal((ExamState.Open, 5), (back.Exam("camille")!.State, back.Missing(back.Exam("camille")!).Count()));

        var open = DeliberationVerbs.Open(absent.State, "paul", "camille", Rncp, Noon).State!;
        List<BlockRuling> none = [.. Rncp.Blocks.Select(b => new BlockRuling(b.Id, false))];
        Assert.Equal("PresenceContradicts", DeliberationVerbs.Decide(open, "paul", "camille", Presence.Present, none, new TitleRuling(false), null, Record(), Rncp, Noon).Refusal!.Rule);
        Assert.Equal("SheetsLocked", SittingVerbs.Attend(open, "paul", "camille", Presence.Present, null, Rncp, Noon).Refusal!.Rule);
        Assert.Null(DeliberationVerbs.Decide(open, "paul", "camille", Presence.Absent, none, null, null, Record(), Rncp, Noon).Refusal);
        Assert.Equal("CandidateWasHeard", SittingVerbs.Attend(sitting.Graded("camille"), "paul", "camille", Presence.Absent, null, Rncp, Noon).Refusal!.Rule);
        Assert.Equal("NotYetOpen", SittingVerbs.Attend(Final("camille"), "paul", "camille", Presence.Absent, null, Rncp, Noon).Refusal!.Rule);
        Assert.Equal("UnknownExam", SittingVerbs.Attend(sitting, "paul", "nobody", Presence.Absent, null, Rncp, Noon).Refusal!.Rule);
    }

    [Fact]
    public void Who_leaves_in_the_middle_judges_nobody_undecided_and_a_panel_that_falls_short_is_held_anew()
    {
        var sitting = Final("camille", "sam").Opened().Graded("camille");
        Assert.Equal("PanelRegular", SittingVerbs.HoldAnew(sitting, "paul", "camille", "x", Rncp, Noon).Refusal!.Rule);
        Assert.Equal("ReasonMissing", SittingVerbs.Leave(sitting, "paul", "toni", " ", Rncp, Noon).Refusal!.Rule);
        Assert.Equal("NotOnPanel", SittingVerbs.Leave(sitting, "paul", "stranger", "x", Rncp, Noon).Refusal!.Rule);
        var left = SittingVerbs.Leave(sitting, "paul", "toni", "malaise", Rncp, Noon);
        Assert.Equal([new RefreshScoreSheet("sitting", "camille", "toni"), new RefreshScoreSheet("sitting", "sam", "toni")], left.Effects.OfType<RefreshScoreSheet>());
        Assert.NotNull(left.State!.Exam("camille")!.SheetOf("toni"));
        Assert.Equal("NotSeated", SheetVerbs.MayGrade(left.State, "toni", "sam")!.Rule);
        Assert.Equal("PanelIrregular", DeliberationVerbs.Open(left.State, "paul", "camille", Rncp, Noon).Refusal!.Rule);
        Assert.Same(left.State, SittingVerbs.Leave(left.State, "paul", "toni", "encore", Rncp, Noon).State);
        Assert.Equal("ReasonMissing", SittingVerbs.HoldAnew(left.State, "paul", "camille", null, Rncp, Noon).Refusal!.Rule);
        var anew = SittingVerbs.HoldAnew(left.State, "paul", "camille", "plus de formateur", Rncp, Noon);
        Assert.Equal(EndingKind.Irregular, anew.State!.Exam("camille")!.Ending!.Kind);
        Assert.Same(anew.State, SittingVerbs.HoldAnew(anew.State, "paul", "camille", "x", Rncp, Noon).State);
        Assert.Single(anew.Effects.OfType<TellNotHeld>());
        Assert.Equal("SittingOver", SittingVerbs.Leave(anew.State with { State = SittingState.Closed }, "paul", "mona", "x", Rncp, Noon).Refusal!.Rule);
        Assert.Equal("NotYetOpen", SittingVerbs.Leave(Final("camille"), "paul", "mona", "x", Rncp, Noon).Refusal!.Rule);
    }

    [Fact]
    public void A_panel_that_lost_a_member_since_the_deliberation_opened_decides_nothing()
    {
        var open = DeliberationVerbs.Open(Final("camille").Opened().Graded("camille"), "paul", "camille", Rncp, Noon).State!;
        var left = SittingVerbs.Leave(open, "paul", "rose", "urgence", Rncp, Noon).State!;
        List<BlockRuling> all = [.. Rncp.Blocks.Select(b => new BlockRuling(b.Id, true))];
        Assert.Equal("PanelIrregular", DeliberationVerbs.Decide(left, "paul", "camille", Presence.Present, all, new TitleRuling(true), null, Record(), Rncp, Noon).Refusal!.Rule);
        Assert.Null(SittingVerbs.HoldAnew(left, "coordinator", "camille", "urgence", Rncp, Noon).Refusal);
    }

    [Fact]
    public void When_the_chair_leaves_nobody_leads_and_the_exam_is_held_anew()
    {
        var left = SittingVerbs.Leave(Intermediate("camille").Opened().Graded("camille"), "coordinator", "cleo", "train", Rncp, Noon).State!;
        Assert.Equal("NotSeated", DeliberationVerbs.Open(left, "cleo", "camille", Rncp, Noon).Refusal!.Rule);
        Assert.Null(SittingVerbs.HoldAnew(left, "coordinator", "camille", "sans présidence", Rncp, Noon).Refusal);
    }

    [Fact]
    public void A_member_of_the_other_college_stands_down_for_the_candidate_another_stepped_back_from_and_the_exam_opens()
    {
        // Seven members, two of each college: without one employee representative, one employer has to stand down, and five remain.
        var sitting = Final("camille", "sam");
        sitting = sitting with
        {
            Panel = sitting.Panel.Add(Seat("emma", "employeeRepresentative", College.Employee, external: true)).Add(Seat("eric", "employerRepresentative", College.Employer, external: true)),
        };
        sitting = sitting.With(sitting.Exam("sam")! with { Recusals = [new Recusal("emma", "ancienne collègue", Noon)] });
        var opened = SittingVerbs.Open(sitting, "paul", sitting.Panel.Select(m => m.Person).ToHashSet(), Rncp, Before).State!;
        Assert.Equal([ExamState.Open, ExamState.Convened], opened.Exams.Select(e => e.State));
        Assert.Equal("PanelIrregular", SittingVerbs.OpenExam(opened, "paul", "sam", Rncp).Refusal!.Rule);
        Assert.Equal("ChairStaysSeated", SittingVerbs.StandDown(opened, "paul", "sam", "paul", "parité", Rncp, Noon).Refusal!.Rule);
        Assert.Equal("NotYetOpen", SheetVerbs.MayGrade(opened, "toni", "sam")!.Rule);
        var down = SittingVerbs.StandDown(opened, "paul", "sam", "eric", "parité", Rncp, Noon).State!;
        Assert.Equal("NotSeated", SittingVerbs.StandDown(down, "paul", "sam", "eric", "parité", Rncp, Noon).Refusal!.Rule);
        var late = SittingVerbs.OpenExam(down, "paul", "sam", Rncp);
        Assert.Equal(ExamState.Open, late.State!.Exam("sam")!.State);
        Assert.Equal(["paul", "rose", "dora", "toni", "mona"], late.Effects.OfType<ResendScoreSheet>().Select(e => e.Juror));
        Assert.Same(late.State, SittingVerbs.OpenExam(late.State, "paul", "sam", Rncp).State);
        Assert.Equal("OnlyTheChair", SittingVerbs.OpenExam(down, "rose", "sam", Rncp).Refusal!.Rule);

        // Who is needed does not stand down, and nobody does once the candidate may have been heard.
        Assert.Equal("PanelIrregular", SittingVerbs.StandDown(opened, "paul", "camille", "toni", "x", Rncp, Before).Refusal!.Rule);
        Assert.Equal("ExamBegun", SittingVerbs.StandDown(opened, "paul", "camille", "eric", "x", Rncp, Noon).Refusal!.Rule);
    }

    [Fact]
    public void A_substitute_sits_for_the_exams_that_have_not_begun_and_for_no_other()
    {
        var sitting = Final("camille", "sam").Opened().Graded("camille");
        var nina = Seat("nina", "trainer");
        var replaced = SittingVerbs.Replace(sitting, "toni", nina, sitting.Appointments, Rncp, "coordinator", Noon.AddMinutes(20));
        Assert.Equal(["paul", "rose", "dora", "toni", "mona"], replaced.State!.Judging(replaced.State.Exam("camille")!).Select(m => m.Person));
        Assert.Equal(["paul", "rose", "dora", "nina", "mona"], replaced.State.Judging(replaced.State.Exam("sam")!).Select(m => m.Person));
        Assert.Equal([new ResendScoreSheet("sitting", "sam", "nina")], replaced.Effects.OfType<ResendScoreSheet>());
        Assert.Equal(["paul", "rose", "dora", "toni", "mona"], replaced.State.Opened.Select(m => m.Person));
        Assert.Null(DeliberationVerbs.Open(replaced.State, "paul", "camille", Rncp, Noon).Refusal);
        Assert.Equal("PanelFrozen", SittingVerbs.Replace(sitting, "toni", nina, sitting.Appointments, Rncp, "coordinator", Noon.AddMinutes(31)).Refusal!.Rule);
        Assert.Equal("NotAppointed", SittingVerbs.Replace(sitting, "paul", Seat("nina", "president", College.Employer, true), sitting.Appointments, Rncp, "coordinator", Noon).Refusal!.Rule);
        Assert.Equal("PanelIrregular", SittingVerbs.Replace(sitting, "rose", Seat("nina", "x", College.Employer, true), sitting.Appointments, Rncp, "coordinator", Noon).Refusal!.Rule);
    }

    [Fact]
    public void The_coordination_postpones_an_exam_or_the_whole_sitting_and_everybodys_time_is_let_go()
    {
        var sitting = Final("camille", "sam");
        Assert.Equal("ReasonMissing", SittingVerbs.Postpone(sitting, "coordinator", "camille", "", Noon).Refusal!.Rule);
        var one = SittingVerbs.Postpone(sitting, "coordinator", "camille", "maladie", Before);
        Assert.Equal((ExamState.NotHeld, ExamState.Convened, SittingState.Convened), (one.State!.Exams[0].State, one.State.Exams[1].State, one.State.State));
        Assert.Equal([new WithdrawCandidate("sitting", "camille", null, false)], one.Effects.OfType<WithdrawCandidate>());
        Assert.DoesNotContain("camille", one.State.Held().Select(h => h.Holder));
        Assert.Equal([ExamState.NotHeld, ExamState.Open], one.State.Opened().Exams.Select(e => e.State));

        var both = SittingVerbs.Postpone(one.State, "coordinator", "sam", "maladie", Before);
        Assert.Equal(SittingState.Cancelled, both.State!.State);
        Assert.Equal(6, both.Effects.OfType<ReleaseTime>().Count());
        var all = SittingVerbs.PostponeAll(sitting, "coordinator", "grève", Before);
        Assert.Equal((1, 2, 6), (all.Effects.OfType<CancelConvocation>().Count(), all.Effects.OfType<WithdrawCandidate>().Count(), all.Effects.OfType<ReleaseTime>().Count()));
        Assert.All(all.State!.Exams, e => Assert.Equal("grève", e.Ending!.Reason));
        Assert.Equal("SittingCancelled", SittingVerbs.PostponeAll(all.State, "coordinator", "x", Before).Refusal!.Rule);
        Assert.Equal("SittingBegun", SittingVerbs.PostponeAll(sitting.Opened(), "coordinator", "x", Before).Refusal!.Rule);
        var deliberating = DeliberationVerbs.Open(sitting.Opened().Graded("camille"), "paul", "camille", Rncp, Noon).State!;
        Assert.Equal("SheetsLocked", SittingVerbs.Postpone(deliberating, "coordinator", "camille", "x", Noon).Refusal!.Rule);
    }

    [Fact]
    public void The_director_annuls_a_decision_and_the_same_jury_decides_anew_with_the_history_kept()
    {
        var decided = Decided();
        Assert.Equal("ReasonMissing", SittingVerbs.Annul(decided, "director", "camille", true, null, Rncp, Noon).Refusal!.Rule);
        Assert.Equal("UnknownExam", SittingVerbs.Annul(decided, "director", "nobody", true, "x", Rncp, Noon).Refusal!.Rule);
        Assert.Equal("NotYetDecided", SittingVerbs.Annul(Intermediate("camille"), "director", "camille", true, "x", Rncp, Noon).Refusal!.Rule);
        var annulled = SittingVerbs.Annul(decided, "director", "camille", true, " erreur de saisie ", Rncp, Noon.AddDays(1));
        Assert.Equal([new AnnulOutcome("sitting", "camille", 0)], annulled.Effects.OfType<AnnulOutcome>());
        Assert.Equal([new OfferDeliberation("sitting", "camille", "cleo")], annulled.Effects.OfType<OfferDeliberation>());
        Assert.Equal((SittingState.Open, ExamState.Deliberating), (annulled.State!.State, annulled.State.Exams[0].State));
        var kept = Assert.Single(annulled.State.Exams[0].Annulled);
        Assert.Equal((decided.Exams[0].Deliberation, "erreur de saisie", true), (kept.Deliberation, kept.Annulment.Reason, kept.Anew));
        var anew = DeliberationVerbs.Decide(annulled.State, "cleo", "camille", Presence.Present, [new BlockRuling("1", false)], null, null, Record(), Rncp, Noon.AddDays(2));
        Assert.Equal([new RecordOutcome("sitting", "camille", 1)], anew.Effects.OfType<RecordOutcome>());
        Assert.Equal(SittingState.Closed, anew.State!.State);
        Assert.Equal(new AnnulOutcome("sitting", "camille", 1), SittingVerbs.Annul(anew.State, "director", "camille", true, "x", Rncp, Noon).Effects.OfType<AnnulOutcome>().Single());
    }

    [Fact]
    public void A_granted_appeal_sends_the_candidate_before_another_jury_and_the_minutes_are_acknowledged_again()
    {
        var annulled = SittingVerbs.Annul(Decided(), "director", "camille", false, "recours accueilli", Rncp, Noon);
        Assert.Equal((SittingState.Closed, EndingKind.Annulled), (annulled.State!.State, annulled.State.Exams[0].Ending!.Kind));
        Assert.Equal((1, 2, 0), (annulled.Effects.OfType<TellNotHeld>().Count(), annulled.Effects.OfType<AskAcknowledgement>().Count(), annulled.Effects.OfType<OfferDeliberation>().Count()));
        Assert.Equal("ExamNotHeld", DeliberationVerbs.Open(annulled.State, "cleo", "camille", Rncp, Noon).Refusal!.Rule);
    }

    [Fact]
    public void Incidents_are_noted_by_the_chair_while_the_sitting_is_open()
    {
        var sitting = Intermediate("camille").Opened();
        Assert.Equal("OnlyTheChair", SittingVerbs.Note(sitting, "prof", null, "x", Rncp, Noon).Refusal!.Rule);
        Assert.Equal("UnknownExam", SittingVerbs.Note(sitting, "cleo", "nobody", "x", Rncp, Noon).Refusal!.Rule);
        Assert.Equal("ReasonMissing", SittingVerbs.Note(sitting, "cleo", null, " ", Rncp, Noon).Refusal!.Rule);
        Assert.Equal([new Incident("camille", "alarme", "cleo", Noon)], SittingVerbs.Note(sitting, "cleo", "camille", " alarme ", Rncp, Noon).State!.Incidents);
        Assert.Equal("SittingOver", SittingVerbs.Note(Decided(), "cleo", null, "x", Rncp, Noon).Refusal!.Rule);
        Assert.Equal("NotYetOpen", SittingVerbs.Note(Intermediate("camille"), "cleo", null, "x", Rncp, Noon).Refusal!.Rule);
    }

    [Fact]
    public void A_member_acknowledges_the_minutes_with_a_reservation()
    {
        var acknowledged = SittingVerbs.Acknowledge(Decided(), "prof", "f", "f", Noon, " Je m'abstiens sur le critère 2. ").State!;
        Assert.Equal("Je m'abstiens sur le critère 2.", acknowledged.LastAcknowledged("prof")!.Reservation);
        Assert.Null(SittingVerbs.Acknowledge(Decided(), "prof", "f", "f", Noon, " ").State!.LastAcknowledged("prof")!.Reservation);
        Assert.Equal("TextTooLong", SittingVerbs.Acknowledge(Decided(), "prof", "f", "f", Noon, new string('x', 2001)).Refusal!.Rule);
    }

    [Fact]
    public void A_revision_keeps_what_was_not_held_and_hears_a_candidate_who_comes_back()
    {
        var postponed = SittingVerbs.Postpone(Intermediate("camille", "sam"), "coordinator", "camille", "maladie", Noon.AddDays(-3)).State!;
        var without = Revise(postponed.Exams.RemoveAll(e => e.Candidate == "camille"));
        Assert.Equal([("sam", ExamState.Convened), ("camille", ExamState.NotHeld)], without.State!.Exams.Select(e => (e.Candidate, e.State)));
        Assert.DoesNotContain(without.Effects.OfType<ConveneCandidate>(), e => e.Candidate == "camille");
        var again = Revise(postponed.Exams.ConvertAll(e => e with { State = ExamState.Convened, Ending = null, Start = e.Start.AddHours(1), End = e.End.AddHours(1) }));
        Assert.Equal(ExamState.Convened, again.State!.Exam("camille")!.State);
        Assert.Contains(again.Effects.OfType<ConveneCandidate>(), e => e.Candidate == "camille");

        // Who stepped back from them before has stepped back.
        postponed = postponed.With(postponed.Exam("camille")! with { Recusals = [new Recusal("prof", "Lien.", Noon)] });
        Assert.True(Revise([.. Intermediate("camille", "sam").Exams]).State!.Exam("camille")!.Recused("prof"));

        Decision<Sitting> Revise(System.Collections.Immutable.ImmutableList<Exam> exams) => SittingVerbs.Revise(
            postponed,
            new RevisedSitting("r", SittingSeen.Of(postponed), Noon, Noon.AddHours(3), postponed.Room, postponed.RoomName, postponed.Panel, exams),
            postponed.Appointments,
            new HashSet<string>(),
            Rncp,
            "coordinator",
            Noon.AddDays(-2));
    }

    private static Sitting Decided()
    {
        var open = DeliberationVerbs.Open(Intermediate("camille").Opened().Graded("camille"), "cleo", "camille", Rncp, Noon).State!;
        return DeliberationVerbs.Decide(open, "cleo", "camille", Presence.Present, [new BlockRuling("1", true)], null, null, Record(), Rncp, Noon).State!;
    }
}

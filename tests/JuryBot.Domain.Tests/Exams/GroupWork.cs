using JuryBot.Domain.Awards;
using JuryBot.Domain.Deliberations;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Panels;
using JuryBot.Domain.ScoreSheets;
using static JuryBot.Domain.Tests.Exams.Sample;

namespace JuryBot.Domain.Tests.Exams;

/// <summary>A group shares its slot and its deliverable; each of its members has their own exam (certification §5).</summary>
public sealed class GroupWork
{
    private static readonly DateTimeOffset Before = Noon.AddMinutes(-10);

    // Camille, Sam and Alex together, then Zoé.
    private static Sitting Grouped() => Together(Intermediate("camille", "sam", "alex", "zoe"), "4");

    [Fact]
    public void A_group_is_convened_for_one_slot_and_each_member_on_their_own()
    {
        var convened = SittingVerbs.Convene(null, Grouped(), Rncp, Noon.AddDays(-9));
        Assert.Equal([["camille", "sam", "alex"], ["zoe"]], convened.State!.Slots().Select(slot => slot.Select(e => e.Candidate)));
        Assert.Equal(["camille", "sam", "alex", "zoe"], convened.Effects.OfType<ConveneCandidate>().Select(e => e.Candidate));
        Assert.All(convened.Effects.OfType<HoldTime>().Where(h => h.Holder is "camille" or "sam" or "alex"), h => Assert.Equal((Noon, Noon.AddMinutes(90)), (h.From, h.To)));
    }

    [Fact]
    public void Each_member_is_judged_and_decided_on_alone_and_one_who_is_absent_takes_nobody_along()
    {
        var open = SittingVerbs.Attend(Grouped().Opened(), "cleo", "alex", Presence.Absent, null, Rncp, Noon).State!;
        Assert.Equal([ExamState.Open, ExamState.Open, ExamState.NotHeld, ExamState.Open], open.Exams.Select(e => e.State));
        var graded = open.Graded("camille");
        Assert.Equal((ExamState.Graded, ExamState.Open), (graded.Exam("camille")!.State, graded.Exam("sam")!.State));
        var decided = Decide(Decide(graded.Graded("sam"), "camille", true), "sam", false);
        Assert.Equal((true, false), (Acquired("camille"), Acquired("sam")));
        Assert.Equal(SittingState.Open, decided.State);

        bool Acquired(string candidate) => decided.Exam(candidate)!.Deliberation!.Decisions.Single().Acquired;
    }

    [Fact]
    public void Who_steps_back_from_one_member_goes_on_judging_the_others()
    {
        var recused = SheetVerbs.Recuse(Grouped().Opened(), "prof", "sam", "Ancien collègue.", Rncp, Noon).State!;
        Assert.Equal("Recused", SheetVerbs.MayGrade(recused, "prof", "sam")!.Rule);
        Assert.Null(SheetVerbs.MayGrade(recused, "prof", "camille"));
        Assert.Equal([["cleo", "prof"], ["cleo"], ["cleo", "prof"], ["cleo", "prof"]], recused.Exams.Select(e => recused.Judging(e).Select(m => m.Person)));
    }

    [Fact]
    public void Putting_one_members_exam_off_leaves_the_others_where_they_are()
    {
        var convened = SittingVerbs.Convene(null, Grouped(), Rncp, Noon.AddDays(-9)).State!;
        var postponed = SittingVerbs.Postpone(convened, "coordinator", "sam", "Maladie.", Noon.AddDays(-1));
        Assert.Equal([new WithdrawCandidate("sitting", "sam", null, Elsewhere: false)], postponed.Effects.OfType<WithdrawCandidate>());
        Assert.Equal([ExamState.Convened, ExamState.NotHeld, ExamState.Convened, ExamState.Convened], postponed.State!.Exams.Select(e => e.State));
        Assert.All(postponed.State.Exams.Take(3), e => Assert.Equal((Noon, Noon.AddMinutes(90)), (e.Start, e.End)));
    }

    [Fact]
    public void A_group_has_begun_with_the_first_line_about_any_of_its_members_who_is_heard()
    {
        var early = SittingVerbs.Open(Grouped(), "cleo", new HashSet<string> { "cleo", "prof" }, Rncp, Before).State!;
        var written = SheetVerbs.Save(early, "prof", "camille", Good(early, "camille"), Rncp, Before).State!;
        Assert.Equal([true, true, true, false], written.Exams.Select(e => written.HasBegun(e, Before)));
        var replaced = SittingVerbs.Replace(written, "prof", Seat("sub", "professional"), [], Rncp, "coordinator", Before).State!;
        Assert.Equal(["camille", "sam", "alex"], replaced.Exams.Where(e => e.IsAway("sub")).Select(e => e.Candidate));
        Assert.Equal(["zoe"], replaced.Exams.Where(e => e.IsAway("prof")).Select(e => e.Candidate));

        // One who is said absent before the time has not been heard, nor have the others.
        var absent = SittingVerbs.Attend(early, "cleo", "camille", Presence.Absent, null, Rncp, Before).State!;
        Assert.False(absent.HasBegun(absent.Exam("sam")!, Before));
        Assert.True(absent.HasBegun(absent.Exam("sam")!, Noon));
    }

    [Fact]
    public void The_exams_of_a_group_that_could_not_open_open_together_but_for_one_whose_panel_is_irregular_still()
    {
        var sitting = Together(Final("camille", "sam", "alex", "zoe"), null) with { };
        sitting = sitting with { Panel = sitting.Panel.AddRange([Seat("emma", "employeeRepresentative", College.Employee, true), Seat("eric", "employerRepresentative", College.Employer, true)]) };
        sitting = sitting with { Exams = sitting.Exams.ConvertAll(e => e.Candidate == "zoe" ? e : e with { Recusals = [new Recusal("emma", "Lien.", Noon)] }) };
        var opened = SittingVerbs.Open(sitting, "paul", sitting.Panel.Select(m => m.Person).ToHashSet(), Rncp, Before).State!;
        Assert.Equal([ExamState.Convened, ExamState.Convened, ExamState.Convened, ExamState.Open], opened.Exams.Select(e => e.State));
        var down = new[] { "camille", "sam" }.Aggregate(opened, (now, c) => now.With(now.Exam(c)! with { Away = [new Away("eric", AwayKind.StoodDown, "paul", "Parité.", Before)] }));
        var late = SittingVerbs.OpenExam(down, "paul", "sam", Rncp);
        Assert.Equal([ExamState.Open, ExamState.Open, ExamState.Convened, ExamState.Open], late.State!.Exams.Select(e => e.State));
        Assert.Equal(10, late.Effects.OfType<ResendScoreSheet>().Count());
    }

    [Fact]
    public void A_jurors_sheet_of_the_next_member_begins_with_the_deliverables_they_ticked_and_nothing_else()
    {
        var open = Grouped().Opened();
        Assert.Equal((null, null), SheetVerbs.Begin(open, open.Exam("sam")!, "prof"));
        var first = Good(open, "camille", comment: "Bien.") with { Deliverables = ["4.d1", "4.d2"], NotApplicable = ["4.d3"], Overall = "Clair." };
        var saved = SheetVerbs.Submit(open, "prof", "camille", first, Rncp, Noon).State!;
        var (entry, from) = SheetVerbs.Begin(saved, saved.Exam("sam")!, "prof");
        Assert.Equal("camille", from!.Candidate);
        Assert.Equal(["4.d1", "4.d2"], entry!.Deliverables);
        Assert.Equal(["4.d3"], entry.NotApplicable);
        Assert.Empty(entry.Judgments);
        Assert.Empty(entry.Marks);
        Assert.Empty(entry.Comments);
        Assert.Null(entry.Overall);

        // Another juror's ticks are not shown, nor those of who is not of the group; and what was saved stays as it was.
        Assert.Equal((null, null), SheetVerbs.Begin(saved, saved.Exam("sam")!, "cleo"));
        Assert.Equal((null, null), SheetVerbs.Begin(saved, saved.Exam("zoe")!, "prof"));
        var own = SheetVerbs.Save(saved, "prof", "sam", Good(saved, "sam"), Rncp, Noon).State!;
        Assert.Equal((0, null), (SheetVerbs.Begin(own, own.Exam("sam")!, "prof").Entry!.Deliverables.Count, SheetVerbs.Begin(own, own.Exam("sam")!, "prof").From));
    }

    [Fact]
    public void A_revision_tells_who_changes_group_and_forgetting_an_exam_forgets_its_group()
    {
        var convened = SittingVerbs.Convene(null, Grouped(), Rncp, Noon.AddDays(-9)).State!;
        var wanted = convened.Exams.ConvertAll(e => e.Candidate == "alex" ? e with { Group = null } : e);
        var revised = SittingVerbs.Revise(
            convened, new RevisedSitting("r1", SittingSeen.Of(convened), convened.Start, convened.End, convened.Room, convened.RoomName, convened.Panel, wanted), [], new HashSet<string>(), Rncp, "coordinator", Noon.AddDays(-8));
        Assert.Null(revised.State!.Exam("alex")!.Group);
        Assert.Equal(["alex"], revised.Effects.OfType<ConveneCandidate>().Select(e => e.Candidate));
        Assert.Null(SittingVerbs.ForgetExam(convened, "sam").State!.Exam("sam")!.Group);
    }

    private static Sitting Together(Sitting sitting, string? block) => sitting with
    {
        Block = block,
        Exams = [.. sitting.Exams.Take(3).Select(e => e with { Group = "Nord", Start = Noon, End = Noon.AddMinutes(90) }), sitting.Exams[3]],
    };

    private static Sitting Decide(Sitting sitting, string candidate, bool acquired)
    {
        var open = DeliberationVerbs.Open(sitting, "cleo", candidate, Rncp, Noon).State!;
        return DeliberationVerbs.Decide(open, "cleo", candidate, Presence.Present, [new BlockRuling("4", acquired, "Motif.")], null, null, Record(candidate), Rncp, Noon).State!;
    }
}

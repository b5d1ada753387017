using JuryBot.Domain.Exams;
using JuryBot.Domain.ScoreSheets;
using static JuryBot.Domain.Tests.Exams.Sample;

namespace JuryBot.Domain.Tests.Exams;

/// <summary>What becomes of what a juror typed: kept, refused, corrected, entered from paper.</summary>
public sealed class KeepingDrafts
{
    private static readonly PaperScan Scan = new("scans/1.pdf", "abc");
    private readonly Sitting open = Intermediate("camille").Opened();
    private readonly Sitting final = Final("camille").Opened();

    [Fact]
    public void What_is_right_of_a_refused_entry_is_kept_and_what_is_wrong_is_not()
    {
        var deliverables = SittingVerbs.Sheet(open, open.Exam("camille")!, Rncp).Deliverables.Select(d => d.Id).ToList();
        var entry = new SheetEntry(
            new Dictionary<string, string> { ["1.1"] = "partly", ["1.2"] = "perhaps" },
            new Dictionary<string, string> { ["1.1"] = "12", ["1.2"] = "douze" },
            new Dictionary<string, string> { ["1.1"] = "Clair.", ["1.2"] = new string('x', SheetEntry.CommentLimit + 1) },
            [deliverables[0], "9.d9"],
            "Bien.");
        var kept = Kept(open, entry);
        Assert.Equal([new CriterionMark("1.1", Judgment.Partly, 12, "Clair."), new CriterionMark("1.2", null, null, null)], kept.Marks.Where(m => m.Criterion is "1.1" or "1.2"));
        Assert.Equal([deliverables[0]], kept.Deliverables);
        Assert.Equal(("Bien.", SheetState.Draft), (kept.Overall, kept.State));

        Assert.Null(Kept(open, entry with { Marks = new Dictionary<string, string> { ["1.1"] = "21" } }).Mark("1.1")!.Mark);
        Assert.Null(Kept(open, entry with { Overall = new string('x', SheetEntry.CommentLimit + 1) }).Overall);
        Assert.Equal("Bien.", Kept(open, entry with { Comments = new Dictionary<string, string>() }).Overall);
        var both = Kept(open, entry with { NotApplicable = [deliverables[0]] });
        Assert.Empty(both.Deliverables);
        Assert.Equal([deliverables[0]], both.NotApplicable);
    }

    [Fact]
    public void A_submitted_sheet_is_not_replaced_by_what_was_left_and_a_stranger_leaves_nothing()
    {
        var graded = open.Graded("camille");
        Assert.Same(graded, SheetVerbs.Keep(graded, "prof", "camille", Good(open, "camille", "partly", "À revoir."), Rncp, Noon).State);
        Assert.Equal("NotOnPanel", SheetVerbs.Keep(open, "stranger", "camille", Good(open, "camille"), Rncp, Noon).Refusal!.Rule);
    }

    [Fact]
    public void A_fault_is_told_once_for_a_criterion_and_an_empty_judgment_is_none()
    {
        var refusal = SheetVerbs.Submit(open, "prof", "camille", Entry(open, "camille", c => c == "1.1" ? "perhaps" : "", _ => null), Rncp, Noon).Refusal!;
        Assert.Equal(refusal.Details.Count, refusal.Arguments[0]);
        Assert.Equal(["JudgmentUnknown"], refusal.Details.Where(fault => (string?)fault.Arguments[0] == "1.1").Select(fault => fault.Rule));
        Assert.Equal(["JudgmentMissing"], refusal.Details.Where(fault => (string?)fault.Arguments[0] == "1.2").Select(fault => fault.Rule));
        Assert.Null(SheetVerbs.Save(open, "prof", "camille", Entry(open, "camille", _ => "", _ => null), Rncp, Noon).Refusal);
    }

    [Fact]
    public void Texts_and_marks_may_be_as_long_and_as_high_as_the_limit_and_no_more()
    {
        var criteria = SittingVerbs.Sheet(final, final.Exam("camille")!, Rncp).Criteria.Select(c => c.Id).ToList();
        var full = new string('x', SheetEntry.CommentLimit);
        var entry = Entry(final, "camille", _ => "acquired", c => criteria.IndexOf(c) < 3 ? full : null, _ => "20") with { Overall = full };
        Assert.Null(SheetVerbs.Submit(final, "rose", "camille", entry, Rncp, Noon).Refusal);

        var more = entry with { Comments = new Dictionary<string, string>(entry.Comments) { [criteria[3]] = "x" } };
        Assert.Equal([new Refusal("TextsTooLong", SheetEntry.TextLimit)], SheetVerbs.Submit(final, "rose", "camille", more, Rncp, Noon).Refusal!.Details);
        var longer = entry with { Comments = new Dictionary<string, string>(), Overall = full + "x" };
        Assert.Equal([new Refusal("CommentTooLong", null, SheetEntry.CommentLimit)], SheetVerbs.Submit(final, "rose", "camille", longer, Rncp, Noon).Refusal!.Details);
    }

    [Fact]
    public void What_is_confirmed_is_what_was_prepared_in_all_its_parts()
    {
        var deliverables = SittingVerbs.Sheet(open, open.Exam("camille")!, Rncp).Deliverables.Select(d => d.Id).Take(2).Order(StringComparer.Ordinal).ToList();
        var entry = Entry(open, "camille", c => c == "1.1" ? "partly" : c == "1.2" ? "notAcquired" : "acquired", _ => "À revoir.", _ => "14,5") with
        {
            Overall = "  Bien. ", Deliverables = [deliverables[0]], NotApplicable = [deliverables[1]],
        };
        var prepared = SheetVerbs.Prepare(open, "prof", "camille", entry, Rncp, Noon).State!;
        var draft = prepared.Exam("camille")!.SheetOf("prof")!;
        Assert.Null(draft.SubmittedAt);
        Assert.Equal("Bien.", draft.Overall);
        var confirmed = SheetVerbs.Confirm(prepared, "prof", "camille", Noon, Rncp, Noon.AddMinutes(1)).State!.Exam("camille")!.SheetOf("prof")!;
        Assert.True(confirmed.SaysTheSame(draft with { State = SheetState.Submitted }));
        Assert.Equal((Judgment.Partly, Judgment.NotAcquired, 14.5m), (confirmed.Mark("1.1")!.Judgment, confirmed.Mark("1.2")!.Judgment, confirmed.Mark("1.1")!.Mark));
        Assert.Equal([deliverables[1]], confirmed.NotApplicable);
        Assert.Equal(Noon.AddMinutes(1), confirmed.SubmittedAt);
    }

    [Fact]
    public void Deliverables_are_kept_in_order_and_once_and_a_blank_remark_is_none()
    {
        var ids = SittingVerbs.Sheet(open, open.Exam("camille")!, Rncp).Deliverables.Select(d => d.Id).Order(StringComparer.Ordinal).ToList();
        var seen = Saved(Good(open, "camille") with { Deliverables = [ids[1], ids[0], ids[1]], Overall = "  " });
        Assert.Equal([ids[0], ids[1]], seen.Deliverables);
        Assert.Null(seen.Overall);
        Assert.Equal([ids[0], ids[1]], Saved(Good(open, "camille") with { NotApplicable = [ids[1], ids[0]] }).NotApplicable);

        ScoreSheet Saved(SheetEntry entry) => SheetVerbs.Save(open, "prof", "camille", entry, Rncp, Noon).State!.Exam("camille")!.SheetOf("prof")!;
    }

    [Fact]
    public void A_sheet_is_submitted_when_it_first_was_and_only_then_the_session_hears_of_it()
    {
        Assert.Empty(SheetVerbs.Save(open, "prof", "camille", Good(open, "camille"), Rncp, Noon).Effects);
        var submitted = SheetVerbs.Submit(open, "prof", "camille", Good(open, "camille"), Rncp, Noon);
        Assert.Equal([new ProjectSitting("session", "sitting")], submitted.Effects);
        var corrected = SheetVerbs.Submit(submitted.State!, "prof", "camille", Good(open, "camille", "partly", "À revoir."), Rncp, Noon.AddHours(1));
        Assert.Empty(corrected.Effects);
        var sheet = corrected.State!.Exam("camille")!.SheetOf("prof")!;
        Assert.Equal((Noon, Noon.AddHours(1)), (sheet.SubmittedAt, sheet.SavedAt));
    }

    [Fact]
    public void A_sheet_from_paper_is_handed_in_in_the_jurors_name_and_shown_to_them()
    {
        var entered = SheetVerbs.Enter(open, "coordinator", "prof", "camille", Good(open, "camille"), Scan, Rncp, Noon);
        var sheet = entered.State!.Exam("camille")!.SheetOf("prof")!;
        Assert.Equal((SheetState.Submitted, Scan with { EnteredBy = "coordinator" }), (sheet.State, sheet.Paper));
        Assert.Contains(new ResendScoreSheet("sitting", "camille", "prof"), entered.Effects);
        Assert.Contains(new ProjectSitting("session", "sitting"), entered.Effects);

        Assert.Equal(new Refusal("SheetAlreadySubmitted", "camille"), SheetVerbs.Enter(entered.State, "coordinator", "prof", "camille", Good(open, "camille"), Scan, Rncp, Noon).Refusal);
        Assert.Equal("SheetInvalid", SheetVerbs.Enter(open, "coordinator", "prof", "camille", Entry(open, "camille", _ => null, _ => null), Scan, Rncp, Noon).Refusal!.Rule);
        Assert.Equal("NotOnPanel", SheetVerbs.Enter(open, "coordinator", "stranger", "camille", Good(open, "camille"), Scan, Rncp, Noon).Refusal!.Rule);
        Assert.Null(SheetVerbs.Save(entered.State, "prof", "camille", Good(open, "camille", "partly", "À revoir."), Rncp, Noon).State!.Exam("camille")!.SheetOf("prof")!.Paper);
    }

    [Fact]
    public void Who_is_not_on_the_panel_is_told_so_whatever_the_state_of_the_exam()
    {
        Assert.Equal("NotOnPanel", SheetVerbs.MayGrade(Intermediate("camille"), "stranger", "camille")!.Rule);
        Assert.Equal("NotOnPanel", SheetVerbs.Recuse(open, "stranger", "camille", "", Rncp, Noon).Refusal!.Rule);
        var over = open.With(open.Exam("camille")! with { State = ExamState.NotHeld });
        Assert.Equal(new Refusal("ExamNotHeld", "camille"), SheetVerbs.MayGrade(over, "prof", "camille"));
    }

    [Fact]
    public void A_member_may_step_back_before_the_opening_with_a_reason_of_at_most_the_limit()
    {
        var convened = Intermediate("camille");
        Assert.Null(SheetVerbs.WhyNotRecuse(convened, "prof", "camille"));
        Assert.Null(SheetVerbs.Recuse(convened, "prof", "camille", new string('x', SheetEntry.CommentLimit), Rncp, Noon).Refusal);
        Assert.Equal(
            new Refusal("TextTooLong", SheetEntry.CommentLimit), SheetVerbs.Recuse(convened, "prof", "camille", new string('x', SheetEntry.CommentLimit + 1), Rncp, Noon).Refusal);
    }

    private static ScoreSheet Kept(Sitting sitting, SheetEntry entry) => SheetVerbs.Keep(sitting, "prof", "camille", entry, Rncp, Noon).State!.Exam("camille")!.SheetOf("prof")!;
}

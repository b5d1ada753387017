using JuryBot.Domain.Awards;
using JuryBot.Domain.Deliberations;
using JuryBot.Domain.Exams;
using JuryBot.Domain.ScoreSheets;
using static JuryBot.Domain.Tests.Exams.Sample;

namespace JuryBot.Domain.Tests.Exams;

/// <summary>What is final is read again before.</summary>
public sealed class Confirming
{
    [Fact]
    public void A_sheet_is_a_draft_until_the_juror_confirms_what_they_read()
    {
        var open = Intermediate("camille").Opened();
        Assert.Equal("SheetInvalid", SheetVerbs.Prepare(open, "prof", "camille", Entry(open, "camille", _ => null, _ => null), Rncp, Noon).Refusal!.Rule);
        var prepared = SheetVerbs.Prepare(open, "prof", "camille", Good(open, "camille"), Rncp, Noon).State!;
        Assert.Equal(SheetState.Draft, prepared.Exam("camille")!.SheetOf("prof")!.State);
        Assert.Equal("SheetChangedSince", SheetVerbs.Confirm(prepared, "prof", "camille", Noon.AddMinutes(1), Rncp, Noon).Refusal!.Rule);
        Assert.Equal("SheetChangedSince", SheetVerbs.Confirm(open, "prof", "camille", Noon, Rncp, Noon).Refusal!.Rule);
        var confirmed = SheetVerbs.Confirm(prepared, "prof", "camille", Noon, Rncp, Noon.AddMinutes(1)).State!;
        Assert.Equal(SheetState.Submitted, confirmed.Exam("camille")!.SheetOf("prof")!.State);
        Assert.Same(confirmed, SheetVerbs.Confirm(confirmed, "prof", "camille", Noon, Rncp, Noon).State);
        Assert.Equal("NotOnPanel", SheetVerbs.Confirm(prepared, "stranger", "camille", Noon, Rncp, Noon).Refusal!.Rule);
    }

    [Fact]
    public void A_correction_of_a_submitted_sheet_counts_at_once()
    {
        var submitted = Intermediate("camille").Opened().Graded("camille");
        var corrected = SheetVerbs.Prepare(submitted, "prof", "camille", Good(submitted, "camille", "partly", "À revoir."), Rncp, Noon.AddHours(1)).State!;
        var sheet = corrected.Exam("camille")!.SheetOf("prof")!;
        Assert.Equal((SheetState.Submitted, Judgment.Partly, ExamState.Graded), (sheet.State, sheet.Marks[0].Judgment, corrected.Exam("camille")!.State));
    }

    [Fact]
    public void A_deliverable_is_seen_or_not_applicable_and_never_both()
    {
        var open = Intermediate("camille").Opened();
        var deliverable = SittingVerbs.Sheet(open, open.Exam("camille")!, Rncp).Deliverables[0].Id;
        var entry = Good(open, "camille") with { NotApplicable = [deliverable] };
        Assert.Equal([deliverable], SheetVerbs.Save(open, "prof", "camille", entry, Rncp, Noon).State!.Exam("camille")!.SheetOf("prof")!.NotApplicable);
        Assert.Equal("DeliverableBoth", Assert.Single(SheetVerbs.Save(open, "prof", "camille", entry with { Deliverables = [deliverable] }, Rncp, Noon).Refusal!.Details).Rule);
        Assert.Equal("DeliverableUnknown", Assert.Single(SheetVerbs.Save(open, "prof", "camille", entry with { NotApplicable = ["9.d9"] }, Rncp, Noon).Refusal!.Details).Rule);
    }

    [Fact]
    public void A_sheet_holds_so_much_text_and_no_more()
    {
        var open = Final("camille").Opened();
        var entry = Entry(open, "camille", _ => "acquired", _ => new string('x', 1990));
        Assert.Equal("TextsTooLong", Assert.Single(SheetVerbs.Save(open, "rose", "camille", entry, Rncp, Noon).Refusal!.Details).Rule);
    }

    [Fact]
    public void A_decision_is_recorded_as_the_chair_read_it()
    {
        var open = DeliberationVerbs.Open(Intermediate("camille").Opened().Graded("camille"), "cleo", "camille", Rncp, Noon).State!;
        var ruling = new Ruling(Presence.Present, [new BlockRuling("1", true)], null, "Clair.");
        Assert.Equal("OnlyTheChair", DeliberationVerbs.Prepare(open, "prof", "camille", ruling, Record(), Rncp, Noon).Refusal!.Rule);
        Assert.Equal("BlockUndecided", DeliberationVerbs.Prepare(open, "cleo", "camille", ruling with { Blocks = [] }, Record(), Rncp, Noon).Refusal!.Rule);
        Assert.Equal("DecisionChangedSince", DeliberationVerbs.Confirm(open, "cleo", "camille", Noon, Record(), Rncp, Noon).Refusal!.Rule);
        var prepared = DeliberationVerbs.Prepare(open, "cleo", "camille", ruling, Record(), Rncp, Noon).State!;
        Assert.Same(prepared, DeliberationVerbs.Prepare(prepared, "cleo", "camille", ruling with { Blocks = [new BlockRuling("1", true)] }, Record(), Rncp, Noon.AddMinutes(1)).State);
        Assert.NotSame(prepared, DeliberationVerbs.Prepare(prepared, "cleo", "camille", ruling with { Observations = "Net." }, Record(), Rncp, Noon.AddMinutes(1)).State);
        Assert.Equal(ExamState.Deliberating, prepared.Exam("camille")!.State);
        Assert.Equal("OnlyTheChair", DeliberationVerbs.Confirm(prepared, "prof", "camille", Noon, Record(), Rncp, Noon).Refusal!.Rule);
        var decided = DeliberationVerbs.Confirm(prepared, "cleo", "camille", Noon, Record(), Rncp, Noon.AddMinutes(1));
        Assert.Equal((ExamState.Decided, "Clair."), (decided.State!.Exam("camille")!.State, decided.State.Exam("camille")!.Deliberation!.Observations));
        Assert.Equal(["cleo", "prof"], decided.Effects.OfType<AskAcknowledgement>().Select(e => e.Member));
        Assert.Equal("AlreadyDecided", DeliberationVerbs.Confirm(decided.State, "cleo", "camille", Noon, Record(), Rncp, Noon).Refusal!.Rule);
    }
}

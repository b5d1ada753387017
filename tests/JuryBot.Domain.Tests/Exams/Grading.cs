using JuryBot.Domain.Exams;
using JuryBot.Domain.ScoreSheets;
using static JuryBot.Domain.Tests.Exams.Sample;

namespace JuryBot.Domain.Tests.Exams;

public sealed class Grading
{
    private readonly Sitting open = Intermediate("camille", "sam").Opened();

    [Fact]
    public void A_draft_may_lack_anything_but_nothing_in_it_may_be_wrong()
    {
        var empty = Entry(open, "camille", _ => null, _ => null);
        Assert.Equal(SheetState.Draft, SheetVerbs.Save(open, "prof", "camille", empty, Rncp, Noon).State!.Exam("camille")!.SheetOf("prof")!.State);
        var wrong = Entry(open, "camille", _ => null, _ => null, _ => "21");
        Assert.Equal("SheetInvalid", SheetVerbs.Save(open, "prof", "camille", wrong, Rncp, Noon).Refusal!.Rule);
    }

    public static TheoryData<string?, string?, string?, string> Faults => new()
    {
        { null, null, null, "JudgmentMissing" },
        { "perhaps", null, null, "JudgmentUnknown" },
        { "partly", null, null, "CommentMissing" },
        { "notAcquired", "   ", null, "CommentMissing" },
        { "acquired", null, "20.5", "MarkOutOfRange" },
        { "acquired", null, "-1", "MarkOutOfRange" },
        { "acquired", null, "douze", "MarkNotANumber" },
        { "acquired", null, "1e1", "MarkNotANumber" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_submission_names_every_fault_by_criterion(string? judgment, string? comment, string? mark, string rule)
    {
        var refusal = SheetVerbs.Submit(open, "prof", "camille", Entry(open, "camille", _ => judgment, _ => comment, _ => mark), Rncp, Noon).Refusal!;
        Assert.Equal("SheetInvalid", refusal.Rule);
        Assert.Equal(["1.1", "1.2"], refusal.Details.Where(d => d.Rule == rule).Select(d => d.Arguments[0]));
    }

    [Fact]
    public void Too_long_a_comment_is_refused_and_so_is_a_deliverable_that_is_not_on_the_sheet()
    {
        var entry = Entry(open, "camille", _ => "partly", _ => new string('x', SheetEntry.CommentLimit + 1)) with { Deliverables = ["9.d9"] };
        var rules = SheetVerbs.Submit(open, "prof", "camille", entry, Rncp, Noon).Refusal!.Details.Select(d => d.Rule);
        Assert.Equal(["CommentTooLong", "CommentTooLong", "DeliverableUnknown"], rules);
    }

    [Theory]
    [InlineData("14", 14)]
    [InlineData("14,5", 14.5)]
    [InlineData(" 0 ", 0)]
    public void Marks_are_read_as_people_write_them(string typed, double mark)
    {
        var saved = SheetVerbs.Save(open, "prof", "camille", Entry(open, "camille", _ => "acquired", _ => null, _ => typed), Rncp, Noon).State!;
        Assert.Equal((decimal)mark, saved.Exam("camille")!.SheetOf("prof")!.Mark("1.1")!.Mark);
    }

    [Fact]
    public void The_last_sheet_in_tells_the_chair_once()
    {
        var first = SheetVerbs.Submit(open, "cleo", "camille", Good(open, "camille"), Rncp, Noon);
        Assert.DoesNotContain(first.Effects, e => e is OfferDeliberation);
        var last = SheetVerbs.Submit(first.State!, "prof", "camille", Good(open, "camille"), Rncp, Noon);
        Assert.Equal(new OfferDeliberation("sitting", "camille", "cleo"), last.Effects.OfType<OfferDeliberation>().Single());
        var corrected = SheetVerbs.Submit(last.State!, "prof", "camille", Good(open, "camille", "partly", "à revoir"), Rncp, Noon);
        Assert.DoesNotContain(corrected.Effects, e => e is OfferDeliberation);
        Assert.Equal(ExamState.Graded, corrected.State!.Exam("camille")!.State);
        Assert.Equal(ExamState.Open, corrected.State.Exam("sam")!.State);
    }

    [Fact]
    public void Saving_a_submitted_sheet_keeps_it_submitted_and_complete()
    {
        var graded = open.Graded("camille");
        Assert.Equal("SheetInvalid", SheetVerbs.Save(graded, "prof", "camille", Entry(open, "camille", _ => null, _ => null), Rncp, Noon).Refusal!.Rule);
        var same = SheetVerbs.Save(graded, "prof", "camille", Good(open, "camille"), Rncp, Noon.AddHours(1));
        Assert.Same(graded, same.State);
    }

    public static TheoryData<string, string, string> Strangers => new()
    {
        { "stranger", "camille", "NotOnPanel" },
        { "prof", "somebody", "UnknownExam" },
        { "camille", "camille", "NotOnPanel" },
    };

    [Theory]
    [MemberData(nameof(Strangers))]
    public void Nobody_grades_who_is_not_on_the_panel(string person, string candidate, string rule)
    {
        var entry = Good(open, "camille");
        Assert.Equal(rule, SheetVerbs.Save(open, person, candidate, entry, Rncp, Noon).Refusal!.Rule);
        Assert.Equal(rule, SheetVerbs.Submit(open, person, candidate, entry, Rncp, Noon).Refusal!.Rule);
    }

    [Fact]
    public void Nobody_grades_before_the_opening_while_absent_or_recused()
    {
        var convened = Intermediate("camille");
        Assert.Equal("NotYetOpen", SheetVerbs.MayGrade(convened, "prof", "camille")!.Rule);
        Assert.Equal("WasAbsent", SheetVerbs.MayGrade(convened.Opened("prof"), "prof", "camille")!.Rule);
        var recused = open.With(open.Exam("camille")! with { Recusals = [new Recusal("prof", "lien", Noon)] });
        Assert.Equal("Recused", SheetVerbs.MayGrade(recused, "prof", "camille")!.Rule);
        Assert.Null(SheetVerbs.MayGrade(recused, "prof", "sam"));
    }
}

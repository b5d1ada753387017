using JuryBot.Domain.Awards;
using JuryBot.Domain.Deliberations;
using JuryBot.Domain.Exams;
using JuryBot.Domain.ScoreSheets;
using static JuryBot.Domain.Tests.Exams.Sample;

namespace JuryBot.Domain.Tests.Exams;

/// <summary>Who sits for whom once the sitting is open, and how an exam ends, at the limits.</summary>
public sealed class OnceOpen
{
    private readonly Sitting open = Intermediate("camille", "sam").Opened();

    [Fact]
    public void An_exam_is_held_anew_only_in_an_open_sitting_and_before_it_is_over()
    {
        Assert.Equal(new Refusal("UnknownExam"), HoldAnew(open, "nobody").Refusal);
        Assert.Equal(new Refusal("NotYetOpen"), HoldAnew(Intermediate("camille"), "camille").Refusal);
        Assert.Equal(new Refusal("SittingOver"), HoldAnew(open with { State = SittingState.Closed }, "camille").Refusal);
        Assert.Equal(new Refusal("AlreadyDecided", "camille"), HoldAnew(In(open, ExamState.Decided), "camille").Refusal);
        Assert.Equal(new Refusal("ExamNotHeld", "camille"), HoldAnew(In(open, ExamState.NotHeld), "camille").Refusal);

        static Decision<Sitting> HoldAnew(Sitting sitting, string candidate) => SittingVerbs.HoldAnew(sitting, "cleo", candidate, "x", Rncp, Noon);
    }

    [Fact]
    public void Who_leaves_again_changes_nothing_and_a_deliberation_goes_on_without_them()
    {
        var deliberating = DeliberationVerbs.Open(Final("camille").Opened().Graded("camille"), "paul", "camille", Rncp, Noon).State!;
        var left = SittingVerbs.Leave(deliberating, "paul", "mona", "train", Rncp, Noon);
        Assert.Equal(ExamState.Deliberating, left.State!.Exam("camille")!.State);
        Assert.Equal([new RefreshScoreSheet("sitting", "camille", "mona"), new ProjectSitting("session", "sitting")], left.Effects);
        Assert.Contains("mona", left.State.Opened.Select(m => m.Person));
        var again = SittingVerbs.Leave(left.State, "paul", "mona", "encore", Rncp, Noon);
        Assert.Same(left.State, again.State);
        Assert.Empty(again.Effects);
    }

    [Fact]
    public void Nobody_stands_down_before_the_opening_and_an_exam_opens_only_in_an_open_sitting()
    {
        Assert.Equal(new Refusal("NotYetOpen", "camille"), SittingVerbs.StandDown(Intermediate("camille"), "cleo", "camille", "prof", "parité", Rncp, Noon).Refusal);
        Assert.Equal(new Refusal("NotYetOpen"), SittingVerbs.OpenExam(Intermediate("camille"), "cleo", "camille", Rncp).Refusal);
        Assert.Equal(new Refusal("ExamNotHeld", "camille"), SittingVerbs.OpenExam(In(open, ExamState.NotHeld), "cleo", "camille", Rncp).Refusal);
    }

    [Fact]
    public void Who_left_and_is_replaced_has_left_once()
    {
        var opened = Final("camille", "sam").Opened();
        var left = SittingVerbs.Leave(opened, "paul", "toni", "malaise", Rncp, Noon.AddMinutes(-5)).State!;
        var replaced = SittingVerbs.Replace(left, "toni", Seat("tess", ""), left.Appointments, Rncp, "coordinator", Noon.AddMinutes(-4)).State!;
        Assert.All(replaced.Exams, exam => Assert.Equal([new Away("toni", AwayKind.Left, "paul", "malaise", Noon.AddMinutes(-5))], exam.Away));
        Assert.Equal(1, replaced.PanelRevision);
    }

    [Fact]
    public void To_say_that_a_candidate_came_is_nothing_new()
    {
        var said = SittingVerbs.Attend(open, "cleo", "camille", Presence.Present, null, Rncp, Noon);
        Assert.Same(open, said.State);
        Assert.Empty(said.Effects);
    }

    [Fact]
    public void An_annulled_decision_leaves_a_deliberation_to_the_same_jury_and_nothing_to_another()
    {
        var decided = In(DeliberationVerbs.Open(open.Graded("camille"), "cleo", "camille", Rncp, Noon).State!, ExamState.Decided);
        var same = SittingVerbs.Annul(decided, "director", "camille", true, "erreur", Rncp, Noon.AddDays(1)).State!.Exam("camille")!;
        Assert.Null(same.Ending);
        Assert.Equal((Noon.AddDays(1), "director"), (same.Deliberation!.OpenedAt, same.Deliberation.OpenedBy));
        var other = SittingVerbs.Annul(decided, "director", "camille", false, "recours", Rncp, Noon.AddDays(1));
        Assert.Null(other.State!.Exam("camille")!.Deliberation);
        Assert.Equal(SittingState.Open, other.State.State);
        Assert.Empty(other.Effects.OfType<AskAcknowledgement>());
    }

    [Fact]
    public void Who_is_not_decided_on_is_named_when_a_sitting_is_published_too_soon() =>
        Assert.Equal(new Refusal("NotAllDecided", "camille, sam"), SittingVerbs.Publish(open, "coordinator", Noon).Refusal);

    [Fact]
    public void A_reservation_is_as_long_as_a_comment_may_be()
    {
        var closed = open with { State = SittingState.Closed };
        Assert.Null(SittingVerbs.Acknowledge(closed, "prof", "f", "f", Noon, new string('x', SheetEntry.CommentLimit)).Refusal);
    }

    [Fact]
    public void An_assessment_is_asked_for_once_and_granted_once()
    {
        var published = open with { State = SittingState.Closed, PublishedAt = Noon };
        var asked = AssessmentVerbs.Ask(published, "camille", Noon);
        Assert.Equal([new ProjectSitting("session", "sitting")], asked.Effects);
        var again = AssessmentVerbs.Ask(asked.State!, "camille", Noon.AddDays(1));
        Assert.Same(asked.State, again.State);
        Assert.Empty(again.Effects);
        var granted = AssessmentVerbs.Grant(asked.State!, "camille", "coordinator", Noon).State!;
        Assert.Same(granted, AssessmentVerbs.Grant(granted, "camille", "another", Noon.AddDays(1)).State);
        Assert.Equal(new Refusal("UnknownExam"), AssessmentVerbs.Grant(published, "nobody", "coordinator", Noon).Refusal);
    }

    private static Sitting In(Sitting sitting, ExamState state) => sitting.With(sitting.Exam("camille")! with { State = state });
}

using JuryBot.Domain.Exams;
using JuryBot.Domain.Panels;
using JuryBot.Domain.ScoreSheets;
using static JuryBot.Domain.Tests.Exams.Sample;

namespace JuryBot.Domain.Tests.Exams;

/// <summary>What follows a convocation until the sitting opens, and its limits.</summary>
public sealed class AfterConvening
{
    private static readonly DateTimeOffset Early = Noon.AddDays(-5);
    private static readonly IReadOnlySet<string> All = Final("camille").Panel.Select(m => m.Person).ToHashSet();

    [Fact]
    public void Answers_are_looked_for_a_quarter_of_an_hour_after_every_convocation()
    {
        var convened = SittingVerbs.Convene(null, Final("camille"), Rncp, Early);
        Assert.Equal([new ReadAnswers("sitting", 0) { NotBefore = Early.AddMinutes(15) }], convened.Effects.OfType<ReadAnswers>());
        var replaced = SittingVerbs.Replace(convened.State!, "toni", Seat("tess", ""), convened.State!.Appointments, Rncp, "coordinator", Early);
        Assert.Equal([new ReadAnswers("sitting", 1) { NotBefore = Early.AddMinutes(15) }], replaced.Effects.OfType<ReadAnswers>());
        Assert.Equal([new UpdateConvocation("sitting", 1)], replaced.Effects.OfType<UpdateConvocation>());
    }

    [Fact]
    public void Answers_are_looked_for_until_the_sitting_starts_and_the_session_hears_of_what_changed()
    {
        var answers = new Dictionary<string, InvitationResponse> { ["rose@example.org"] = InvitationResponse.Accepted };
        var taken = SittingVerbs.TakeAnswers(Final("camille"), answers, Noon, lookAgain: true);
        Assert.Equal([new ProjectSitting("session", "sitting")], taken.Effects);
        Assert.Single(SittingVerbs.TakeAnswers(taken.State!, answers, Noon.AddTicks(-1), lookAgain: true).Effects.OfType<ReadAnswers>());
        Assert.Empty(SittingVerbs.TakeAnswers(taken.State!, answers, Noon.AddMinutes(-1), lookAgain: false).Effects);
        Assert.Empty(SittingVerbs.TakeAnswers(taken.State! with { State = SittingState.Cancelled }, answers, Early, lookAgain: true).Effects);
    }

    [Fact]
    public void Remote_candidates_are_convened_once_it_is_known_where_to_join()
    {
        var remote = SittingVerbs.Convene(null, Final("camille", "sam") with { Remote = true }, Rncp, Early);
        Assert.Empty(remote.Effects.OfType<ConveneCandidate>());
        var postponed = SittingVerbs.Postpone(remote.State!, "coordinator", "sam", "maladie", Early).State!;
        Assert.Empty(SittingVerbs.KeepEvent(postponed, "jury@example.org", "event").Effects);
        var kept = SittingVerbs.KeepEvent(postponed, "jury@example.org", "event", "https://join");
        Assert.Equal([new ConveneCandidate("sitting", "camille")], kept.Effects);
        Assert.Equal(("jury@example.org", "event", "https://join"), (kept.State!.Mailbox, kept.State.EventId, kept.State.JoinUrl));
        Assert.Empty(SittingVerbs.KeepEvent(kept.State, "jury@example.org", "event", "https://join").Effects);
        Assert.Empty(SittingVerbs.KeepEvent(Final("camille"), "jury@example.org", "event", "https://join").Effects);
    }

    [Fact]
    public void A_candidate_is_convened_again_until_they_have_been_heard()
    {
        var sitting = Final("camille");
        Assert.Equal([new ResendConvocation("sitting", "camille")], SittingVerbs.ConveneAgain(sitting, "camille", Early).Effects);
        Assert.Null(SittingVerbs.ConveneAgain(sitting, "camille", sitting.Exams[0].End).Refusal);
        Assert.Equal(new Refusal("NotYours"), SittingVerbs.ConveneAgain(sitting, "camille", sitting.Exams[0].End.AddTicks(1)).Refusal);
        Assert.Equal(new Refusal("NotYours"), SittingVerbs.ConveneAgain(sitting, "sam", Early).Refusal);
        Assert.Equal(new Refusal("NotYours"), SittingVerbs.ConveneAgain(sitting with { State = SittingState.Cancelled }, "camille", Early).Refusal);
    }

    [Fact]
    public void A_seat_that_was_taken_is_not_given_to_yet_another_and_a_closed_panel_to_nobody()
    {
        var sitting = Final("camille");
        var replaced = SittingVerbs.Replace(sitting, "toni", Seat("tess", ""), sitting.Appointments, Rncp, "coordinator", Early).State!;
        Assert.Equal(1, replaced.PanelRevision);
        Assert.Equal(new Refusal("NotOnPanel", "toni"), SittingVerbs.Replace(replaced, "toni", Seat("zoe", ""), sitting.Appointments, Rncp, "coordinator", Early).Refusal);
        Assert.Equal(new Refusal("PanelFrozen"), SittingVerbs.Replace(sitting with { State = SittingState.Closed }, "toni", Seat("zoe", ""), sitting.Appointments, Rncp, "coordinator", Early).Refusal);
    }

    [Fact]
    public void The_chair_may_open_from_half_an_hour_before_on_and_is_told_when()
    {
        Assert.Null(SittingVerbs.Open(Final("camille"), "paul", All, Rncp, Noon.AddMinutes(-30)).Refusal);
        Assert.Equal(new Refusal("TooEarlyToOpen", Noon.AddMinutes(-30)), SittingVerbs.Open(Final("camille"), "paul", All, Rncp, Noon.AddMinutes(-30).AddTicks(-1)).Refusal);
        var nobody = Final("camille");
        nobody = nobody.With(nobody.Exams[0] with { State = ExamState.NotHeld });
        Assert.Equal(SittingState.Open, SittingVerbs.Open(nobody, "paul", All, Rncp, Noon).State!.State);
    }

    [Fact]
    public void A_sitting_holds_the_time_of_its_panel_its_candidates_and_its_room()
    {
        var sitting = Intermediate("camille", "sam");
        Assert.Equal(
            [
                ("cleo", Noon, Noon.AddMinutes(60)), ("prof", Noon, Noon.AddMinutes(60)), ("camille", Noon, Noon.AddMinutes(30)),
                ("sam", Noon.AddMinutes(30), Noon.AddMinutes(60)), ("room@example.org", Noon, Noon.AddMinutes(60)),
            ],
            sitting.Held());
    }

    [Fact]
    public void Only_who_the_director_appointed_is_seated_as_appointed()
    {
        var seated = (Final("camille") with { Appointments = [new("paul", "paul", "director", Early)] }).PanelFor(Final("camille").Exams[0]);
        Assert.Equal(["paul"], seated.Where(m => m.Appointed).Select(m => m.Person));
        Assert.Equal(5, seated.Count);
    }

    [Fact]
    public void A_revision_comes_before_the_new_opening_and_sees_who_declined()
    {
        var sitting = Final("camille");
        Assert.Equal(new Refusal("RevisionPast", Noon), Revise(sitting, Noon, Noon.AddMinutes(-30)).Refusal);
        var revised = Revise(sitting, Noon.AddHours(1), Early);
        Assert.Equal([new ReadAnswers("sitting", 1) { NotBefore = Early.AddMinutes(15) }], revised.Effects.OfType<ReadAnswers>());
        var declined = sitting with { Panel = sitting.Panel.ConvertAll(m => m with { Response = m.Person == "rose" ? InvitationResponse.Declined : InvitationResponse.Accepted }) };
        Assert.Equal(["rose"], SittingSeen.Of(declined).Declined);

        static Decision<Sitting> Revise(Sitting sitting, DateTimeOffset start, DateTimeOffset now) => SittingVerbs.Revise(
            sitting with { Start = Noon.AddHours(3) },
            new RevisedSitting("r1", SittingSeen.Of(sitting), start, start.AddMinutes(30), sitting.Room, sitting.RoomName, sitting.Panel, sitting.Exams),
            sitting.Appointments, new HashSet<string>(), Rncp, "coordinator", now);
    }

    [Fact]
    public void Who_takes_a_seat_in_a_revision_is_said_to_and_a_seat_that_goes_is_left_to_nobody()
    {
        var seven = Final("camille") with
        {
            Panel = Final("camille").Panel.Add(Seat("emma", "employeeRepresentative", College.Employee, external: true)).Add(Seat("eric", "employerRepresentative", College.Employer, external: true)),
        };
        Assert.Equal([("emma", ""), ("eric", "")], Replaced(seven, Final("camille").Panel));
        Assert.Equal([("toni", "tess"), ("mona", "mia")], Replaced(Final("camille"), Final("camille").Panel.ConvertAll(m => m.Person == "toni" ? Seat("tess", "trainer") : m.Person == "mona" ? Seat("mia", "pedagogicManager") : m)));

        static IEnumerable<(string, string)> Replaced(Sitting sitting, IReadOnlyList<Member> panel) => SittingVerbs.Revise(
            sitting,
            new RevisedSitting("r1", SittingSeen.Of(sitting), sitting.Start, sitting.End, sitting.Room, sitting.RoomName, panel, sitting.Exams),
            sitting.Appointments, new HashSet<string>(), Rncp, "coordinator", Early).State!.Replacements.Select(r => (r.Person, r.ReplacedBy));
    }

    [Fact]
    public void A_sitting_called_off_is_a_change_more()
    {
        var sitting = Final("camille", "sam");
        Assert.Equal(1, SittingVerbs.Cancel(sitting, "r1", SittingSeen.Of(sitting), new HashSet<string>(), Early).State!.PanelRevision);
        var postponed = SittingVerbs.PostponeAll(SittingVerbs.Postpone(sitting, "coordinator", "sam", "maladie", Early).State!, "coordinator", "grève", Early);
        Assert.Equal(1, postponed.State!.PanelRevision);
        Assert.Equal(["grève", "maladie"], postponed.State.Exams.Select(e => e.Ending!.Reason));
        Assert.Equal([new WithdrawCandidate("sitting", "camille", null, Elsewhere: false)], postponed.Effects.OfType<WithdrawCandidate>());
        Assert.Equal("room@example.org", postponed.Effects.OfType<ReleaseTime>().Last().Holder);
    }

    [Fact]
    public void An_exam_is_postponed_while_it_may_still_be_held_and_with_a_reason()
    {
        var sitting = Final("camille", "sam");
        Assert.Equal(new Refusal("UnknownExam"), SittingVerbs.Postpone(sitting, "coordinator", "nobody", "", Early).Refusal);
        Assert.Equal(new Refusal("SittingCancelled"), SittingVerbs.Postpone(sitting with { State = SittingState.Cancelled }, "coordinator", "camille", "x", Early).Refusal);
        var over = sitting.With(sitting.Exams[0] with { State = ExamState.NotHeld });
        Assert.Equal(new Refusal("ExamNotHeld", "camille"), SittingVerbs.Postpone(over, "coordinator", "camille", "x", Early).Refusal);
        Assert.Null(SittingVerbs.Postpone(sitting, "coordinator", "camille", new string('x', SheetEntry.CommentLimit), Early).Refusal);
    }
}

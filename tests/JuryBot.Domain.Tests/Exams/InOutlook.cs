using JuryBot.Domain.Exams;
using JuryBot.Domain.Reminders;
using static JuryBot.Domain.Tests.Exams.Sample;

namespace JuryBot.Domain.Tests.Exams;

/// <summary>What the calendar says of a sitting's events, and who said it.</summary>
public sealed class InOutlook
{
    private const string Jury = "jury-event", Theirs = "candidate-event";
    private static readonly DateTimeOffset Early = Noon.AddDays(-5);
    private static readonly Sitting Placed = SittingVerbs.KeepCandidateEvent(
        SittingVerbs.KeepEvent(SittingVerbs.Convene(null, Final("camille"), Rncp, Early).State!, "jury@example.org", Jury, at: Plan(Final("camille"))).State!, "camille", Theirs, Plan(Final("camille").Exams[0])).State!;

    private static readonly EventTime Tomorrow = new(Placed.Start.AddDays(1), Placed.End.AddDays(1));

    [Fact]
    public void An_event_is_watched_once_it_is_known_when_it_was_put() =>
        Assert.Equal([new WatchCalendar("sitting")], SittingVerbs.KeepEvent(Placed, "jury@example.org", Jury, at: Plan(Placed)).Effects);

    [Fact]
    public void An_event_of_before_calendars_were_watched_is_watched_once_it_is_seen_where_it_should_be()
    {
        var seen = SittingVerbs.Observe(Placed with { Placed = null }, Seen(Plan(Placed)), Early);
        Assert.Equal([new WatchCalendar("sitting")], seen.Effects);
        Assert.Equal(new EventPlace(Plan(Placed)), seen.State!.Placed);
        Assert.Empty(SittingVerbs.Observe(seen.State, Seen(Plan(Placed)), Early).Effects);
    }

    [Fact]
    public void Answers_count_where_the_event_stands_as_convened_and_a_decline_is_told_once()
    {
        var declined = SittingVerbs.Observe(Placed, Seen(Plan(Placed), InvitationResponse.Declined), Early);
        Assert.Equal([new ProjectSitting("session", "sitting"), new TellDecline("sitting", "rose")], declined.Effects);
        Assert.Empty(SittingVerbs.Observe(declined.State!, Seen(Plan(Placed), InvitationResponse.Declined), Early).Effects);

        var theirs = SittingVerbs.Observe(Placed, new SeenEvent(Theirs, Plan(Placed.Exams[0]), new Dictionary<string, InvitationResponse> { ["camille@example.org"] = InvitationResponse.Declined }), Early);
        Assert.Equal(InvitationResponse.Declined, theirs.State!.Exams[0].Response);
        Assert.Equal([new TellDecline("sitting", "camille")], theirs.Effects);
        Assert.Same(Placed, SittingVerbs.Observe(Placed, Seen(Plan(Placed), InvitationResponse.Declined) with { Id = "another" }, Early).State);
    }

    [Fact]
    public void A_time_that_JuryBot_wrote_or_is_writing_is_nobodys_change_and_answers_to_an_older_one_count_for_nothing()
    {
        var revised = Moved(Placed, Tomorrow);
        Assert.Empty(SittingVerbs.Observe(revised, Seen(Plan(Placed), InvitationResponse.Declined), Early).Effects);
        Assert.Equal(InvitationResponse.None, SittingVerbs.Observe(revised, Seen(Plan(Placed), InvitationResponse.Declined), Early).State!.Member("rose")!.Response);

        var writing = SittingVerbs.BeginWriting(revised, Seen(Plan(Placed)), Early).State!;
        Assert.Equal(new EventPlace(Plan(Placed), Tomorrow), writing.Placed);
        var again = Moved(writing, new EventTime(Tomorrow.Start.AddDays(1), Tomorrow.End.AddDays(1)));
        Assert.Null(SittingVerbs.Observe(again, Seen(Tomorrow), Early).State!.DisplacedOf(null));
        Assert.Null(SittingVerbs.Observe(again, Seen(Plan(Placed)), Early).State!.DisplacedOf(null));
        var written = SittingVerbs.EndWriting(writing, Jury, Tomorrow).State!;
        Assert.Equal(new EventPlace(Tomorrow), written.Placed);
        Assert.NotNull(SittingVerbs.Observe(written, Seen(Plan(Placed)), Early).State!.DisplacedOf(null));
    }

    [Fact]
    public void A_time_of_somebody_else_is_told_once_for_each_and_nothing_is_written_over_it()
    {
        var displaced = SittingVerbs.Observe(Placed, Seen(Tomorrow, InvitationResponse.Declined), Early);
        Assert.Equal([new TellDisplaced("sitting", null)], displaced.Effects);
        Assert.Equal(new Displacement(null, Tomorrow, Early), displaced.State!.DisplacedOf(null));
        Assert.Equal(InvitationResponse.None, displaced.State.Member("rose")!.Response);
        Assert.Empty(SittingVerbs.Observe(displaced.State, Seen(Tomorrow), Early.AddHours(1)).Effects);
        Assert.Single(SittingVerbs.Observe(displaced.State, SeenEvent.Gone(Jury), Early).Effects.OfType<TellDisplaced>());
        Assert.Single(SittingVerbs.Observe(displaced.State, Seen(Tomorrow), Early, lookAgain: true).Effects.OfType<ReadAnswers>());
        Assert.Equal(new EventPlace(Plan(Placed)), SittingVerbs.BeginWriting(displaced.State, Seen(Tomorrow), Early).State!.Placed);
        Assert.True(SittingVerbs.BeginWriting(Placed, Seen(Tomorrow), Early).State!.IsDisplaced(Jury));
        Assert.Null(SittingVerbs.Observe(displaced.State, Seen(Plan(Placed)), Early).State!.DisplacedOf(null));
        Assert.Null(SittingVerbs.Observe(Placed, Seen(Tomorrow), Placed.Start - SittingVerbs.OpeningLead).State!.DisplacedOf(null));
    }

    [Fact]
    public void A_move_is_taken_over_as_it_was_read_with_every_exam_or_refused()
    {
        var displaced = SittingVerbs.Observe(Placed, Seen(Tomorrow), Early).State!;
        var adopted = Adopt(displaced, Tomorrow);
        Assert.Equal(Tomorrow, Plan(adopted.State!));
        Assert.Equal(Placed.Exams[0].Start.AddDays(1), adopted.State!.Exams[0].Start);
        Assert.Equal(new EventPlace(Tomorrow), adopted.State.Placed);
        Assert.Null(adopted.State.DisplacedOf(null));
        Assert.Contains(new ConveneCandidate("sitting", "camille"), adopted.Effects);
        Assert.Contains(new UpdateConvocation("sitting", 1), adopted.Effects);

        Assert.Equal("NothingDisplaced", Adopt(Placed, Tomorrow).Refusal!.Rule);
        Assert.Equal("NothingDisplaced", Adopt(adopted.State, Tomorrow).Refusal!.Rule);
        Assert.Equal("EventMovedAgain", Adopt(displaced, Plan(Placed)).Refusal!.Rule);
        var longer = Tomorrow with { End = Tomorrow.End.AddHours(1) };
        Assert.Equal("MoveChangesLength", Adopt(SittingVerbs.Observe(Placed, Seen(longer), Early).State!, longer).Refusal!.Rule);
        Assert.Equal("SittingCancelled", Adopt(displaced with { State = SittingState.Cancelled }, Tomorrow).Refusal!.Rule);
        var past = new EventTime(Early.AddHours(-1), Early.AddHours(-1) + (Placed.End - Placed.Start));
        Assert.Equal("RevisionPast", Adopt(SittingVerbs.Observe(Placed, Seen(past), Early).State!, past).Refusal!.Rule);
    }

    [Fact]
    public void An_event_is_put_back_where_it_was_moved_and_sent_again_where_it_is_gone()
    {
        var back = SittingVerbs.RestoreEvent(SittingVerbs.Observe(Placed, Seen(Tomorrow), Early).State!, null, Early);
        Assert.Equal([new UpdateConvocation("sitting", 0), new ProjectSitting("session", "sitting"), new WatchSitting("sitting")], back.Effects);
        Assert.All(back.State!.Panel, m => Assert.Equal((InvitationResponse.None, Early), (m.Response, m.InvitedAt)));
        Assert.False(SittingVerbs.BeginWriting(back.State!, Seen(Tomorrow), Early).State!.IsDisplaced(Jury));

        var again = SittingVerbs.RestoreEvent(SittingVerbs.Observe(Placed, SeenEvent.Gone(Jury), Early).State! with { JoinUrl = "https://old" }, null, Early);
        Assert.Equal([new SendConvocation("sitting"), new ProjectSitting("session", "sitting"), new WatchSitting("sitting")], again.Effects);
        Assert.All(again.State!.Panel, m => Assert.Equal((InvitationResponse.None, Early), (m.Response, m.InvitedAt)));
        Assert.Equal((null, null, null), (again.State!.EventId, again.State.JoinUrl, again.State.Placed));

        var theirs = SittingVerbs.RestoreEvent(SittingVerbs.Observe(Placed, SeenEvent.Gone(Theirs), Early).State!, "camille", Early);
        Assert.Equal([new ConveneCandidate("sitting", "camille")], theirs.Effects);
        Assert.Null(theirs.State!.Exams[0].EventId);
        Assert.Equal("NothingDisplaced", SittingVerbs.RestoreEvent(theirs.State, "camille", Early).Refusal!.Rule);
        Assert.Equal("NothingDisplaced", SittingVerbs.RestoreEvent(Placed, "nobody", Early).Refusal!.Rule);
    }

    private static Decision<Sitting> Adopt(Sitting sitting, EventTime to) => SittingVerbs.AdoptMove(sitting, to, sitting.Appointments, Rncp, "coordinator", Early);

    private static Sitting Moved(Sitting sitting, EventTime to) => sitting with { Start = to.Start, End = to.End };

    private static SeenEvent Seen(EventTime at, InvitationResponse rose = InvitationResponse.None) => new(Jury, at, new Dictionary<string, InvitationResponse> { ["rose@example.org"] = rose });

    private static EventTime Plan(Sitting sitting) => new(sitting.Start, sitting.End);

    private static EventTime Plan(Exam exam) => new(exam.Start, exam.End);
}

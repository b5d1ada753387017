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
        Assert.Equal([new WatchCalendar("sitting")], SittingVerbs.KeepEvent(Final("camille"), "jury@example.org", Jury, at: Plan(Placed)).Effects);

    [Fact]
    public void An_event_that_is_known_is_not_kept_again()
    {
        // As after a crash: it was put, somebody moved it meanwhile, and the answer says so.
        var again = SittingVerbs.KeepEvent(Placed, "jury@example.org", Jury, at: Plan(Placed), content: new EventContent("Jury", "Ailleurs", []));
        Assert.Same(Placed, again.State);
        Assert.Empty(again.Effects);
    }

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

        var writing = Begin(revised, Seen(Plan(Placed))).State!;
        Assert.Equal((Plan(Placed), Tomorrow), (writing.Placed!.Written, writing.Placed.Writing));
        var again = Moved(writing, new EventTime(Tomorrow.Start.AddDays(1), Tomorrow.End.AddDays(1)));
        Assert.Null(SittingVerbs.Observe(again, Seen(Tomorrow), Early).State!.DisplacedOf(null));
        Assert.Null(SittingVerbs.Observe(again, Seen(Plan(Placed)), Early).State!.DisplacedOf(null));
        var written = SittingVerbs.EndWriting(writing, Jury, Tomorrow, Says).State!;
        Assert.Equal((Tomorrow, null, Says, null), (written.Placed!.Written, written.Placed.Writing, written.Placed.Content! with { Guests = Says.Guests }, written.Placed.NewContent));
        Assert.NotNull(SittingVerbs.Observe(written, Seen(Plan(Placed)), Early).State!.DisplacedOf(null));
    }

    [Fact]
    public void What_was_read_before_JuryBot_wrote_is_nobodys_change_when_it_is_taken_in_after()
    {
        var plan = Says with { Guests = [.. Says.Guests.RemoveAt(0), new EventGuest("zoe@example.org", "Zoé")] };
        var before = Seen(Plan(Said), InvitationResponse.Declined) with { Content = Says, Modified = Early };
        var writing = SittingVerbs.BeginWriting(Said, before, Tomorrow, plan, Early).State!;
        var written = Moved(SittingVerbs.EndWriting(writing, Jury, Tomorrow, plan, Early.AddMilliseconds(1)).State!, Tomorrow);
        var late = SittingVerbs.Observe(written, before, Early, lookAgain: true);
        Assert.Same(written, late.State);
        Assert.Equal(Early + SittingVerbs.AnswersEvery, Assert.Single(late.Effects.OfType<ReadAnswers>()).NotBefore);
        // While it is being written again, too.
        var again = SittingVerbs.BeginWriting(written, Seen(Tomorrow) with { Content = plan, Modified = Early.AddMilliseconds(1) }, Tomorrow, plan with { Subject = "Autre" }, Early).State!;
        Assert.Same(again, SittingVerbs.Observe(again, before, Early).State);
        // The same said after JuryBot wrote is somebody's doing.
        var undone = SittingVerbs.Observe(written, before with { Modified = Early.AddMilliseconds(2) }, Early);
        Assert.Equal([new TellDisplaced("sitting", null), new TellAltered("sitting", null)], undone.Effects);
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
        Assert.Equal(new EventPlace(Plan(Placed)), Begin(displaced.State, Seen(Tomorrow)).State!.Placed);
        Assert.True(Begin(Placed, Seen(Tomorrow)).State!.IsDisplaced(Jury));
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
        Assert.False(Begin(back.State!, Seen(Tomorrow)).State!.IsDisplaced(Jury));

        var again = SittingVerbs.RestoreEvent(SittingVerbs.Observe(Placed, SeenEvent.Gone(Jury), Early).State! with { JoinUrl = "https://old" }, null, Early);
        Assert.Equal([new SendConvocation("sitting"), new ProjectSitting("session", "sitting"), new WatchSitting("sitting")], again.Effects);
        Assert.All(again.State!.Panel, m => Assert.Equal((InvitationResponse.None, Early), (m.Response, m.InvitedAt)));
        Assert.Equal((null, null, null), (again.State!.EventId, again.State.JoinUrl, again.State.Placed));

        var theirs = SittingVerbs.RestoreEvent(SittingVerbs.Observe(Placed, SeenEvent.Gone(Theirs), Early).State!, "camille", Early);
        Assert.Equal([new ConveneCandidate("sitting", "camille"), new WatchSitting("sitting")], theirs.Effects);
        Assert.Null(theirs.State!.Exams[0].EventId);
        Assert.Equal("NothingDisplaced", SittingVerbs.RestoreEvent(theirs.State, "camille", Early).Refusal!.Rule);
        Assert.Equal("NothingDisplaced", SittingVerbs.RestoreEvent(Placed, "nobody", Early).Refusal!.Rule);
    }

    [Fact]
    public void What_is_being_written_is_what_was_begun_though_the_plan_goes_on()
    {
        var later = new EventTime(Tomorrow.Start.AddDays(1), Tomorrow.End.AddDays(1));
        var writing = SittingVerbs.BeginWriting(Moved(Placed, later), Seen(Plan(Placed)), Tomorrow, Says, Early).State!;
        Assert.Null(SittingVerbs.Observe(writing, Seen(Tomorrow), Early).State!.DisplacedOf(null));
        Assert.NotNull(SittingVerbs.Observe(writing with { Start = Placed.Start, End = Placed.End }, Seen(later), Early).State!.DisplacedOf(null));
    }

    [Fact]
    public void What_is_changed_by_hand_is_told_once_for_each_and_kept_or_put_back_as_it_was_read()
    {
        var edited = Says with { Subject = "Jury reporté", Place = "Salle 9", Guests = [.. Says.Guests.RemoveAt(1), new EventGuest("zoe@example.org", "Zoé")] };
        var seen = SittingVerbs.Observe(Said, Seen(Plan(Said), InvitationResponse.Accepted) with { Content = edited }, Early);
        Assert.Equal([new TellAltered("sitting", null)], seen.Effects.OfType<TellAltered>());
        Assert.Equal(InvitationResponse.Accepted, seen.State!.Member("rose")!.Response);
        var altered = seen.State.AlteredOf(null)!;
        Assert.Equal(("Jury reporté", "Salle 9", "zoe@example.org", Says.Guests[1]), (altered.Edits.Subject, altered.Edits.Place, altered.Edits.Added.Single().Mail, altered.Edits.Removed.Single()));
        Assert.Empty(SittingVerbs.Observe(seen.State, Seen(Plan(Said), InvitationResponse.Accepted) with { Content = edited }, Early.AddHours(1)).Effects);

        Assert.Equal("EventChangedAgain", SittingVerbs.KeepAlteration(seen.State, null, Early.AddHours(1)).Refusal!.Rule);
        Assert.Equal("NothingAltered", SittingVerbs.UndoAlteration(Said, null, Early).Refusal!.Rule);
        var kept = SittingVerbs.KeepAlteration(seen.State, null, Early).State!;
        Assert.True(kept.AlteredOf(null)!.Kept);
        Assert.Empty(SittingVerbs.Observe(kept, Seen(Plan(Said), InvitationResponse.Accepted) with { Content = edited }, Early).Effects);
        Assert.Single(SittingVerbs.Observe(kept, Seen(Plan(Said), InvitationResponse.Accepted) with { Content = edited with { Place = "Salle 10" } }, Early).Effects.OfType<TellAltered>());

        var undone = SittingVerbs.UndoAlteration(kept, null, Early);
        Assert.Equal([new UpdateConvocation("sitting", 0)], undone.Effects);
        var writing = SittingVerbs.BeginWriting(undone.State!, Seen(Plan(Said)) with { Content = edited }, Plan(Said), Says, Early);
        Assert.Null(writing.State!.AlteredOf(null));
        Assert.Empty(writing.Effects.OfType<TellAltered>());
        var written = SittingVerbs.EndWriting(writing.State, Jury, Plan(Said), Says).State!;
        Assert.Empty(SittingVerbs.Observe(written, Seen(Plan(Said)) with { Content = Says }, Early).Effects);
        // Who puts it back by hand leaves nothing to decide.
        Assert.Null(SittingVerbs.Observe(kept, Seen(Plan(Said), InvitationResponse.Accepted) with { Content = Says }, Early).State!.AlteredOf(null));
    }

    [Fact]
    public void What_is_written_next_keeps_what_was_changed_by_hand_as_far_as_the_plan_has_not_caught_up()
    {
        var edited = Says with { Place = "Salle 9", Guests = [.. Says.Guests.RemoveAt(1), new EventGuest("zoe@example.org", "Zoé")] };
        var seen = Seen(Plan(Said)) with { Content = edited };
        var altered = SittingVerbs.Observe(Said, seen, Early).State!;
        // The coordination gave the seat of whom was removed to whom was added.
        var plan = Says with { Guests = edited.Guests };
        var writing = SittingVerbs.BeginWriting(altered, seen, Plan(Said), plan, Early).State!;
        var left = writing.AlteredOf(null)!.Edits;
        Assert.Equal(("Salle 9", 0, 0), (left.Place, left.Added.Count, left.Removed.Count));
        var put = left.On(plan);
        Assert.Equal("Salle 9", put.Place);
        Assert.Equal(plan.Guests, put.Guests);
        // Before it has arrived, after, and once that is known: nobody's change.
        Assert.Empty(SittingVerbs.Observe(writing, seen, Early).Effects.OfType<TellAltered>());
        Assert.Empty(SittingVerbs.Observe(writing, seen with { Content = put }, Early).Effects.OfType<TellAltered>());
        var written = SittingVerbs.EndWriting(writing, Jury, Plan(Said), put).State!;
        Assert.Empty(SittingVerbs.Observe(written, seen with { Content = put }, Early).Effects.OfType<TellAltered>());
        Assert.Null(SittingVerbs.Observe(written, seen with { Content = plan }, Early).State!.AlteredOf(null));
        // What somebody else changed meanwhile is told, without what JuryBot changed itself.
        var more = SittingVerbs.Observe(writing, seen with { Content = put with { Subject = "Autre" } }, Early).State!.AlteredOf(null)!.Edits;
        Assert.Equal(("Autre", "Salle 9", 0, 0), (more.Subject, more.Place, more.Added.Count, more.Removed.Count));
    }

    [Fact]
    public void A_place_changed_by_hand_gives_way_to_the_room_the_plan_has_had_since()
    {
        var seen = Seen(Plan(Said)) with { Content = Says with { Place = "Salle 9", Subject = "Autre" } };
        var plan = Says with { Place = "Salle 3" };
        var left = SittingVerbs.BeginWriting(SittingVerbs.Observe(Said, seen, Early).State!, seen, Plan(Said), plan, Early).State!.AlteredOf(null)!.Edits;
        Assert.Equal(("Autre", null), (left.Subject, left.Place));
        Assert.Equal("Salle 3", left.On(plan).Place);
    }

    [Fact]
    public void What_was_changed_in_the_jurys_event_is_not_in_one_that_is_no_event_of_the_sitting_any_more()
    {
        var altered = SittingVerbs.Observe(Said, Seen(Plan(Said)) with { Content = Says with { Place = "Salle 9" } }, Early).State!;
        Assert.Equal("Salle 9", altered.EditsIn(Jury).Place);
        Assert.Equal(0, altered.EditsIn(Theirs).Count);
        Assert.Equal(0, altered.EditsIn("gone").Count);
    }

    [Fact]
    public void What_was_written_and_never_heard_of_is_nobodys_change()
    {
        EventContent With(string guest) => Says with { Guests = Says.Guests.Add(new EventGuest($"{guest}@example.org", guest)) };
        var first = SittingVerbs.BeginWriting(Said, Seen(Plan(Said)) with { Content = Says }, Plan(Said), With("bob"), Early).State!;
        var arrived = Seen(Plan(Said)) with { Content = With("bob") };
        var second = SittingVerbs.BeginWriting(first, arrived, Plan(Said), With("carl"), Early).State!;
        Assert.Null(second.AlteredOf(null));
        var heard = SittingVerbs.Observe(second, arrived, Early);
        Assert.Empty(heard.Effects.OfType<TellAltered>());
        Assert.Null(heard.State!.AlteredOf(null));
    }

    [Fact]
    public void An_address_written_anew_and_a_meeting_beside_the_room_are_nobodys_change_and_namesakes_are_two()
    {
        var anew = Says with { Place = "salle ; Réunion Microsoft Teams", Guests = Says.Guests.ConvertAll(g => g with { Mail = $"alias-{g.Mail}" }) };
        Assert.Equal(0, EventEdits.Between(Says, anew).Count);
        EventContent namesakes = Says with { Guests = [new("a@example.org", "Rose"), new("b@example.org", "Rose")] };
        Assert.Equal("b@example.org", EventEdits.Between(namesakes, namesakes with { Guests = namesakes.Guests.RemoveAt(1) }).Removed.Single().Mail);
        Assert.Equal("a@example.org", EventEdits.Between(namesakes, namesakes with { Guests = namesakes.Guests.RemoveAt(1) }).On(namesakes).Guests.Single().Mail);
    }

    [Fact]
    public void What_an_event_said_before_this_was_kept_counts_as_written_and_what_is_forgotten_names_nobody()
    {
        var first = SittingVerbs.Observe(Placed, Seen(Plan(Placed)) with { Content = Says }, Early);
        Assert.Empty(first.Effects.OfType<TellAltered>());
        Assert.Equal(Says, first.State!.Placed!.Content);
        var altered = SittingVerbs.Observe(Said, Seen(Plan(Said)) with { Content = Says with { Guests = [] } }, Early).State!;
        Assert.NotNull(altered.AlteredOf(null));
        Assert.Equal((null, 0), (SittingVerbs.ForgetReach(altered, "rose").State!.Placed!.Content, SittingVerbs.ForgetReach(altered, "rose").State!.Altered.Count));
        Assert.Equal((null, 0), (SittingVerbs.ForgetReferences(altered, Early).State!.Placed, SittingVerbs.ForgetReferences(altered, Early).State!.Altered.Count));
    }

    [Fact]
    public void The_candidates_answer_is_theirs_though_somebody_else_was_invited_by_hand()
    {
        var theirs = SittingVerbs.KeepCandidateEvent(Placed, "camille", Theirs, Plan(Placed.Exams[0]), new EventContent("Jury", "Salle", [new("camille@example.org", "camille")])).State!;
        var both = new Dictionary<string, InvitationResponse> { ["aide@example.org"] = InvitationResponse.Declined, ["camille@example.org"] = InvitationResponse.Accepted };
        Assert.Equal(InvitationResponse.Accepted, SittingVerbs.Observe(theirs, new SeenEvent(Theirs, Plan(Placed.Exams[0]), both), Early).State!.Exams[0].Response);
    }

    private static readonly EventContent Says = new("Jury", "Salle", [new("paul@example.org", "paul"), new("rose@example.org", "rose"), new("salle@example.org", "Salle", Room: true)]);

    private static readonly Sitting Said = Placed with { Placed = Placed.Placed! with { Content = Says } };

    private static Decision<Sitting> Begin(Sitting sitting, SeenEvent seen) => SittingVerbs.BeginWriting(sitting, seen, Plan(sitting), Says, Early);

    private static Decision<Sitting> Adopt(Sitting sitting, EventTime to) => SittingVerbs.AdoptMove(sitting, to, sitting.Appointments, Rncp, "coordinator", Early);

    private static Sitting Moved(Sitting sitting, EventTime to) => sitting with { Start = to.Start, End = to.End };

    private static SeenEvent Seen(EventTime at, InvitationResponse rose = InvitationResponse.None) => new(Jury, at, new Dictionary<string, InvitationResponse> { ["rose@example.org"] = rose });

    private static EventTime Plan(Sitting sitting) => new(sitting.Start, sitting.End);

    private static EventTime Plan(Exam exam) => new(exam.Start, exam.End);
}

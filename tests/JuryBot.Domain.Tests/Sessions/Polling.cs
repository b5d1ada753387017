using JuryBot.Domain.Certifications;
using JuryBot.Domain.Planning;
using JuryBot.Domain.Sessions;

namespace JuryBot.Domain.Tests.Sessions;

/// <summary>What jurors are asked, may answer, and what their answers mean.</summary>
public sealed class Polling
{
    private const string Juror = "j1";
    private static readonly DateTimeOffset Now = new(2026, 10, 5, 8, 0, 0, TimeSpan.Zero);

    // A Friday to a Monday.
    private static readonly SessionWindow Window = new(new DateOnly(2026, 10, 9), new DateOnly(2026, 10, 12), new TimeOnly(9, 0), new TimeOnly(18, 0));

    private static readonly Session Fresh = new()
    {
        Id = "s", Certification = "c", SynthesisBlock = "5", Promotion = "2027", Kind = JuryKind.Intermediate, Block = "1", Window = Window,
        Candidates = ["x"], Rooms = ["r"], ExamMinutes = 30, CandidatesPerSitting = 4, Coordinator = "k", CreatedAt = Now,
    };

    private static readonly Session Asked = PollVerbs.Ask(Fresh, [Juror], Now).State!;

    [Fact]
    public void A_window_is_the_mornings_and_afternoons_of_its_working_days()
    {
        Assert.Equal(["2026-10-09.am", "2026-10-09.pm", "2026-10-12.am", "2026-10-12.pm"], HalfDay.Of(Window).Select(half => half.Key));
        Assert.Equal(Range(9, 9, 13), HalfDay.Of(Window).First().Range);
        Assert.Equal(Range(12, 13, 18), HalfDay.Of(Window).Last().Range);
    }

    [Theory]
    [InlineData(9, 12, "am 9-12")]
    [InlineData(14, 18, "pm 14-18")]
    [InlineData(9, 13, "am 9-13")]
    [InlineData(13, 17, "pm 13-17")]
    public void A_half_that_the_hours_do_not_touch_is_not_asked_about(int from, int to, string only)
    {
        var half = Assert.Single(HalfDay.Of(Window with { To = Window.From, DayFrom = new TimeOnly(from, 0), DayTo = new TimeOnly(to, 0) }));
        Assert.Equal(only, $"{half.Key[^2..]} {half.Range.From.Hour}-{half.Range.To.Hour}");
    }

    [Fact]
    public void Asking_sends_one_request_each_and_asking_again_another()
    {
        var twice = PollVerbs.Ask(Asked, [Juror, "j2"], Now.AddDays(1));
        Assert.Equal([new AskAvailability("s", Juror, 2), new AskAvailability("s", "j2", 1)], twice.Effects);
        Assert.Equal([Now, Now.AddDays(1)], twice.State!.PollOf(Juror)!.Asked);
    }

    [Fact]
    public void Yes_and_if_need_be_are_available_and_everything_else_is_not()
    {
        var poll = Answer(Asked, ("2026-10-09.am", "yes"), ("2026-10-09.pm", "ifNeedBe"), ("2026-10-12.am", "no")).PollOf(Juror)!;
        Assert.Equal([Range(12, 9, 13), Range(12, 13, 18)], poll.Unavailable(Window));
        Assert.Equal([Range(9, 13, 18)], poll.IfNeedBe(Window));
        Assert.Equal((Now, null), (poll.AnsweredAt, poll.EnteredBy));
        Assert.Equal(HalfDay.Of(Window).Select(half => half.Range), new Poll(Juror).Unavailable(Window));
    }

    [Theory]
    [InlineData(12, 12, 13, true)]
    [InlineData(12, 12, 14, true)]
    [InlineData(12, 13, 14, false)]
    [InlineData(12, 8, 9, false)]
    [InlineData(9, 9, 18, false)]
    public void A_no_is_touched_by_a_sitting_that_reaches_into_it(int day, int from, int to, bool refused) =>
        Assert.Equal(refused, Answer(Asked, ("2026-10-09.am", "yes"), ("2026-10-12.am", "no")).PollOf(Juror)!.Refuses(Range(day, from, to), Window));

    [Fact]
    public void An_answer_is_corrected_or_taken_back_and_what_is_not_spoken_of_stays()
    {
        var first = Answer(Asked, ("2026-10-09.am", "yes"), ("2026-10-09.pm", "no"), ("2026-10-12.am", "no"));
        var second = Answer(first, ("2026-10-09.pm", "ifNeedBe"), ("2026-10-12.am", ""));
        Assert.Equal(
            new Dictionary<string, Availability> { ["2026-10-09.am"] = Availability.Yes, ["2026-10-09.pm"] = Availability.IfNeedBe },
            second.PollOf(Juror)!.Answers.ToDictionary());
    }

    [Theory]
    [InlineData("AvailabilityUnreadable", "2026-10-09.am", "perhaps")]
    [InlineData("AvailabilityUnreadable", "2026-10-10.am", "yes")]
    [InlineData("AvailabilityUnreadable", "person", "j2")]
    [InlineData("AvailabilityEmpty", "2026-10-09.am", "")]
    public void What_cannot_be_read_or_says_nothing_is_refused(string rule, string half, string typed) =>
        Assert.Equal(rule, PollVerbs.Answer(Asked, Juror, new Dictionary<string, string> { [half] = typed }, Now).Refusal!.Rule);

    [Fact]
    public void Only_who_was_asked_answers_but_a_coordinator_may_enter_for_anybody_and_is_named()
    {
        var yes = new Dictionary<string, string> { ["2026-10-09.am"] = "yes" };
        Assert.Equal("NotAsked", PollVerbs.Answer(Asked, "j2", yes, Now).Refusal!.Rule);
        var entered = PollVerbs.Enter(Asked, "j2", yes, "k", Now);
        Assert.Equal(("k", Now), (entered.State!.PollOf("j2")!.EnteredBy, entered.State.PollOf("j2")!.AnsweredAt));
        Assert.Equal([new RefreshPolls("s", "j2")], entered.Effects);
        var answered = PollVerbs.Answer(PollVerbs.Ask(entered.State, ["j2"], Now).State!, "j2", yes, Now);
        Assert.Null(answered.State!.PollOf("j2")!.EnteredBy);
        Assert.Empty(answered.Effects);
        Assert.Equal([Now], PollVerbs.Enter(Asked, Juror, yes, "k", Now.AddDays(1)).State!.PollOf(Juror)!.Asked);
    }

    [Fact]
    public void From_convening_on_nothing_is_asked_or_answered_and_the_first_sitting_closes_the_cards()
    {
        var yes = new Dictionary<string, string> { ["2026-10-09.am"] = "yes" };
        var convening = Asked with { State = SessionState.Convening, Plan = new PlanReference("d", "h", 2, 2, 2) };
        foreach (var session in new[] { convening, convening with { State = SessionState.Convened }, convening with { State = SessionState.Planned, Cursor = 1 } })
        {
            Assert.Equal("PollClosed", PollVerbs.Ask(session, [Juror], Now).Refusal!.Rule);
            Assert.Equal("PollClosed", PollVerbs.Answer(session, Juror, yes, Now).Refusal!.Rule);
            Assert.Equal("PollClosed", PollVerbs.Enter(session, Juror, yes, "k", Now).Refusal!.Rule);
        }

        Assert.Contains(new RefreshPolls("s", null), SessionVerbs.Convened(convening, 0).Effects);
        Assert.DoesNotContain(SessionVerbs.Convened(convening with { Cursor = 1 }, 1).Effects, effect => effect is RefreshPolls);
        Assert.Null(PollVerbs.Answer(convening with { State = SessionState.Planned }, Juror, yes, Now).Refusal);
    }

    private static Session Answer(Session session, params (string Half, string Typed)[] entries) =>
        PollVerbs.Answer(session, Juror, entries.ToDictionary(e => e.Half, e => e.Typed), Now).State!;

    private static LocalRange Range(int day, int from, int to) => new(new DateTime(2026, 10, day, from, 0, 0), new DateTime(2026, 10, day, to, 0, 0));
}

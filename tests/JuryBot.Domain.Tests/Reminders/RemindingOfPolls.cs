using JuryBot.Domain.Certifications;
using JuryBot.Domain.Reminders;
using JuryBot.Domain.Sessions;

namespace JuryBot.Domain.Tests.Reminders;

/// <summary>Polls that close at their date, and what happens before.</summary>
public sealed class RemindingOfPolls
{
    private const string Half = "2026-11-02.am";

    private static readonly ReminderTerms Terms = new(Clocks.Paris, QuietHours.Usual);
    private static readonly DateTimeOffset Asked = Clocks.At(2026, 10, 19, 10), Until = Clocks.At(2026, 10, 27);
    private static readonly SessionWindow Window = new(new(2026, 11, 2), new(2026, 11, 6), new(9, 0), new(18, 0));

    private static readonly Session Session = new()
    {
        Id = "session", Certification = Certification.Rncp31168.Id, SynthesisBlock = "3", Promotion = "2027", Kind = JuryKind.Intermediate, Block = "1", Window = Window,
        Candidates = ["c1"], Rooms = ["room"], ExamMinutes = 30, CandidatesPerSitting = 4, Coordinator = "k", CreatedAt = Asked,
    };

    private static readonly Session Polled = PollVerbs.Ask(Session, ["j1", "j2"], Asked, Until).State!;

    [Fact]
    public void A_poll_closes_at_the_end_of_its_last_day_or_on_the_eve_of_the_window_and_one_that_leaves_no_day_at_the_windows_end()
    {
        Assert.Equal(Until, Terms.PollCloses(Window, Asked));
        Assert.Equal(Clocks.At(2026, 11, 2), Terms.PollCloses(Window, Clocks.At(2026, 10, 28, 10)));
        Assert.Equal(Clocks.At(2026, 11, 7), Terms.PollCloses(Window, Clocks.At(2026, 11, 1, 10)));
        Assert.Equal(Clocks.At(2026, 10, 31), Terms.EndOf(new(2026, 10, 30)));
    }

    [Fact]
    public void Who_has_not_answered_is_reminded_two_days_before_and_the_coordinator_told_when_it_closes()
    {
        var looked = Look(Polled, Asked);
        // 48 hours before midnight of the 27th lie in the night, and the 25th is a Sunday.
        Assert.Equal(Clocks.At(2026, 10, 26, 8), Assert.IsType<WatchPolls>(Assert.Single(looked.Effects)).NotBefore);

        var answered = PollVerbs.Answer(looked.State!, "j1", new Dictionary<string, string> { [Half] = "yes" }, Asked.AddHours(1)).State!;
        var reminded = Look(answered, Clocks.At(2026, 10, 26, 8));
        Assert.Equal([new AskAvailability("session", "j2", 2)], reminded.Effects.OfType<AskAvailability>());
        Assert.Empty(Look(reminded.State!, Clocks.At(2026, 10, 26, 9)).Effects);

        var closed = Look(reminded.State!, Until);
        Assert.Equal([new RefreshPolls("session", null)], closed.Effects.OfType<RefreshPolls>());
        Assert.Empty(closed.Effects.OfType<EscalatePolls>());
        Assert.Equal(Clocks.At(2026, 10, 27, 8), closed.State!.LooksAt);
        var told = Look(closed.State!, Clocks.At(2026, 10, 27, 8));
        Assert.IsType<EscalatePolls>(Assert.Single(told.Effects));
        Assert.Equal(["j2"], PollReminders.InVain(told.State!));
        Assert.Empty(Look(told.State!, Clocks.At(2026, 10, 29, 8)).Effects);
    }

    [Fact]
    public void After_its_date_a_juror_answers_no_more_and_the_coordinator_still_enters_what_they_say()
    {
        var yes = new Dictionary<string, string> { [Half] = "yes" };
        Assert.Null(PollVerbs.Answer(Polled, "j1", yes, Until.AddSeconds(-1)).Refusal);
        Assert.Equal("PollOver", PollVerbs.Answer(Polled, "j1", yes, Until).Refusal!.Rule);
        Assert.Null(PollVerbs.Enter(Polled, "j1", yes, "k", Until).Refusal);
        Assert.Equal("PollDatePast", PollVerbs.Ask(Session, ["j1"], Asked, Asked).Refusal!.Rule);

        // Who is asked again has a date anew, and a reminder.
        var again = PollVerbs.Ask(Look(Polled, Until.AddDays(1)).State!, ["j1"], Until.AddDays(1), Until.AddDays(4)).State!;
        Assert.Null(PollVerbs.Answer(again, "j1", yes, Until.AddDays(2)).Refusal);
        Assert.Single(Look(again, Until.AddDays(3).AddHours(10)).Effects.OfType<AskAvailability>());
    }

    [Fact]
    public void A_day_of_downtime_over_the_closing_closes_and_tells_and_reminds_nobody_in_vain()
    {
        var late = Look(Polled, Until.AddHours(12));
        Assert.Equal(["RefreshPolls", "EscalatePolls"], late.Effects.Select(e => e.GetType().Name));
        Assert.Null(late.State!.LooksAt);
    }

    [Fact]
    public void A_convened_session_reminds_nobody()
    {
        var convened = Look(Polled with { State = SessionState.Convened, LooksAt = Until }, Until);
        Assert.Empty(convened.Effects);
        Assert.Null(convened.State!.LooksAt);
    }

    private static Decision<Session> Look(Session session, DateTimeOffset now) => PollReminders.Look(session, Terms, _ => Clocks.Paris, now);
}

using CsCheck;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Deliberations;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Reminders;
using JuryBot.Domain.Tests.Exams;
using JuryBot.Domain.Transmissions;

namespace JuryBot.Domain.Tests.Reminders;

/// <summary>When people are reminded of what a sitting waits for.</summary>
public sealed class RemindingOfSittings
{
    private static readonly ReminderTerms Terms = new(Clocks.Paris, QuietHours.Usual);
    private static readonly DateTimeOffset Start = Clocks.At(2026, 11, 16, 14), End = Start.AddHours(2);

    /// <summary>A final jury three weeks ahead, convened on the Friday before the change to winter time.</summary>
    private static readonly Sitting Convened = SittingVerbs.Convene(
        null, Sample.Final("camille") is var sitting ? sitting with { Start = Start, End = End, Exams = sitting.Exams.ConvertAll(e => e with { Start = Start, End = End }) } : null!, Sample.Rncp, Clocks.At(2026, 10, 23, 10)).State!;

    [Fact]
    public void Who_has_not_answered_is_reminded_three_days_later_by_the_clock_and_the_coordinator_is_told_two_days_after()
    {
        var first = Look(Convened, Clocks.At(2026, 10, 23, 10));
        Assert.Equal(Clocks.At(2026, 10, 26, 10), Assert.IsType<WatchSitting>(Assert.Single(first.Effects)).NotBefore);

        var answered = first.State! with { Panel = first.State!.Panel.ConvertAll(m => m.Person is "paul" or "rose" ? m : m with { Response = InvitationResponse.Accepted }) };
        var reminded = Look(answered, Clocks.At(2026, 10, 26, 10));
        Assert.Equal(["paul", "rose"], reminded.Effects.OfType<RemindPerson>().Select(e => e.Person));
        var told = Look(reminded.State! with { Panel = reminded.State!.Panel.ConvertAll(m => m.Person == "rose" ? m with { Response = InvitationResponse.Declined } : m) }, Clocks.At(2026, 10, 28, 10));
        Assert.Equal([new EscalateReminders("sitting", ReminderKind.Invitation)], told.Effects.OfType<EscalateReminders>());
        Assert.Equal(["paul"], SittingReminders.InVain(told.State!, Terms, ReminderKind.Invitation, Clocks.At(2026, 10, 28, 10)).Select(m => m.Person));
        Assert.Empty(told.Effects.OfType<RemindPerson>());
    }

    [Fact]
    public void A_look_too_many_changes_nothing_and_plans_nothing()
    {
        var first = Look(Convened, Clocks.At(2026, 10, 23, 10)).State!;
        var again = Look(first, Clocks.At(2026, 10, 24, 10));
        Assert.Equal(first.LooksAt, again.State!.LooksAt);
        Assert.Empty(again.Effects);
    }

    [Fact]
    public void A_jury_at_short_notice_is_reminded_of_at_half_the_time_and_one_that_has_begun_not_at_all()
    {
        var late = Convened with { Panel = Convened.Panel.ConvertAll(m => m with { InvitedAt = Clocks.At(2026, 11, 13, 13, 30) }) };
        Assert.Equal(Clocks.At(2026, 11, 16, 8), Invitations(late, Clocks.At(2026, 11, 13, 13, 30)).Distinct().Single()); // Sunday at 1:30
        Assert.Empty(Invitations(Convened, Start - SittingVerbs.OpeningLead));
        Assert.Empty(Look(Convened, Start.AddDays(2)).Effects);
        Assert.Empty(Look(Convened with { State = SittingState.Cancelled }, Start.AddDays(-10)).Effects);
    }

    [Fact]
    public void A_substitute_has_a_reminder_of_their_own()
    {
        var reminded = Look(Convened, Clocks.At(2026, 10, 26, 10)).State!;
        var replaced = SittingVerbs.Replace(reminded, "rose", Sample.Seat("remi", "employeeRepresentative", Domain.Panels.College.Employee, external: true), Convened.Appointments, Sample.Rncp, "k", Clocks.At(2026, 10, 27, 9)).State!;
        Assert.Equal(Clocks.At(2026, 10, 30, 9), SittingReminders.Plan(replaced, Terms, _ => Clocks.Paris, Clocks.At(2026, 10, 27, 9)).Single(p => p is { Kind: ReminderKind.Invitation, Escalation: false }).At);
    }

    [Fact]
    public void Nobody_is_reminded_of_a_time_in_question_and_everybody_once_it_is_settled()
    {
        var moved = Convened with { Displaced = [new Displacement(null, new EventTime(Start.AddDays(1), End.AddDays(1)), Clocks.At(2026, 10, 25, 10))], LooksAt = Clocks.At(2026, 10, 26, 10) };
        Assert.Empty(Look(moved, Clocks.At(2026, 10, 26, 10)).Effects);
        Assert.False(SittingReminders.IsAwaited(moved, Terms, ReminderKind.Invitation, "rose", Clocks.At(2026, 10, 26, 10)));
        Assert.Contains(new RemindPerson("sitting", ReminderKind.Invitation, "rose"), Look(moved with { Displaced = [] }, Clocks.At(2026, 10, 27, 10)).Effects);

        var theirs = Convened with { Displaced = [new Displacement("camille", null, Clocks.At(2026, 10, 25, 10))] };
        Assert.Empty(Exams(theirs));
        Assert.NotEmpty(Invitations(theirs, Clocks.At(2026, 10, 26, 10)));
    }

    [Fact]
    public void Who_was_taken_off_the_invitation_is_not_asked_to_answer_it_and_a_namesake_is()
    {
        var altered = Convened with { Altered = [new Alteration(null, EventEdits.None with { Removed = [new EventGuest("ROSE@example.org", "paul")] }, Clocks.At(2026, 10, 25, 10))] };
        var reminded = Look(altered, Clocks.At(2026, 10, 26, 10)).Effects.OfType<RemindPerson>().Select(effect => effect.Person).ToList();
        Assert.DoesNotContain("rose", reminded);
        Assert.Contains("paul", reminded);
    }

    [Fact]
    public void A_candidate_is_reminded_two_weeks_before_unless_they_were_convened_just_then()
    {
        Assert.Equal([Clocks.At(2026, 11, 2, 14)], Exams(Convened));
        Assert.Empty(Exams(Convened with { Exams = Convened.Exams.ConvertAll(e => e with { ConvenedAt = Clocks.At(2026, 10, 31, 10) }) }));
        Assert.Empty(Exams(Convened with { Exams = Convened.Exams.ConvertAll(e => e with { State = ExamState.NotHeld }) }));

        // Three days late, they are reminded all the same, once.
        var late = Look(Convened, Clocks.At(2026, 11, 5, 9));
        Assert.Contains(new RemindPerson("sitting", ReminderKind.Exam, "camille"), late.Effects);
        Assert.Empty(Exams(late.State!));

        // Another date is another thing to be reminded of.
        Assert.Equal([Clocks.At(2026, 11, 30, 14)], Exams(late.State! with { Start = Start.AddDays(28), Exams = late.State!.Exams.ConvertAll(e => e with { Start = Start.AddDays(28) }) }));
    }

    [Fact]
    public void Missing_sheets_are_asked_for_at_seven_in_the_evening_or_an_hour_after_the_end_and_the_coordinator_is_told_in_the_morning()
    {
        var open = Convened.Opened();
        Assert.All(Sheets(open), at => Assert.Equal(Clocks.At(2026, 11, 16, 19), at));
        Assert.All(Sheets(open with { End = Clocks.At(2026, 11, 16, 18, 30) }), at => Assert.Equal(Clocks.At(2026, 11, 16, 19, 30), at));
        Assert.All(Sheets(open with { End = Clocks.At(2026, 11, 16, 19, 30) }), at => Assert.Equal(Clocks.At(2026, 11, 17, 8), at));

        var submitted = ScoreSheets.SheetVerbs.Submit(open, "toni", "camille", Sample.Good(open, "camille"), Sample.Rncp, End).State!;
        var reminded = Look(submitted, Clocks.At(2026, 11, 16, 19));
        Assert.Equal(["paul", "rose", "dora", "mona"], reminded.Effects.OfType<RemindPerson>().Select(e => e.Person));
        Assert.Equal(Clocks.At(2026, 11, 17, 9), reminded.State!.LooksAt);
        Assert.Single(Look(reminded.State!, Clocks.At(2026, 11, 17, 9)).Effects.OfType<EscalateReminders>());
        Assert.Empty(Sheets(open.Graded("camille")));
    }

    [Fact]
    public void Minutes_are_asked_for_three_days_after_the_last_decision_and_a_final_jurys_titles_before_the_three_months_are_over()
    {
        var closed = Closed() with { PublishedAt = Clocks.At(2026, 11, 20, 12) };
        var plan = SittingReminders.Plan(closed with { Acknowledgements = [new("paul", End.AddHours(1))] }, Terms, _ => Clocks.Paris, End);
        Assert.Equal(["rose", "dora", "toni", "mona"], plan.Where(p => p.Kind == ReminderKind.Minutes).Select(p => p.Person));
        Assert.All(plan.Where(p => p.Kind == ReminderKind.Minutes), p => Assert.Equal(Clocks.At(2026, 11, 19, 16), p.At));
        Assert.Equal(Clocks.At(2027, 1, 21, 12), plan.Single(p => p.Kind == ReminderKind.Transmission).At);
        Assert.Equal(Clocks.At(2027, 2, 13, 12), plan.Single(p => p.Kind == ReminderKind.LastTransmission).At);
        Assert.DoesNotContain(SittingReminders.Plan(closed with { Kind = JuryKind.Intermediate }, Terms, _ => Clocks.Paris, End), p => p.Person.Length == 0);

        // Missed ones are one.
        var late = Look(closed, Clocks.At(2027, 2, 15, 9));
        Assert.Single(late.Effects.OfType<RemindTransmission>());
        Assert.DoesNotContain(SittingReminders.Plan(late.State!, Terms, _ => Clocks.Paris, Clocks.At(2027, 2, 15, 9)), p => p.Person.Length == 0);

        // What is decided anew is acknowledged anew.
        var anew = closed with { Acknowledgements = [new("paul", End.AddHours(1))], Exams = closed.Exams.ConvertAll(e => e with { Deliberation = e.Deliberation! with { DecidedAt = End.AddHours(2) } }) };
        Assert.Equal(5, SittingReminders.Plan(anew, Terms, _ => Clocks.Paris, End).Count(p => p.Kind == ReminderKind.Minutes));
    }

    [Fact]
    public void What_is_set_to_nothing_is_not_sent()
    {
        var none = Terms with { InvitationDays = 0, CandidateDays = 0, MinutesDays = 0, TransmissionDays = 0, TransmissionLastDays = 0, SheetsEscalationHours = 0, EscalationHours = 0 };
        Assert.Empty(SittingReminders.Plan(Convened, none, _ => Clocks.Paris, Clocks.At(2026, 10, 24)));
        Assert.Empty(SittingReminders.Plan(Closed() with { PublishedAt = End }, none, _ => Clocks.Paris, End));
        Assert.Null(SittingReminders.Look(Convened.Opened(), none, _ => Clocks.Paris, Clocks.At(2026, 11, 17, 9)).State!.LooksAt);
    }

    private static Decision<Sitting> Look(Sitting sitting, DateTimeOffset now) => SittingReminders.Look(sitting, Terms, _ => Clocks.Paris, now);

    private static IEnumerable<DateTimeOffset> Invitations(Sitting sitting, DateTimeOffset now) => Moments(sitting, ReminderKind.Invitation, now);

    private static IEnumerable<DateTimeOffset> Exams(Sitting sitting) => Moments(sitting, ReminderKind.Exam, Clocks.At(2026, 10, 24));

    private static IEnumerable<DateTimeOffset> Sheets(Sitting sitting) => Moments(sitting, ReminderKind.Sheets, End);

    private static IEnumerable<DateTimeOffset> Moments(Sitting sitting, ReminderKind kind, DateTimeOffset now) =>
        SittingReminders.Plan(sitting, Terms, _ => Clocks.Paris, now).Where(p => p.Kind == kind && !p.Escalation).Select(p => p.At);

    private static Sitting Closed() => Convened.Opened() with
    {
        State = SittingState.Closed,
        Exams = Convened.Exams.ConvertAll(e => e with { State = ExamState.Decided, Deliberation = new Deliberation { OpenedAt = End, OpenedBy = "paul", DecidedAt = End } }),
    };

    /// <summary>On random moments.</summary>
    public sealed class Properties
    {
        /// <summary>Whoever looks, however often and however late.</summary>
        [Fact]
        public void Whenever_it_is_looked_at_everybody_is_reminded_and_told_of_once_in_their_own_day_and_in_time() => Gen.Select(
            Gen.Int[0, 40 * 96].List[1, 30], Gen.OneOf(Clocks.Names).Array[5], Gen.Bool).Sample(
            (quarters, zones, follow) =>
            {
                LocalZone ZoneOf(string person) => Convened.Panel.FindIndex(m => m.Person == person) is >= 0 and var seat ? Clocks.Of(zones[seat]) : Clocks.Paris;
                var (sitting, sent, now) = (Convened, new List<(Effect Effect, DateTimeOffset At)>(), Clocks.At(2026, 10, 23, 10));
                // It is first looked at when it is convened.
                foreach (var at in quarters.Prepend(0).Order().Select(quarter => now + TimeSpan.FromMinutes(15 * quarter)).ToList())
                {
                    // Either at the moments asked for too, or only at any.
                    for (now = follow && sitting.LooksAt < at ? sitting.LooksAt.Value : at; ; now = follow && sitting.LooksAt < at && sitting.LooksAt > now ? sitting.LooksAt.Value : at)
                    {
                        var looked = SittingReminders.Look(sitting, Terms, ZoneOf, now);
                        Assert.True(looked.State!.LooksAt is null || looked.State.LooksAt > now);
                        sitting = looked.State;
                        sent.AddRange(looked.Effects.Where(e => e.NotBefore is null).Select(e => (e, now)));
                        if (now == at)
                        {
                            break;
                        }
                    }
                }

                Assert.Equal(sent.Count, sent.DistinctBy(s => s.Effect is EscalateReminders ? (object)s : s.Effect).Count());
                Assert.All(sent, s =>
                {
                    Assert.True(s.At < Start);
                    Assert.False(Terms.Quiet.IsQuiet(ZoneOf(s.Effect is RemindPerson to ? to.Person : Convened.Coordinator).ToLocal(s.At)));
                });
                Assert.All(sitting.Reminders.Where(r => r.EscalatedAt is not null), r => Assert.True(r.EscalatedAt > r.At));
                if (follow && sitting.Reminders.Count > 0 && now > Clocks.At(2026, 10, 28))
                {
                    Assert.Equal(5, sitting.Reminders.Count(r => r.Kind == ReminderKind.Invitation));
                }
            },
            iter: 300);
    }
}

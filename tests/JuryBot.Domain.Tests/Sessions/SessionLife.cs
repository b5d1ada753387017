using JuryBot.Domain.Certifications;
using JuryBot.Domain.Panels;
using JuryBot.Domain.People;
using JuryBot.Domain.Sessions;

namespace JuryBot.Domain.Tests.Sessions;

/// <summary>A session from its appointments to its last sitting.</summary>
public sealed class SessionLife
{
    private static readonly Certification Rncp = Certification.Rncp31168;
    private static readonly DateTimeOffset At = new(2019, 5, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Appointment Paul = new("paul", "Paul", "director", At);
    private static readonly PlanReference Plan = new("plan", "hash", 2, 8, 8);

    private static readonly Session Draft = new()
    {
        Id = "session", Certification = Rncp.Id, SynthesisBlock = "3", Promotion = "2019", Kind = JuryKind.Final,
        Window = new(new(2019, 6, 3), new(2019, 6, 7), new(9, 0), new(18, 0)), Candidates = ["camille"], Rooms = ["room@example.org"],
        ExamMinutes = 30, CandidatesPerSitting = 4, Coordinator = "coordinator", CreatedAt = default,
    };

    private static readonly Session Convening = Draft with { State = SessionState.Convening, Plan = Plan };

    [Fact]
    public void Appointments_add_up_and_one_of_somebody_appointed_already_changes_nothing()
    {
        var appointed = SessionVerbs.Appoint(Draft, [Paul]);
        Assert.Equal([Paul], appointed.State!.Presidents);
        Assert.Equal([new IndexSession("session")], appointed.Effects);
        Assert.Equal([Paul, Paul with { Person = "pia" }], SessionVerbs.Appoint(appointed.State, [Paul with { By = "another" }, Paul with { Person = "pia" }]).State!.Presidents);
        var again = SessionVerbs.Appoint(appointed.State, [Paul]);
        Assert.Same(appointed.State, again.State);
        Assert.Empty(again.Effects);
    }

    [Fact]
    public void A_plan_is_asked_for_once_somebody_may_preside_and_until_a_sitting_is_convened()
    {
        var asked = SessionVerbs.RequestPlan(Draft with { Presidents = [Paul], PlanProblem = new Refusal("NoPlan"), PlanForgottenAt = At }, Rncp, "r1");
        Assert.Equal((SessionState.Planning, null, null), (asked.State!.State, asked.State.PlanProblem, asked.State.PlanForgottenAt));
        Assert.Equal([new PlanSession("session", "r1"), new IndexSession("session")], asked.Effects);

        Assert.Equal(new Refusal("NoPresidentAppointed"), SessionVerbs.RequestPlan(Draft, Rncp, "r1").Refusal);
        Assert.Null(SessionVerbs.RequestPlan(Draft with { Kind = JuryKind.Intermediate, Block = "1" }, Rncp, "r1").Refusal);
        Session[] convened = [Convening, Convening with { State = SessionState.Convened }, Convening with { State = SessionState.Planned, Cursor = 1 }];
        Assert.All(convened, session => Assert.Equal(new Refusal("AlreadyConvened"), SessionVerbs.RequestPlan(session with { Presidents = [Paul] }, Rncp, "r1").Refusal));
    }

    [Fact]
    public void The_plan_that_was_asked_for_is_kept_or_why_there_is_none_and_one_that_comes_too_late_is_not()
    {
        var planning = Draft with { State = SessionState.Planning };
        var planned = SessionVerbs.RecordPlan(planning, Plan, null);
        Assert.Equal((SessionState.Planned, Plan, null), (planned.State!.State, planned.State.Plan, planned.State.PlanProblem));
        Assert.Equal([new IndexSession("session")], planned.Effects);
        var none = SessionVerbs.RecordPlan(planning, null, new Refusal("NoFreeTime")).State!;
        Assert.Equal((SessionState.Draft, null, new Refusal("NoFreeTime")), (none.State, none.Plan, none.PlanProblem));
        Assert.Same(Convening, SessionVerbs.RecordPlan(Convening, Plan, null).State);
    }

    [Fact]
    public void Only_a_plan_is_convened_and_it_goes_on_where_it_stopped()
    {
        var planned = Draft with { State = SessionState.Planned, Plan = Plan };
        var convening = SessionVerbs.Convene(planned with { PlanProblem = new Refusal("RoomTaken"), Cursor = 1 }, Plan.Sha256);
        Assert.Equal((SessionState.Convening, null), (convening.State!.State, convening.State.PlanProblem));
        Assert.Equal([new ConveneNext("session", 1), new IndexSession("session")], convening.Effects);
        Assert.Equal(new Refusal("NoPlan"), SessionVerbs.Convene(Draft, Plan.Sha256).Refusal);
        Assert.Equal(new Refusal("NoPlan"), SessionVerbs.Convene(planned with { Plan = null }, Plan.Sha256).Refusal);
        Assert.Equal(new Refusal("NoPlan"), SessionVerbs.Convene(planned with { State = SessionState.Planning }, Plan.Sha256).Refusal);
        Assert.Equal(new Refusal("PlanChanged"), SessionVerbs.Convene(planned, "another").Refusal);
        Assert.All(new[] { SessionState.Convening, SessionState.Convened }, state => Assert.Equal(new Refusal("AlreadyConvened"), SessionVerbs.Convene(planned with { State = state }, Plan.Sha256).Refusal));
    }

    [Fact]
    public void Sittings_are_convened_one_after_the_other_and_the_last_one_ends_it()
    {
        var first = SessionVerbs.Convened(Convening, 0);
        Assert.Equal((SessionState.Convening, 1), (first.State!.State, first.State.Cursor));
        Assert.Equal([new ConveneNext("session", 1), new IndexSession("session")], first.Effects);
        var last = SessionVerbs.Convened(first.State, 1);
        Assert.Equal((SessionState.Convened, 2), (last.State!.State, last.State.Cursor));
        Assert.Equal([new IndexSession("session")], last.Effects);
        Assert.Equal([0, 1], last.State.Convened());

        Assert.Same(first.State, SessionVerbs.Convened(first.State, 0).State);
        Assert.Same(last.State, SessionVerbs.Convened(last.State, 2).State);
    }

    [Fact]
    public void Convening_stops_at_what_cannot_be_convened_and_says_why()
    {
        var stopped = SessionVerbs.StopConvening(Convening with { Cursor = 1 }, 1, new Refusal("RoomTaken"));
        Assert.Equal((SessionState.Planned, 1, new Refusal("RoomTaken")), (stopped.State!.State, stopped.State.Cursor, stopped.State.PlanProblem));
        Assert.Equal([new IndexSession("session")], stopped.Effects);
        Assert.Same(Convening, SessionVerbs.StopConvening(Convening, 1, new Refusal("RoomTaken")).State);
        Assert.Same(stopped.State, SessionVerbs.StopConvening(stopped.State, 1, new Refusal("RoomTaken")).State);
    }

    [Fact]
    public void What_is_known_of_a_sitting_is_replaced_and_sittings_stay_in_order()
    {
        var (one, two) = (Summary(1, "zoe"), Summary(0, "camille"));
        var both = SessionVerbs.Project(SessionVerbs.Project(Convening, one).State!, two).State!;
        Assert.Equal([two, one], both.Sittings);
        Assert.Same(both, SessionVerbs.Project(both, Summary(1, "zoe")).State);

        Assert.Equal(["zoe", "yann"], SessionVerbs.Project(both, Summary(1, "zoe", "yann")).State!.Sittings[1].Candidates!);
        Assert.Equal(3, SessionVerbs.Project(both, one with { Decided = 3 }).State!.Sittings[1].Decided);
        Assert.Equal(2, SessionVerbs.Project(both, one with { Decided = 3 }).State!.Sittings.Count);
        Assert.Equal(["zoe"], SessionVerbs.Project(Convening with { Sittings = [one with { Candidates = null }] }, one).State!.Sittings[0].Candidates!);
    }

    [Fact]
    public void Sittings_and_plans_are_named_after_their_session()
    {
        Assert.Equal("session-007", Draft.SittingId(7));
        Assert.Equal("plans/session/", Draft.PlanDocuments);
    }

    [Fact]
    public void A_juror_sits_on_a_role_they_have_all_of()
    {
        var session = Draft with { Presidents = [Paul] };
        var (president, trainer) = (Rncp.Final.FindRole("president")!, Rncp.Final.FindRole("trainer")!);
        var profile = new JurorProfile([president.Capacity, trainer.Capacity], president.College, true, null);
        Assert.True(session.MaySeat(Juror("paul", profile), president));
        Assert.False(session.MaySeat(Juror("pia", profile), president));
        Assert.False(session.MaySeat(Juror("paul", profile with { External = false }), president));
        Assert.False(session.MaySeat(Juror("paul", profile with { College = College.Employee }), president));
        Assert.False(session.MaySeat(Juror("paul", profile with { Capacities = [trainer.Capacity] }), president));
        Assert.False(session.MaySeat(Juror("paul", null), president));
        Assert.True(session.MaySeat(Juror("toni", profile with { External = false, College = null }), trainer));
        Assert.True(session.MaySeat(Juror("toni", profile), trainer));
    }

    private static Person Juror(string id, JurorProfile? profile) => new() { Id = id, Name = id, Mail = $"{id}@example.org", Language = "fr", Juror = profile };

    private static SittingSummary Summary(int index, params string[] candidates) => new()
    {
        Id = $"session-{index:D3}", Index = index, Start = At, End = At, RoomName = "Salle", State = "Convened", Exams = candidates.Length, Accepted = 0, Declined = 0, Pending = 5,
        SheetsSubmitted = 0, SheetsExpected = 5, Decided = 0, Published = false, Candidates = [.. candidates],
    };
}

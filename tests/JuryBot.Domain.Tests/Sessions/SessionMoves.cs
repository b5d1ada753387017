using JuryBot.Domain.Certifications;
using JuryBot.Domain.Planning;
using JuryBot.Domain.Sessions;

namespace JuryBot.Domain.Tests.Sessions;

/// <summary>A plan changed by hand: which one, until when, and where a sitting may lie.</summary>
public sealed class SessionMoves
{
    private static readonly PlanReference Read = new("plan", "read", 2, 8, 8), Other = new("other", "other", 2, 8, 8);

    private static readonly Session Planned = new()
    {
        Id = "session", Certification = Certification.Rncp31168.Id, SynthesisBlock = "3", Promotion = "2019", Kind = JuryKind.Intermediate, Block = "1",
        Window = new(new(2019, 6, 3), new(2019, 6, 10), new(9, 0), new(18, 0)), Candidates = ["camille"], Rooms = ["room@example.org"],
        ExamMinutes = 30, CandidatesPerSitting = 4, Coordinator = "coordinator", CreatedAt = default, State = SessionState.Planned, Plan = Read,
    };

    [Fact]
    public void The_plan_that_was_read_gives_way_and_no_other()
    {
        var changed = SessionVerbs.ChangePlan(Planned with { PlanProblem = new Refusal("NothingAround") }, "read", Other);
        Assert.Equal((Other, null), (changed.State!.Plan, changed.State.PlanProblem));
        Assert.Equal([new IndexSession("session")], changed.Effects);
        Assert.Equal(new Refusal("PlanChanged"), SessionVerbs.ChangePlan(Planned, "another", Other).Refusal);
        Assert.Equal(new Refusal("NothingToUndo"), SessionVerbs.ChangePlan(Planned, "read", null).Refusal);
    }

    [Fact]
    public void A_plan_is_changed_by_hand_only_while_nothing_of_it_is_convened()
    {
        Assert.All(new[] { SessionState.Draft, SessionState.Planning }, state => Assert.Equal(new Refusal("NoPlan"), SessionVerbs.ChangePlan(Planned with { State = state }, "read", Other).Refusal));
        Assert.All(
            new[] { Planned with { State = SessionState.Convening }, Planned with { State = SessionState.Convened }, Planned with { Cursor = 1 } },
            session => Assert.Equal(new Refusal("AlreadyConvened"), SessionVerbs.ChangePlan(session, "read", Other).Refusal));
    }

    [Theory]
    [InlineData("2019-06-04T09:00", 90, null)]
    [InlineData("2019-06-04T11:00", 90, null)]
    [InlineData("2019-06-04T13:30", 270, null)]
    [InlineData("2019-06-04T11:15", 90, "OverLunch")]
    [InlineData("2019-06-04T12:30", 30, "OverLunch")]
    [InlineData("2019-06-04T08:45", 90, "OutsideWindow")]
    [InlineData("2019-06-04T16:45", 90, "OutsideWindow")]
    [InlineData("2019-06-04T17:30", 420, "OutsideWindow")]
    [InlineData("2019-06-08T10:00", 90, "OutsideWindow")]
    [InlineData("2019-06-11T10:00", 90, "OutsideWindow")]
    [InlineData("2019-06-04T09:10", 90, "OffGrid")]
    [InlineData("2019-06-03T09:00", 90, "MovedToPast")]
    public void A_sitting_lies_on_the_grid_of_one_half_day_of_the_window_and_not_in_the_past(string start, int minutes, string? rule)
    {
        var from = DateTime.Parse(start, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(rule, SessionVerbs.WhyNotThere(Planned, new LocalRange(from, from.AddMinutes(minutes)), "room@example.org", new(2019, 6, 3, 10, 0, 0))?.Rule);
    }

    [Fact]
    public void Outside_a_window_of_one_day_is_said_of_that_day() =>
        Assert.Equal(new Refusal("OutsideDay", Planned.Window.From, Planned.Window.DayFrom, Planned.Window.DayTo), SessionVerbs.OutsideWindow(Planned with { Window = Planned.Window with { To = Planned.Window.From } }));

    [Fact]
    public void A_sitting_lies_in_a_room_of_the_session() =>
        Assert.Equal(new Refusal("RoomNotOfSession"), SessionVerbs.WhyNotThere(Planned, new LocalRange(new(2019, 6, 4, 9, 0, 0), new(2019, 6, 4, 10, 0, 0)), "cellar@example.org", DateTime.MinValue));

    [Fact]
    public void What_was_put_by_hand_stays_in_the_next_proposal_until_it_is_applied_or_taken_back()
    {
        var (convened, move) = (Planned with { State = SessionState.Convened, Cursor = 2 }, new SittingMove("session-001", new(2019, 6, 5, 9, 0, 0, TimeSpan.Zero), "room@example.org"));
        var moved = SessionVerbs.Revise(convened, [], null, Certification.Rncp31168, "r1", [move]).State!;
        Assert.Equal([move], moved.Revision!.Moves);
        Assert.Equal([move], SessionVerbs.Revise(moved, ["late"], null, Certification.Rncp31168, "r2").State!.Revision!.Moves);
        Assert.Equal(new Refusal("PlanChanged"), SessionVerbs.Revise(moved, [], null, Certification.Rncp31168, "r3", []).Refusal);
        Assert.Equal(new Refusal("PlanChanged"), SessionVerbs.Revise(convened, [], null, Certification.Rncp31168, "r3", [move], "r1").Refusal);
        Assert.Empty(SessionVerbs.Revise(moved, [], null, Certification.Rncp31168, "r3", [], "r1").State!.Revision!.Moves);
        Assert.Empty(SessionVerbs.Revise(moved with { Revision = moved.Revision with { State = RevisionState.Applied } }, [], null, Certification.Rncp31168, "r4").State!.Revision!.Moves);
    }
}

using JuryBot.Domain.Certifications;
using JuryBot.Domain.Sessions;

namespace JuryBot.Domain.Tests.Sessions;

public sealed class RevisingSessions
{
    private static readonly Session Convened = new()
    {
        Id = "session", Certification = Certification.Rncp31168.Id, SynthesisBlock = "3", Promotion = "2019", Kind = JuryKind.Intermediate, Block = "1",
        Window = new(new(2019, 6, 3), new(2019, 6, 7), new(9, 0), new(18, 0)), Candidates = ["camille"], Rooms = ["room@example.org"],
        ExamMinutes = 30, CandidatesPerSitting = 4, Coordinator = "coordinator", CreatedAt = default,
        State = SessionState.Convened, Plan = new("plan", "", 3, 1, 1), Cursor = 3,
    };

    [Fact]
    public void Late_candidates_join_once_and_a_plan_that_is_not_convened_is_made_again_instead()
    {
        var revised = SessionVerbs.Revise(Convened, ["zoe", "camille"], null, Certification.Rncp31168, "r1");
        Assert.Equal(["camille", "zoe"], revised.State!.Candidates);
        Assert.Contains(new ReviseSession("session", "r1"), revised.Effects);
        Assert.Equal("NothingConvened", SessionVerbs.Revise(Convened with { State = SessionState.Planned, Cursor = 0 }, [], null, Certification.Rncp31168, "r1").Refusal!.Rule);
        Assert.Equal("NothingConvened", SessionVerbs.Revise(Convened with { State = SessionState.Convening }, [], null, Certification.Rncp31168, "r1").Refusal!.Rule);
        Assert.Null(SessionVerbs.Revise(Convened with { State = SessionState.Planned, Cursor = 1 }, [], null, Certification.Rncp31168, "r1").Refusal);

        var asked = Convened with { State = SessionState.Draft, Plan = null, Cursor = 0 };
        Assert.Null(SessionVerbs.Create(revised.State, asked, Certification.Rncp31168).Refusal);
    }

    [Fact]
    public void A_proposal_that_another_request_replaced_is_not_kept_nor_applied()
    {
        var working = SessionVerbs.Revise(SessionVerbs.Revise(Convened, [], null, Certification.Rncp31168, "r1").State!, [], null, Certification.Rncp31168, "r2").State!;
        Assert.Same(working, SessionVerbs.Propose(working, "r1", "document", "", 2, null).State);
        var proposed = SessionVerbs.Propose(working, "r2", "document", "", 2, null).State!;
        Assert.Equal("NoProposal", SessionVerbs.Apply(proposed, "r1", 0).Refusal!.Rule);
        Assert.Equal("NoProposal", SessionVerbs.Apply(working, "r2", 0).Refusal!.Rule);
        Assert.Equal("NoProposal", SessionVerbs.Apply(SessionVerbs.Propose(working, "r2", "document", "", 0, null).State!, "r2", 0).Refusal!.Rule);
        Assert.Null(SessionVerbs.Discard(proposed, "r2").State!.Revision);
        Assert.Same(proposed, SessionVerbs.Discard(proposed, "r1").State);
    }

    [Fact]
    public void Steps_are_carried_out_one_after_the_other_and_a_refused_one_does_not_stop_the_rest()
    {
        var proposed = SessionVerbs.Propose(SessionVerbs.Revise(Convened, [], null, Certification.Rncp31168, "r1").State!, "r1", "document", "", 3, null).State!;
        var applying = SessionVerbs.Apply(proposed, "r1", added: 2);
        Assert.Contains(new ApplyNext("session", "r1", 0), applying.Effects);
        Assert.Equal([0, 1, 2, 3, 4], applying.State!.Convened());
        Assert.Equal("RevisionApplying", SessionVerbs.Revise(applying.State, [], null, Certification.Rncp31168, "r2").Refusal!.Rule);
        Assert.Equal("RevisionApplying", SessionVerbs.Discard(applying.State, "r1").Refusal!.Rule);
        Assert.Same(applying.State, SessionVerbs.Apply(applying.State, "r1", 2).State);
        Assert.Same(applying.State, SessionVerbs.Applied(applying.State, "r1", 1, null).State);

        var first = SessionVerbs.Applied(applying.State, "r1", 0, null);
        Assert.Equal([new ApplyNext("session", "r1", 1)], first.Effects);
        var refused = SessionVerbs.Applied(first.State!, "r1", 1, new Refusal("SittingChangedSince"));
        Assert.Equal([new ApplyNext("session", "r1", 2)], refused.Effects);
        var done = SessionVerbs.Applied(refused.State!, "r1", 2, null);
        Assert.Empty(done.Effects);
        Assert.Equal(RevisionState.Applied, done.State!.Revision!.State);
        Assert.Equal([new RefusedStep(1, new Refusal("SittingChangedSince"))], done.State.Revision.Refused);
        Assert.Same(done.State, SessionVerbs.Apply(done.State, "r1", 2).State);
    }
}

using System.Collections.Immutable;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Sessions;

namespace JuryBot.Domain.Tests.Sessions;

/// <summary>Groups of a session's candidates (certification §2 block 4, §5).</summary>
public sealed class Grouping
{
    private static readonly Session Wanted = new()
    {
        Id = "session", Certification = Certification.Rncp31168.Id, SynthesisBlock = "3", Promotion = "2019", Kind = JuryKind.Intermediate, Block = "4",
        Window = new(new(2019, 6, 3), new(2019, 6, 7), new(9, 0), new(18, 0)), Candidates = ["camille", "sam", "alex", "zoe"], Rooms = ["room@example.org"],
        ExamMinutes = 30, CandidatesPerSitting = 4, Coordinator = "coordinator", CreatedAt = default, Groups = [Of("Nord", "camille", "sam"), Of("Sud", "alex", "zoe")],
    };

    [Fact]
    public void Groups_are_made_with_the_session_and_the_same_request_again_changes_nothing()
    {
        var made = SessionVerbs.Create(null, Wanted, Certification.Rncp31168).State!;
        Assert.Equal(("Nord", "Sud"), (made.GroupOf("sam")!.Name, made.GroupOf("zoe")!.Name));
        Assert.Same(made, SessionVerbs.Create(made, Wanted with { Groups = [Of("Nord", "camille", "sam"), Of("Sud", "alex", "zoe")] }, Certification.Rncp31168).State);
        Assert.Equal("SessionExists", SessionVerbs.Create(made, Wanted with { Groups = [Of("Nord", "camille", "sam")] }, Certification.Rncp31168).Refusal!.Rule);
        Assert.Null(SessionVerbs.Create(null, Wanted with { Groups = [] }, Certification.Rncp31168).State!.GroupOf("sam"));
    }

    [Theory]
    [InlineData("GroupNameInvalid", " ", "camille", "sam")]
    [InlineData("GroupNameInvalid", "Nord\nEst", "camille", "sam")]
    [InlineData("GroupNamedTwice", "SUD", "camille", "sam")]
    [InlineData("GroupOfOne", "Nord", "camille")]
    [InlineData("GroupOfOne", "Nord")]
    [InlineData("GroupCandidateUnknown", "Nord", "camille", "stranger")]
    [InlineData("CandidateInTwoGroups", "Nord", "camille", "zoe")]
    public void A_wrong_group_is_refused_by_its_rule(string rule, string name, params string[] candidates) =>
        Assert.Equal(rule, SessionVerbs.Create(null, Wanted with { Groups = [Of(name, [.. candidates]), Of("Sud", "alex", "zoe")] }, Certification.Rncp31168).Refusal!.Rule);

    [Fact]
    public void A_group_fits_into_a_sitting_and_a_half_day_with_the_time_of_each_member()
    {
        var all = Wanted with { Groups = [Of("Tous", "camille", "sam", "alex", "zoe")] };
        Assert.Equal(("GroupTooLarge", 4, 3), Refused(all with { CandidatesPerSitting = 3 }));
        Assert.Equal(("GroupLongerThanHalfDay", 280, 270), Refused(all with { ExamMinutes = 70 }));
        Assert.Null(SessionVerbs.Create(null, all with { ExamMinutes = 60 }, Certification.Rncp31168).Refusal);

        static (string, int, int) Refused(Session session) =>
            SessionVerbs.Create(null, session, Certification.Rncp31168).Refusal is { } refusal ? (refusal.Rule, (int)refusal.Arguments[1]!, (int)refusal.Arguments[2]!) : default;
    }

    [Fact]
    public void Group_work_is_for_an_intermediate_jury_of_the_block_whose_modality_it_is()
    {
        foreach (var elsewhere in Certification.Rncp31168.Blocks.Where(b => b.Id != "4").Select(b => Wanted with { Block = b.Id }).Append(Wanted with { Kind = JuryKind.Final, Block = null }))
        {
            var refusal = SessionVerbs.Create(null, elsewhere, Certification.Rncp31168).Refusal!;
            Assert.Equal(("GroupWorkNotAllowed", "4"), (refusal.Rule, refusal.Arguments[0]));
            Assert.Null(SessionVerbs.Create(null, elsewhere with { Groups = [] }, Certification.Rncp31168).Refusal);
        }
    }

    [Fact]
    public void A_revision_brings_other_groups_or_leaves_them_as_they_are()
    {
        var convened = Wanted with { State = SessionState.Convened, Plan = new("plan", "", 1, 4, 4), Cursor = 1 };
        Assert.Equal(Wanted.Groups, SessionVerbs.Revise(convened, ["late"], null, Certification.Rncp31168, "r1").State!.Groups);
        var joined = SessionVerbs.Revise(convened, ["late"], [Of("Nord", "camille", "sam", "late"), Of("Sud", "alex", "zoe")], Certification.Rncp31168, "r1").State!;
        Assert.Equal(("Nord", 5), (joined.GroupOf("late")!.Name, joined.Candidates.Count));
        Assert.Equal("GroupCandidateUnknown", SessionVerbs.Revise(convened, [], [Of("Nord", "camille", "late")], Certification.Rncp31168, "r1").Refusal!.Rule);
        Assert.Empty(SessionVerbs.Revise(convened, [], [], Certification.Rncp31168, "r1").State!.Groups);
    }

    private static CandidateGroup Of(string name, params ImmutableList<string> candidates) => new(name, candidates);
}

using JuryBot.Domain.Awards;
using JuryBot.Domain.Deliberations;
using static JuryBot.Domain.Tests.Exams.Sample;

namespace JuryBot.Domain.Tests.Exams;

public sealed class Voting
{
    [Theory]
    [InlineData("+++--", null, true, false)]
    [InlineData("++---", null, false, false)]
    [InlineData("++--0", null, false, false)]
    [InlineData("++--0", "m0", true, true)]
    [InlineData("--++0", "m0", false, true)]
    [InlineData("0++--", "m0", false, false)]
    [InlineData("00000", "m0", false, false)]
    [InlineData("-++++", "m0", true, false)]
    public void A_tie_is_settled_by_a_casting_vote_or_not_carried(string ballots, string? castingVote, bool carried, bool cast)
    {
        var cards = ballots.Select((b, i) => (Key: $"m{i}", b)).ToDictionary(p => p.Key, p => p.b switch { '+' => Ballot.For, '-' => Ballot.Against, _ => Ballot.Abstain });
        var (votes, result) = Votes.Count(cards, castingVote);
        Assert.Equal((carried, cast), (result, votes.CastingVote));
        Assert.Equal(ballots.Length, votes.For + votes.Against + votes.Abstained);
    }

    [Theory]
    [InlineData("vae", false, true)]
    [InlineData("initial", false, false)]
    [InlineData("initial", true, true)]
    public void The_chair_has_a_casting_vote_on_VAE_and_elsewhere_as_the_organisation_sets(string route, bool setting, bool carried)
    {
        var sitting = Final("camille").Opened();
        var exam = sitting.Exam("camille")! with { Route = route, Recusals = [new("mona", "Lien.", Noon)] };
        Dictionary<string, Ballot> ballots = new() { ["paul"] = Ballot.For, ["rose"] = Ballot.For, ["dora"] = Ballot.Against, ["toni"] = Ballot.Against };
        Assert.Equal((carried, carried), DeliberationVerbs.Vote(sitting, exam, ballots, Rncp, setting) is var (votes, result, _) ? (result, votes!.CastingVote) : default);
    }

    [Fact]
    public void Everyone_who_judges_votes_and_nobody_else()
    {
        var sitting = Intermediate("camille").Opened();
        var exam = sitting.Exam("camille")!;
        Assert.Equal("BallotsMissing", DeliberationVerbs.Vote(sitting, exam, new Dictionary<string, Ballot> { ["cleo"] = Ballot.For }, Rncp, false).Refusal!.Rule);
        var abstaining = new Dictionary<string, Ballot> { ["cleo"] = Ballot.For, ["prof"] = Ballot.Abstain };
        Assert.Equal(new Refusal("NoAbstention", "prof"), DeliberationVerbs.Vote(sitting, exam, abstaining, Rncp, false, abstentions: false).Refusal);
        Assert.True(DeliberationVerbs.Vote(sitting, exam, abstaining, Rncp, false).Carried);
        var ballots = new Dictionary<string, Ballot> { ["cleo"] = Ballot.For, ["prof"] = Ballot.For, ["stranger"] = Ballot.Against };
        Assert.Equal("BallotsMissing", DeliberationVerbs.Vote(sitting, exam, ballots, Rncp, false).Refusal!.Rule);
    }
}

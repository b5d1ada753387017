using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using static JuryBot.Domain.Tests.Awards.Candidate;

namespace JuryBot.Domain.Tests.Awards;

public sealed class Proposing
{
    [Fact]
    public void An_intermediate_result_is_a_proposal()
    {
        var record = New().Proposed("1", true).Proposed("2", false);
        Assert.Equal("ProposedFavourable ProposedUnfavourable None None None", record.States());
        Assert.Equal(OverallState.NoBlockAcquired, record.Overall(Rncp));
        Assert.Equal((JuryKind.Intermediate, "intermediate", Noon), (record.Results[0].Kind, record.Results[0].Sitting, record.Results[0].At));
        Assert.Equal(record.Results[0], record.ProposalFor("1"));
    }

    [Fact]
    public void A_later_proposal_takes_the_place_of_an_earlier_one_which_stays_in_the_history()
    {
        var record = New().Proposed("1", false, "june").Proposed("1", true, "july");
        Assert.Equal(BlockState.ProposedFavourable, record.StateOf("1"));
        Assert.Equal(2, record.Results.Count);
    }

    [Fact]
    public void A_result_is_entered_once()
    {
        var record = New().Proposed("1", false);
        Assert.Equal(AwardRefusals.AlreadyProposed("1", "intermediate"), record.Propose(Rncp, "1", "intermediate", true, Noon).Refusal);
    }

    [Fact]
    public void Nothing_is_proposed_for_the_synthesis_block()
    {
        Assert.Equal(AwardRefusals.SynthesisBlockNotProposed("3"), New().Propose(Rncp, "3", "intermediate", true, Noon).Refusal);
        Assert.NotNull(New().Propose(Rncp.With(synthesisBlock: "1"), "3", "intermediate", true, Noon).State);
    }

    [Fact]
    public void Nothing_is_proposed_for_an_unknown_an_acquired_or_an_unasked_block()
    {
        Assert.Equal(AwardRefusals.UnknownBlock("6"), New().Propose(Rncp, "6", "intermediate", true, Noon).Refusal);
        Assert.Equal(AwardRefusals.BlockNotAskedFor("1"), New(blocks: ["2"]).Propose(Rncp, "1", "intermediate", true, Noon).Refusal);
        Assert.Equal(AwardRefusals.BlockAlreadyAcquired("1"), New().Decided("1", false).Propose(Rncp, "1", "intermediate", true, Noon).Refusal);
        Assert.Equal(
            AwardRefusals.OtherCertification("RNCP31168@2018", "RNCP31168@2026"),
            New().Propose(Rncp with { Version = "2026" }, "1", "intermediate", true, Noon).Refusal);
    }
}

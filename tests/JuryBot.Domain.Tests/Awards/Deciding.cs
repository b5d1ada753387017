using JuryBot.Domain.Awards;
using static JuryBot.Domain.Tests.Awards.Candidate;

namespace JuryBot.Domain.Tests.Awards;

public sealed class Deciding
{
    [Fact]
    public void Five_blocks_an_appearance_and_a_decision_are_the_title()
    {
        var record = New().Proposed("1", true).Decided("12345", title: true);
        Assert.Equal("Acquired Acquired Acquired Acquired Acquired", record.States());
        Assert.Equal((AwardOutcome.Title, "final", Noon), (record.Award!.Outcome, record.Award.Sitting, record.Award.DecidedAt));
        Assert.Equal(OverallState.Title, record.Overall(Rncp));
    }

    [Fact]
    public void Some_blocks_are_a_partial_award_and_none_is_none()
    {
        Assert.Equal(AwardOutcome.Partial, New().Decided("14", title: false).Award!.Outcome);
        Assert.Equal(OverallState.SomeBlocksAcquired, New().Decided("14", title: false).Overall(Rncp));
        Assert.Equal(AwardOutcome.None, New().Decided("", title: false).Award!.Outcome);
    }

    [Fact]
    public void Five_blocks_alone_are_not_the_title()
    {
        var absent = New().Decide(Rncp, New().Ruling("12345", null, presence: Presence.Excused)).Now();
        Assert.Equal(OverallState.AllBlocksFinalJuryRequired, absent.Overall(Rncp));
        Assert.Null(absent.Award);
        Assert.False(absent.HasAppeared);
        Assert.Equal(
            AwardRefusals.TitleNeedsAppearance(),
            New().Decide(Rncp, New().Ruling("12345", new(true), presence: Presence.Absent)).Refusal);
    }

    [Fact]
    public void An_appearance_at_an_earlier_session_counts()
    {
        var record = New().Decided("1234", title: false).Decided("5", title: true, sitting: "next", presence: Presence.Absent);
        Assert.Equal(OverallState.Title, record.Overall(Rncp));
        Assert.Equal([Presence.Present, Presence.Absent], record.Appearances.Select(appearance => appearance.Presence));
    }

    [Fact]
    public void The_title_needs_every_block() =>
        Assert.Equal(AwardRefusals.TitleNeedsAllBlocks(["3", "5"]), New().Decide(Rncp, New().Ruling("124", new(true))).Refusal);

    [Fact]
    public void Refusing_the_title_to_someone_with_both_needs_a_reason()
    {
        Assert.Equal(AwardRefusals.TitleRefusalNeedsReason(), New().Decide(Rncp, New().Ruling("12345", new(false, " "))).Refusal);
        var refused = New().Decide(Rncp, New().Ruling("12345", new(false, "Projet emprunté."))).Now();
        Assert.Equal(OverallState.TitleRefused, refused.Overall(Rncp));
        Assert.Equal((AwardOutcome.Partial, true, "Projet emprunté."), (refused.Award!.Outcome, refused.Award.TitleRefused, refused.Award.Reason));
        Assert.Equal(OverallState.Title, refused.Decided("", title: true, sitting: "next").Overall(Rncp));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Deciding_otherwise_than_proposed_needs_a_reason(bool proposed, bool decided)
    {
        var record = New().Proposed("1", proposed);
        var ruling = record.Ruling(decided ? "12345" : "2345", new(decided));
        var mute = ruling with { Blocks = [.. ruling.Blocks.Select(block => block with { Reason = " " })] };
        Assert.Equal(AwardRefusals.ReasonRequired("1"), record.Decide(Rncp, mute).Refusal);
        Assert.Equal("Vu.", record.Decide(Rncp, ruling).Now().Results[^5].Reason);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Deciding_as_proposed_or_what_nobody_proposed_needs_none(bool acquired)
    {
        var record = New().Proposed("1", acquired);
        var ruling = record.Ruling(acquired ? "12345" : "", new(acquired));
        Assert.NotNull(record.Decide(Rncp, ruling with { Blocks = [.. ruling.Blocks.Select(block => block with { Reason = null })] }).State);
    }

    [Fact]
    public void An_acquired_block_is_permanent_and_is_not_judged_again()
    {
        var record = New().Decided("12", title: false);
        Assert.Equal(["3", "4", "5"], record.BlocksToDecide(Rncp));
        var again = record.Ruling("345", new(false), "next");
        Assert.Equal(
            AwardRefusals.BlockAlreadyAcquired("1"),
            record.Decide(Rncp, again with { Blocks = [.. again.Blocks, new("1", false, "Non.")] }).Refusal);
        Assert.Equal("Acquired Acquired NotAcquired NotAcquired NotAcquired", record.Decided("", title: false, sitting: "next").States());
    }

    [Theory]
    [InlineData(false, BlockState.Acquired)]
    [InlineData(true, BlockState.Certified)]
    public void An_acquired_block_is_acquired_for_good_whether_its_certificate_was_issued_or_not(bool issued, BlockState state)
    {
        var record = New().Decided("1", title: false);
        record = issued ? record.Publish("final", Noon).Now() : record;
        Assert.Equal(issued ? 1 : 0, record.Certificates.Count);
        Assert.Equal(["2", "3", "4", "5"], record.BlocksToDecide(Rncp));
        var later = record.Decided("", title: false, sitting: "next");
        Assert.Equal($"{state} NotAcquired NotAcquired NotAcquired NotAcquired", later.States());
        Assert.Equal(AwardRefusals.BlockAlreadyAcquired("1"), later.Propose(Rncp, "1", "intermediate", favourable: false, Noon).Refusal);
    }

    [Fact]
    public void Every_block_to_decide_is_decided_exactly_once()
    {
        var record = New();
        var ruling = record.Ruling("12345", new(true));
        Refused(AwardRefusals.BlockUndecided("5"), ruling with { Blocks = [.. ruling.Blocks.SkipLast(1)] });
        Refused(AwardRefusals.BlockDecidedTwice("1"), ruling with { Blocks = [.. ruling.Blocks, ruling.Blocks[0]] });
        Refused(AwardRefusals.UnknownBlock("6"), ruling with { Blocks = [.. ruling.Blocks, new("6", true)] });
        Refused(AwardRefusals.TitleUndecided(), ruling with { Title = null });

        void Refused(Refusal refusal, FinalRuling wrong) => Assert.Equal(refusal, record.Decide(Rncp, wrong).Refusal);
    }

    [Fact]
    public void A_sitting_decides_once_and_a_title_is_awarded_once()
    {
        var record = New().Decided("12345", title: true);
        Assert.Equal(AwardRefusals.SittingAlreadyDecided("final"), record.Decide(Rncp, record.Ruling("", new(true))).Refusal);
        Assert.Equal(AwardRefusals.TitleAlreadyAwarded(), record.Decide(Rncp, record.Ruling("", new(true), "next")).Refusal);
        Assert.Equal("OtherCertification", record.Decide(Rncp with { Version = "2026" }, record.Ruling("", new(true), "next")).Refusal!.Rule);
    }

    [Fact]
    public void Block_access_decides_the_blocks_asked_for_and_no_title()
    {
        var record = New(blocks: ["2", "4"]);
        Assert.Equal(["2", "4"], record.BlocksToDecide(Rncp));
        Assert.Equal(AwardRefusals.NoTitleAsked(), record.Decide(Rncp, record.Ruling("24", new(false))).Refusal);
        var decided = record.Decide(Rncp, record.Ruling("24", null)).Now();
        Assert.Equal("None Acquired None Acquired None", decided.States());
        Assert.Null(decided.Award);
        var other = record.Ruling("24", null);
        Assert.Equal(AwardRefusals.BlockNotAskedFor("1"), record.Decide(Rncp, other with { Blocks = [.. other.Blocks, new("1", true)] }).Refusal);
    }

    [Fact]
    public void Experience_is_decided_without_any_intermediate_jury() =>
        Assert.Equal(OverallState.Title, New("vae").Decided("12345", title: true).Overall(Rncp));
}

using JuryBot.Domain.Awards;
using JuryBot.Domain.Deliberations;
using JuryBot.Domain.Exams;
using JuryBot.Domain.ScoreSheets;
using static JuryBot.Domain.Tests.Exams.Sample;

namespace JuryBot.Domain.Tests.Exams;

/// <summary>What the chair does, when, and what becomes of it.</summary>
public sealed class Leading
{
    private readonly Sitting deliberating = DeliberationVerbs.Open(Intermediate("camille").Opened().Graded("camille"), "cleo", "camille", Rncp, Noon).State!;

    [Fact]
    public void A_deliberation_opens_on_a_candidate_who_was_heard_and_graded()
    {
        Assert.Equal(new Refusal("NotYetOpen"), DeliberationVerbs.Open(Intermediate("camille"), "cleo", "camille", Rncp, Noon).Refusal);
        var open = Intermediate("camille").Opened();
        Assert.Equal(new Refusal("ExamNotHeld", "camille"), DeliberationVerbs.Open(In(open, ExamState.NotHeld), "cleo", "camille", Rncp, Noon).Refusal);
        Assert.Equal(new Refusal("SheetsMissing", "cleo, prof"), DeliberationVerbs.Open(open, "cleo", "camille", Rncp, Noon).Refusal);
        var without = DeliberationVerbs.Waive(DeliberationVerbs.Waive(open, "cleo", "camille", "prof", "Parti.", Rncp, Noon).State!, "cleo", "camille", "cleo", "Perdue.", Rncp, Noon);
        Assert.Equal(new Refusal("NoSheetAtAll", "camille"), DeliberationVerbs.Open(without.State!, "cleo", "camille", Rncp, Noon).Refusal);
    }

    [Fact]
    public void One_of_several_missing_sheets_is_waived_and_once()
    {
        var open = Intermediate("camille").Opened();
        var waived = DeliberationVerbs.Waive(open, "cleo", "camille", "prof", " Parti. ", Rncp, Noon);
        Assert.Equal([new Waiver("prof", "Parti.", "cleo", Noon)], waived.State!.Exam("camille")!.Waivers);
        Assert.Equal([new ProjectSitting("session", "sitting")], waived.Effects);
        Assert.Same(waived.State, DeliberationVerbs.Waive(waived.State, "cleo", "camille", "prof", "Autre.", Rncp, Noon).State);
    }

    [Fact]
    public void Sheets_are_waived_between_the_opening_and_the_deliberation_by_the_chair()
    {
        var open = Intermediate("camille").Opened();
        Assert.Null(DeliberationVerbs.WhyNotWaive(open, "cleo", "camille", Rncp));
        Assert.Equal(new Refusal("OnlyTheChair"), DeliberationVerbs.WhyNotWaive(Intermediate("camille"), "prof", "camille", Rncp));
        Assert.Equal(new Refusal("UnknownExam"), DeliberationVerbs.WhyNotWaive(open, "cleo", "sam", Rncp));
        Assert.Equal(new Refusal("NotYetOpen"), DeliberationVerbs.WhyNotWaive(Intermediate("camille"), "cleo", "camille", Rncp));
        Assert.Equal(new Refusal("ExamNotHeld", "camille"), DeliberationVerbs.WhyNotWaive(In(open, ExamState.NotHeld), "cleo", "camille", Rncp));
        Assert.Equal(new Refusal("SheetsLocked", "camille"), DeliberationVerbs.WhyNotWaive(deliberating, "cleo", "camille", Rncp));
        Assert.Equal(new Refusal("SheetsLocked", "camille"), DeliberationVerbs.WhyNotWaive(In(deliberating, ExamState.Decided), "cleo", "camille", Rncp));
    }

    [Fact]
    public void The_chair_leads_an_open_deliberation_and_follows_an_open_sitting()
    {
        var open = Intermediate("camille").Opened();
        Assert.Null(DeliberationVerbs.WhyNotLead(deliberating, "cleo", "camille", Rncp));
        Assert.Equal(new Refusal("OnlyTheChair"), DeliberationVerbs.WhyNotLead(open, "prof", "camille", Rncp));
        Assert.Equal(new Refusal("DeliberationNotOpen"), DeliberationVerbs.WhyNotLead(open, "cleo", "camille", Rncp));

        Assert.Null(DeliberationVerbs.WhyNotFollow(open, "cleo", Rncp));
        Assert.Equal(new Refusal("OnlyTheChair"), DeliberationVerbs.WhyNotFollow(Intermediate("camille"), "prof", Rncp));
        Assert.Equal(new Refusal("NotYetOpen"), DeliberationVerbs.WhyNotFollow(Intermediate("camille"), "cleo", Rncp));
        Assert.Equal(new Refusal("SittingCancelled"), DeliberationVerbs.WhyNotFollow(open with { State = SittingState.Cancelled }, "cleo", Rncp));
    }

    [Fact]
    public void A_decision_is_taken_in_an_open_deliberation_on_who_came_and_shown_to_the_others()
    {
        var open = Intermediate("camille").Opened();
        Assert.Equal(new Refusal("DeliberationNotOpen"), Decide(open, Presence.Present).Refusal);
        Assert.Equal(new Refusal("DeliberationNotOpen"), DeliberationVerbs.Confirm(open, "cleo", "camille", Noon, Record(), Rncp, Noon).Refusal);
        Assert.Equal(new Refusal("AbsentNotAssessed", "camille"), Decide(deliberating, Presence.Absent).Refusal);
        Assert.Equal(["prof"], Decide(deliberating, Presence.Present).Effects.OfType<RefreshScoreSheet>().Select(effect => effect.Juror));
    }

    [Fact]
    public void A_vote_names_who_has_not_voted_and_who_abstained_where_nobody_may()
    {
        var (exam, nobody) = (deliberating.Exam("camille")!, new Dictionary<string, Ballot>());
        var silent = DeliberationVerbs.Vote(deliberating, exam, nobody, Rncp, castingVote: true);
        Assert.Equal((null, false, new Refusal("BallotsMissing", "cleo, prof")), silent);
        var abstaining = new Dictionary<string, Ballot> { ["cleo"] = Ballot.Abstain, ["prof"] = Ballot.Abstain };
        Assert.Equal((null, false, new Refusal("NoAbstention", "cleo, prof")), DeliberationVerbs.Vote(deliberating, exam, abstaining, Rncp, false, abstentions: false));
        var clear = new Dictionary<string, Ballot> { ["cleo"] = Ballot.For, ["prof"] = Ballot.For };
        var (votes, carried, refusal) = DeliberationVerbs.Vote(deliberating, exam, clear, Rncp, false, abstentions: false);
        Assert.Equal((true, null), (carried, refusal));
        Assert.Equal(clear, votes!.Ballots);
    }

    [Fact]
    public void Only_what_has_reached_the_record_is_published()
    {
        var decided = Decide(deliberating, Presence.Present).State! with { PublishedAt = Noon.AddDays(1) };
        var other = Record().Propose(Rncp, "2", "elsewhere", favourable: true, Noon).State!;
        Assert.Equal(new Refusal("OutcomeNotRecorded", "camille Exemple"), DeliberationVerbs.Publish(other, decided, Rncp).Refusal);
        var recorded = DeliberationVerbs.Record(Record(), decided with { PublishedAt = null }, decided.Exam("camille")!, Rncp).State!;
        Assert.Null(recorded.Results.Single().PublishedAt);
        Assert.Equal(Noon.AddDays(1), DeliberationVerbs.Publish(recorded, decided, Rncp).State!.Results.Single().PublishedAt);
    }

    /// <summary>A final jury before whom somebody comes who has nothing left to be decided, and an intermediate one that only advises.</summary>
    [Fact]
    public void What_decided_no_block_is_published_all_the_same()
    {
        var appeared = Record() with { Appearances = [new Appearance("sitting", "2019", Noon, Presence.Absent, null)] };
        var final = Final("camille") with { PublishedAt = Noon };
        Assert.Null(DeliberationVerbs.Publish(appeared, final, Rncp).Refusal);
        Assert.Equal("OutcomeNotRecorded", DeliberationVerbs.Publish(appeared, final with { Id = "another" }, Rncp).Refusal!.Rule);
        var advice = Intermediate("camille") with { Block = Rncp.SynthesisBlock, PublishedAt = Noon };
        Assert.Null(DeliberationVerbs.Publish(Record(), advice, Rncp).Refusal);
    }

    private static Sitting In(Sitting sitting, ExamState state) => sitting.With(sitting.Exam("camille")! with { State = state });

    private static Decision<Sitting> Decide(Sitting sitting, Presence presence) =>
        DeliberationVerbs.Decide(sitting, "cleo", "camille", presence, [new BlockRuling("1", true)], null, null, Record(), Rncp, Noon);
}

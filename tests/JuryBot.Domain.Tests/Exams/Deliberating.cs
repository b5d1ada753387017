using System.Text.Json;
using CsCheck;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Deliberations;
using JuryBot.Domain.Exams;
using JuryBot.Domain.ScoreSheets;
using static JuryBot.Domain.Tests.Exams.Sample;

namespace JuryBot.Domain.Tests.Exams;

public sealed class Deliberating
{
    [Fact]
    public void Opening_locks_every_sheet_and_shows_them_to_the_other_members()
    {
        var opened = DeliberationVerbs.Open(Final("camille").Opened().Graded("camille"), "paul", "camille", Rncp, Noon);
        Assert.All(opened.State!.Exam("camille")!.Sheets, s => Assert.Equal(SheetState.Locked, s.State));
        Assert.Equal(["rose", "dora", "toni", "mona"], opened.Effects.OfType<RefreshScoreSheet>().Select(e => e.Juror));
        Assert.Equal("SheetsLocked", SheetVerbs.Submit(opened.State, "rose", "camille", Good(opened.State, "camille"), Rncp, Noon).Refusal!.Rule);
        Assert.Same(opened.State, DeliberationVerbs.Open(opened.State, "paul", "camille", Rncp, Noon).State);
    }

    [Fact]
    public void It_opens_only_for_the_chair_and_when_every_sheet_is_in()
    {
        var open = Final("camille").Opened();
        Assert.Equal("SheetsMissing", DeliberationVerbs.Open(open, "paul", "camille", Rncp, Noon).Refusal!.Rule);
        Assert.Equal("OnlyTheChair", DeliberationVerbs.Open(open.Graded("camille"), "rose", "camille", Rncp, Noon).Refusal!.Rule);
        Assert.Equal("UnknownExam", DeliberationVerbs.Open(open, "paul", "sam", Rncp, Noon).Refusal!.Rule);
    }

    [Fact]
    public void An_intermediate_decision_is_a_proposal_in_the_record()
    {
        var sitting = Intermediate("camille").Opened().Graded("camille");
        var open = DeliberationVerbs.Open(sitting, "cleo", "camille", Rncp, Noon).State!;
        var decided = DeliberationVerbs.Decide(open, "cleo", "camille", Presence.Present, [new BlockRuling("1", true)], null, null, Record(), Rncp, Noon);
        Assert.Equal(SittingState.Closed, decided.State!.State);
        Assert.Contains(new RecordOutcome("sitting", "camille"), decided.Effects);
        var record = DeliberationVerbs.Record(Record(), decided.State, decided.State.Exam("camille")!, Rncp).State!;
        Assert.Equal(BlockState.ProposedFavourable, record.StateOf("1"));
    }

    [Fact]
    public void A_final_decision_needs_every_block_and_a_word_on_the_title()
    {
        var open = DeliberationVerbs.Open(Final("camille").Opened().Graded("camille"), "paul", "camille", Rncp, Noon).State!;
        BlockRuling[] all = [.. Rncp.Blocks.Select(b => new BlockRuling(b.Id, true))];
        Assert.Equal("BlockUndecided", Decide(open, all[..4], new TitleRuling(true)).Refusal!.Rule);
        Assert.Equal("TitleUndecided", Decide(open, all, null).Refusal!.Rule);
        Assert.Equal("TitleRefusalNeedsReason", Decide(open, all, new TitleRuling(false)).Refusal!.Rule);
        var decided = Decide(open, all, new TitleRuling(true)).State!;
        Assert.Equal("AlreadyDecided", Decide(decided, all, new TitleRuling(true)).Refusal!.Rule);
        Assert.Equal(AwardOutcome.Title, DeliberationVerbs.Record(Record(), decided, decided.Exam("camille")!, Rncp).State!.Award!.Outcome);

        static Decision<Sitting> Decide(Sitting sitting, IReadOnlyList<BlockRuling> blocks, TitleRuling? title) =>
            DeliberationVerbs.Decide(sitting, "paul", "camille", Presence.Present, blocks, title, null, Record(), Rncp, Noon, Presentation.PersonalProject);
    }

    [Fact]
    public void What_a_candidate_presented_is_said_of_everybody_who_came_before_a_final_jury_and_kept_in_their_record()
    {
        Assert.Equal([Presentation.PersonalProject, null], new[] { "initial", "vae" }.Select(route => Rncp.Route(route).UsualPresentation));
        var open = DeliberationVerbs.Open(Final("camille").Opened().Graded("camille"), "paul", "camille", Rncp, Noon).State!;
        Ruling ruling = new(Presence.Present, [.. Rncp.Blocks.Select(b => new BlockRuling(b.Id, true))], new TitleRuling(true), null);
        Assert.Equal(new Refusal("PresentationRequired", "camille"), Prepare(open, ruling).Refusal);
        var prepared = Prepare(open, ruling with { Presentation = Presentation.PersonalProject }).State!;
        Assert.Same(prepared, Prepare(prepared, ruling with { Presentation = Presentation.PersonalProject }).State);
        prepared = Prepare(prepared, ruling with { Presentation = Presentation.ProfessionalSimulation }).State!;
        var decided = Confirm(prepared).State!;
        Assert.Equal(Presentation.ProfessionalSimulation, decided.Exam("camille")!.Deliberation!.Presentation);
        var record = Recorded(decided);
        Assert.Equal(Presentation.ProfessionalSimulation, Assert.Single(record.Appearances).Presentation);
        Assert.Null(record.OutcomesOf("sitting").Presentation);
        Assert.Equal(Presentation.ProfessionalSimulation, record.Publish("sitting", Noon).State!.OutcomesOf("sitting").Presentation);
        Assert.Null(record.Publish("sitting", Noon).State!.AnnulSitting("sitting", "director", "Erreur.", Noon).State!.OutcomesOf("sitting").Presentation);

        // Entered before it was asked, and confirmed after: the form asks. Decided before, it is recorded as it was, and an appearance all the same.
        var before = open.With(open.Exam("camille")! with { Deliberation = open.Exam("camille")!.Deliberation! with { Prepared = ruling with { At = Noon } } });
        Assert.Equal("PresentationRequired", Confirm(before).Refusal!.Rule);
        var old = Recorded(decided.With(decided.Exam("camille")! with { Deliberation = decided.Exam("camille")!.Deliberation! with { Presentation = null } }));
        Assert.Equal((true, AwardOutcome.Title, null), (old.HasAppeared, old.Award!.Outcome, old.Appearances[0].Presentation));
        Assert.Null(JsonSerializer.Deserialize<Appearance>("""{"Sitting":"old","Promotion":"2019","At":"2019-06-01T12:00:00Z","Presence":0,"LateReason":null}""")!.Presentation);

        // Who did not come has presented nothing, whatever the card held; neither has anybody before an intermediate jury.
        var absent = DeliberationVerbs.Decide(open, "paul", "camille", Presence.Absent, ruling.Blocks, null, null, Record(), Rncp, Noon, Presentation.PersonalProject).State!;
        Assert.Null(absent.Exam("camille")!.Deliberation!.Presentation);
        var half = DeliberationVerbs.Open(Intermediate("camille").Opened().Graded("camille"), "cleo", "camille", Rncp, Noon).State!;
        Assert.Null(DeliberationVerbs.Decide(half, "cleo", "camille", Presence.Present, [new BlockRuling("1", true)], null, null, Record(), Rncp, Noon, Presentation.PersonalProject).State!.Exam("camille")!.Deliberation!.Presentation);

        static Decision<Sitting> Prepare(Sitting sitting, Ruling ruling) => DeliberationVerbs.Prepare(sitting, "paul", "camille", ruling, Record(), Rncp, Noon);
        static Decision<Sitting> Confirm(Sitting sitting) => DeliberationVerbs.Confirm(sitting, "paul", "camille", Noon, Record(), Rncp, Noon);
        static CandidateRecord Recorded(Sitting sitting) => DeliberationVerbs.Record(Record(), sitting, sitting.Exam("camille")!, Rncp).State!;
    }

    [Fact]
    public void The_sessions_written_reason_is_kept_with_each_appearance()
    {
        var sitting = Final("camille") with { Reason = "Parcours prolongé." };
        var open = DeliberationVerbs.Open(sitting.Opened().Graded("camille"), "paul", "camille", Rncp, Noon).State!;
        var decided = DeliberationVerbs.Decide(
            open, "paul", "camille", Presence.Present, [.. Rncp.Blocks.Select(b => new BlockRuling(b.Id, true))], new TitleRuling(true), null, Record(), Rncp, Noon, Presentation.PersonalProject).State!;
        Assert.Equal("Parcours prolongé.", decided.Reason);
        Assert.Equal("Parcours prolongé.", Assert.Single(DeliberationVerbs.Record(Record(), decided, decided.Exam("camille")!, Rncp).State!.Appearances).LateReason);
    }

    [Fact]
    public void Who_did_not_come_gets_blocks_and_no_title_until_they_have_appeared()
    {
        var open = DeliberationVerbs.Open(Final("camille").Opened().Graded("camille"), "paul", "camille", Rncp, Noon).State!;
        BlockRuling[] all = [.. Rncp.Blocks.Select(b => new BlockRuling(b.Id, true))];
        Assert.Equal("TitleNeedsAppearance", Decide(new TitleRuling(true), Record()).Refusal!.Rule);
        Assert.Equal("TitleNeedsAppearance", Decide(new TitleRuling(false, "Absence."), Record()).Refusal!.Rule);
        var decided = Decide(null, Record()).State!;
        Assert.Equal(Presence.Absent, decided.Exam("camille")!.Presence);
        var record = DeliberationVerbs.Record(Record(), decided, decided.Exam("camille")!, Rncp).State!;
        Assert.False(record.HasAppeared);
        Assert.Null(record.Award);
        Assert.Equal(OverallState.AllBlocksFinalJuryRequired, record.Overall(Rncp));

        var earlier = Record().Decide(Rncp, new FinalRuling("earlier", Noon.AddDays(-200), "2019", Presence.Present, [.. all.Select(b => b with { Acquired = false })], new TitleRuling(false))).State!;
        Assert.Equal("TitleUndecided", Decide(null, earlier).Refusal!.Rule);
        Assert.Null(Decide(new TitleRuling(true), earlier).Refusal);

        Decision<Sitting> Decide(TitleRuling? title, CandidateRecord record) =>
            DeliberationVerbs.Decide(open, "paul", "camille", Presence.Absent, all, title, null, record, Rncp, Noon);
    }

    [Fact]
    public void Deciding_otherwise_than_proposed_needs_a_reason()
    {
        var record = Record().Propose(Rncp, "1", "earlier", favourable: false, Noon.AddDays(-60)).State!;
        var open = DeliberationVerbs.Open(Final("camille").Opened().Graded("camille"), "paul", "camille", Rncp, Noon).State!;
        BlockRuling[] all = [.. Rncp.Blocks.Select(b => new BlockRuling(b.Id, true))];
        Assert.Equal("ReasonRequired", DeliberationVerbs.Decide(open, "paul", "camille", Presence.Present, all, new TitleRuling(true), null, record, Rncp, Noon).Refusal!.Rule);
        all[0] = all[0] with { Reason = "Soutenance convaincante." };
        Assert.Null(DeliberationVerbs.Decide(open, "paul", "camille", Presence.Present, all, new TitleRuling(true), null, record, Rncp, Noon, Presentation.PersonalProject).Refusal);
    }

    [Fact]
    public void Only_a_sitting_decided_for_everybody_is_published_and_once()
    {
        var sitting = Intermediate("camille", "sam").Opened().Graded("camille");
        Assert.Equal("NotAllDecided", SittingVerbs.Publish(sitting, "coordinator", Noon).Refusal!.Rule);
        var decided = sitting with { Exams = sitting.Exams.ConvertAll(e => e with { State = ExamState.Decided }) };
        var published = SittingVerbs.Publish(decided, "coordinator", Noon);
        Assert.Equal(["camille", "sam"], published.Effects.OfType<PublishOutcome>().Select(e => e.Candidate));
        Assert.Same(published.State, SittingVerbs.Publish(published.State!, "coordinator", Noon.AddDays(1)).State);
    }

    // Any sequence of verbs by anybody: strangers never write, locked sheets never change, a decision never does.
    [Fact]
    public void Random_verbs_never_break_what_must_hold()
    {
        string[] people = ["cleo", "prof", "stranger", "camille"];
        string[] candidates = ["camille", "sam", "nobody"];
        var step = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 3], Gen.Int[0, 2], Gen.Bool);
        step.Array[1, 40].Sample(steps =>
        {
            var sitting = Intermediate("camille", "sam");
            foreach (var (verb, who, whom, good) in steps)
            {
                var (person, candidate) = (people[who], candidates[whom]);
                var entry = Good(sitting, "camille", good ? "acquired" : "partly", good ? "" : "à revoir");
                var decision = verb switch
                {
                    0 => SittingVerbs.Open(sitting, person, new HashSet<string> { "cleo", "prof" }, Rncp, Noon),
                    1 => SheetVerbs.Save(sitting, person, candidate, entry, Rncp, Noon),
                    2 => SheetVerbs.Submit(sitting, person, candidate, entry, Rncp, Noon),
                    3 => DeliberationVerbs.Open(sitting, person, candidate, Rncp, Noon),
                    4 => DeliberationVerbs.Decide(sitting, person, candidate, Presence.Present, [new BlockRuling("1", good)], null, null, Record(candidate), Rncp, Noon),
                    _ => SittingVerbs.Publish(sitting, person, Noon),
                };
                var next = decision.State ?? sitting;
                foreach (var (before, after) in sitting.Exams.Zip(next.Exams))
                {
                    Assert.All(after.Sheets, s => Assert.Contains(s.Juror, new[] { "cleo", "prof" }));
                    Assert.All(before.Sheets.Where(s => s.State == SheetState.Locked), s => Assert.Same(s, after.SheetOf(s.Juror)));
                    Assert.True(before.State != ExamState.Decided || ReferenceEquals(before, after));
                    Assert.True(after.State >= before.State || after.State == ExamState.Open);
                }

                sitting = next;
            }
        }, iter: 500);
    }
}

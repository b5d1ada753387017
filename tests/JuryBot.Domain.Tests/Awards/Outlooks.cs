using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Tests.Exams;
using static JuryBot.Domain.Tests.Awards.Candidate;

namespace JuryBot.Domain.Tests.Awards;

/// <summary>What is missing and how it is presented again: the rules of certification §5, one test each.</summary>
public sealed class Outlooks
{
    private const string Nothing = "First First None First First";

    [Fact]
    public void A_block_nothing_is_said_of_goes_to_its_intermediate_jury_and_the_synthesis_block_to_the_certification_jury()
    {
        Assert.Equal(Nothing, Steps(New()));
        Assert.Equal("None First First First First", Steps(New(), Rncp.With(synthesisBlock: "1")));
        Assert.Equal(TitleStep.BlocksFirst, Seen(New()).Title);
    }

    [Fact]
    public void VAE_has_no_intermediate_juries() => Assert.Equal("None None None None None", Steps(New("vae")));

    [Fact]
    public void A_favourable_proposal_waits_for_the_certification_jury_and_another_may_be_proposed_anew()
    {
        var record = New().Proposed("1", favourable: true).Proposed("2", favourable: false, "other");
        Assert.Equal("None Possible None First First", Steps(record));
        Assert.All(Seen(record).Blocks, block => Assert.True(block.IsMissing));
        // The same again as the candidate may know it: nothing of it is published.
        Assert.Equal(Nothing, Steps(record, published: true));
        Assert.Equal("None First None First First", Steps(record.Publish("intermediate", Noon).Now(), published: true));
    }

    [Fact]
    public void An_acquired_block_is_not_presented_again_and_one_that_is_not_goes_before_its_jury_anew()
    {
        var record = New().Decided("14", title: false);
        Assert.Equal("- First None - First", Steps(record));
        Assert.Equal([BlockState.NotAcquired, BlockState.NotAcquired], Seen(record).Blocks.Where(block => block.Block is "2" or "5").Select(block => block.State));
        var certified = record.Publish("final", Noon).Now();
        Assert.Equal("- First None - First", Steps(certified, published: true));
        Assert.Equal(BlockState.Certified, Seen(certified).Blocks[0].State);
        // An annulment makes it missing again.
        Assert.Equal("First First None - First", Steps(certified.AnnulBlock("1", "director", "Fraude.", Noon).Now()));
    }

    [Fact]
    public void Five_acquired_blocks_are_not_the_title_which_the_certification_jury_awards()
    {
        var blocks = New().Decide(Rncp, New().Ruling("12345", null, presence: Presence.Absent)).Now();
        var outlook = Seen(blocks);
        Assert.Equal(("- - - - -", TitleStep.FinalJury), (Steps(blocks), outlook.Title));
        Assert.NotNull(outlook.Limit);
        var convened = Sample.Final("camille") with { Id = "title" };
        Assert.Equal(["title"], blocks.Outlook(Rncp, [convened]).Convened.Select(c => c.Sitting));
        // Refused with a reason, it may be asked again.
        Assert.Equal(TitleStep.FinalJury, Seen(New().Decide(Rncp, New().Ruling("12345", new TitleRuling(false, "Dossier absent."))).Now()).Title);

        var titled = New().Decided("12345", title: true);
        Assert.Equal((TitleStep.Awarded, null), (Seen(titled).Title, Seen(titled).Limit));
        // Which is not known before its publication.
        Assert.Equal((TitleStep.BlocksFirst, Nothing), (titled.Outlook(Rncp, [], publishedOnly: true).Title, Steps(titled, published: true)));
    }

    [Fact]
    public void Who_comes_for_some_blocks_is_asked_for_no_other_and_for_no_title()
    {
        var record = New(blocks: ["2", "4"]);
        Assert.Equal(("- First - First -", TitleStep.NotAsked), (Steps(record), Seen(record).Title));
        Assert.Equal(["2", "4"], Seen(record).Blocks.Where(block => block.AskedFor).Select(block => block.Block));
        Assert.NotNull(Seen(record).Limit);
        var done = record.Decide(Rncp, record.Ruling("24", null)).Now();
        Assert.Equal(("- - - - -", null), (Steps(done), Seen(done).Limit));
    }

    [Theory]
    [InlineData("2020-2021", 2022)]
    [InlineData("Printemps", null)]
    public void Initial_training_comes_without_a_reason_until_the_next_promotions_jury(string promotion, int? last)
    {
        var record = CandidateVerbs.Enroll(null, Rncp, Camille with { Promotion = promotion }).Now();
        Assert.Equal(new PresentationLimit(promotion, last), Seen(record).Limit);
        // As the certification jury takes it.
        Assert.Null(record.WhyNotAppear(Rncp, last?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? promotion, null));
        Assert.NotNull(record.WhyNotAppear(Rncp, ((last ?? 2022) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), null));
    }

    [Theory]
    [InlineData("continuing")]
    [InlineData("professionalisation")]
    [InlineData("vae")]
    public void Other_routes_have_no_limit(string route) => Assert.Null(Seen(New(route)).Limit);

    [Fact]
    public void Juries_that_have_the_candidate_on_their_list_are_named_block_by_block()
    {
        var (first, final) = (Sample.Intermediate("camille", "nour") with { Id = "first" }, Sample.Final("camille") with { Id = "final", Start = Sample.Noon.AddDays(30) });
        var later = final.With(final.Exam("camille")! with { Blocks = ["1", "3"], Start = final.Start });
        Assert.Equal("first,final|final|final|final|final", Convened(first, final with { Exams = later.Exams.ConvertAll(exam => exam with { Blocks = null }) }));
        Assert.Equal("first,final||final||", Convened(first, later));
        Assert.Equal("||||", Convened(Sample.Intermediate("nour")));
        // Not a cancelled one, nor one that ended here, nor one of which they were told.
        Assert.Equal("||||", Convened(first with { State = SittingState.Cancelled }));
        Assert.Equal("||||", Convened(first.With(first.Exam("camille")! with { State = ExamState.NotHeld })));
        var decided = first.With(first.Exam("camille")! with { State = ExamState.Decided });
        Assert.Equal("first||||", Convened(decided));
        Assert.Equal("||||", Convened(decided with { PublishedAt = Noon }));
        Assert.Equal("first||||", Convened(first.With(first.Exam("camille")! with { State = ExamState.Deliberating }) with { PublishedAt = Noon }));
        // Nor one of another certification or version.
        Assert.Equal("||||", Convened(first with { Certification = "RNCP31168@2030" }));
    }

    [Fact]
    public void What_a_second_certification_jury_is_asked_does_not_tell_a_candidate_what_the_first_has_decided()
    {
        var record = New().Decided("1", title: false);
        var final = Sample.Final("camille");
        var second = final.With(final.Exam("camille")! with { Blocks = ["2", "3", "4", "5"] });
        Assert.All(record.Outlook(Rncp, [second], publishedOnly: true).Blocks, block => Assert.Single(block.Convened));
    }

    private static Outlook Seen(CandidateRecord record) => record.Outlook(Rncp, []);

    private static string Steps(CandidateRecord record, Certification? certification = null, bool published = false) =>
        string.Join(' ', record.Outlook(certification ?? Rncp, [], published).Blocks.Select(block => block.Intermediate?.ToString() ?? "-"));

    private static string Convened(params Sitting[] sittings) =>
        string.Join('|', New().Outlook(Rncp, sittings).Blocks.Select(block => string.Join(',', block.Convened.Select(convened => convened.Sitting))));
}

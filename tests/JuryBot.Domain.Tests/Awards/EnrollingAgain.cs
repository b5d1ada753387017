using System.Text.Json;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Deliberations;
using JuryBot.Domain.Documents;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Tests.Exams;
using JuryBot.Domain.Transmissions;
using static JuryBot.Domain.Tests.Awards.Candidate;

namespace JuryBot.Domain.Tests.Awards;

/// <summary>A person comes for another certification, or another version of the same, after juries have spoken.</summary>
public sealed class EnrollingAgain
{
    private static readonly Certification Next = Rncp with { Version = "2026" };

    private static CandidateRecord Titled => New().Decided("12345", title: true).Publish("final", Noon).Now();

    private static CandidateRecord Partial => New().Decided("14", title: false).Publish("final", Noon).Now();

    private static CandidateRecord Again(CandidateRecord record) => CandidateVerbs.Enroll(record, Next, Camille with { Route = "vae", Promotion = "2021-2022", Identity = Camille.Identity with { LastName = "Autre" } }).Now();

    [Fact]
    public void A_new_enrolment_begins_with_nothing_and_the_one_before_stays_as_it_was()
    {
        var again = Again(Partial);
        Assert.Equal(("RNCP31168@2026", "vae", "None None None None None"), (again.Certification, again.Route, again.States()));
        var before = again.Under(Rncp.Id);
        Assert.Equal(("RNCP31168@2018", "initial", "2020-2021", Partial.States()), (before.Certification, before.Route, before.Promotion, before.States()));
        Assert.Equal(["RNCP31168@2026", "RNCP31168@2018"], again.Courses.Select(course => course.Certification));
        Assert.Equal(TitleStep.BlocksFirst, again.Outlook(Next, []).Title);
        // The name is the person's, whatever they come for, and is kept once.
        Assert.Equal("Camille Autre", before.Name);
        Assert.DoesNotContain("Camille", JsonSerializer.Serialize(again.Earlier), StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", JsonSerializer.Serialize(again.Earlier), StringComparison.Ordinal);
        Assert.Same(again, CandidateVerbs.Enroll(again, Next, Camille with { Route = "vae", Promotion = "2021-2022", Identity = again.Identity }).Now());
    }

    [Fact]
    public void An_enrolment_nobody_has_judged_is_only_corrected() => Assert.Empty(Again(New()).Earlier);

    [Fact]
    public void The_earlier_one_is_taken_up_again_where_it_was_left()
    {
        var judged = Again(Partial).Propose(Next, "1", "other", true, Noon);
        var back = CandidateVerbs.Enroll(judged.Now(), Rncp, Camille).Now();
        Assert.Equal((Partial.States(), Partial.Certificates.Count), (back.States(), back.Certificates.Count));
        Assert.Equal(["RNCP31168@2026"], back.Earlier.Select(earlier => earlier.Certification));
        Assert.Equal(BlockState.ProposedFavourable, back.Under(Next.Id).StateOf("1"));
        Assert.Equal(AwardRefusals.RouteFixedByResults("initial"), CandidateVerbs.Enroll(judged.Now(), Rncp, Camille with { Route = "vae" }).Refusal);
    }

    [Fact]
    public void What_was_acquired_stays_in_the_register_for_good_with_its_numbers()
    {
        var (before, again) = (Titled, Again(Titled));
        Assert.Equal(before.RegisterEntries(), again.RegisterEntries());
        Assert.True(again.IsKeptForGood);
        Assert.Equal(["final"], again.Sittings);
        Assert.Equal(before.OutcomesOf("final").Award, again.OutcomesOf("final").Award);
        Assert.Equal([.. AwardedTitle.Of(before)], again.Courses.SelectMany(AwardedTitle.Of));
        var number = before.TitleNumber(before.Award!);
        Assert.Equal(Rncp.Id, again.Numbered(number).Certification);
        Assert.Null(again.WhyNotIssue(DocumentKind.Parchment, number, "fr", duplicate: false));
        Assert.Null(again.WhyNotIssue(DocumentKind.AwardLetter, "final", "fr", duplicate: false));
        Assert.Equal("NoTitle", again.WhyNotIssue(DocumentKind.Parchment, number + "-2", "fr", duplicate: false)!.Rule);
        // A new title under the new certification has a number of its own.
        var second = again.Decide(Next, again.Ruling("12345", new TitleRuling(true), "next") with { Promotion = "2021-2022" }).Now().Publish("next", Noon).Now();
        Assert.Equal([$"RNCP31168-2026-camille-T", number], second.RegisterEntries().Select(entry => entry.Number));
        Assert.Equal("Camille Autre", second.Erase(Noon).Now().Name);
    }

    [Fact]
    public void What_a_jury_said_under_it_is_annulled_published_and_forgotten_there()
    {
        var (number, again) = (Titled.TitleNumber(Titled.Award!), Again(Titled));
        var annulled = again.AnnulSitting("final", "director", "Fraude.", Noon);
        Assert.Equal("None None None None None", annulled.Now().Under(Rncp.Id).States());
        Assert.NotEmpty(annulled.Effects.OfType<IndexAward>());
        Assert.NotEmpty(annulled.Effects.OfType<TellOutcomes>());
        Assert.Equal("NoTitle", annulled.Now().WhyNotIssue(DocumentKind.Parchment, number, "fr", duplicate: false)!.Rule);
        var untitled = again.AnnulUnder(Rncp.Id, course => course.AnnulAward("director", "Fraude.", Noon)).Now();
        Assert.Null(untitled.Under(Rncp.Id).Award);
        Assert.Equal(again.States(), untitled.States());
        Assert.Equal("NothingToAnnul", again.AnnulUnder(null, course => course.AnnulAward("director", "Fraude.", Noon)).Refusal?.Rule);
        Assert.Equal("NothingToAnnul", again.AnnulUnder("RNCP1@1900", course => course.AnnulAward("director", "Fraude.", Noon)).Refusal?.Rule);
        Assert.Contains(again.Under(Rncp.Id).Results, result => result.Reason is not null);
        Assert.DoesNotContain(again.ForgetReasons("final").Now().Under(Rncp.Id).Results, result => result.Reason is not null);

        // A sitting of the earlier certification that was under way goes on there.
        var sitting = Sample.Intermediate("camille");
        var decided = sitting.Exam("camille")! with { State = ExamState.Decided, Deliberation = new Deliberation { OpenedAt = Noon, OpenedBy = "cleo", DecidedAt = Noon, DecidedBy = "cleo", Decisions = [new BlockRuling("1", true)] } };
        var under = Again(New().Proposed("2", true));
        var recorded = DeliberationVerbs.Record(under, sitting, decided, Rncp).Now();
        Assert.Equal((BlockState.ProposedFavourable, BlockState.None), (recorded.Under(Rncp.Id).StateOf("1"), recorded.StateOf("1")));
        var published = DeliberationVerbs.Publish(recorded, sitting with { PublishedAt = Noon }, Rncp).Now();
        Assert.Single(published.OutcomesOf(sitting.Id).Results);
        Assert.Same(published, DeliberationVerbs.Publish(published, sitting with { PublishedAt = Noon }, Rncp).Now());
        var written = JsonSerializer.Serialize(published, JsonSerializerOptions.Web);
        Assert.Equal(written, JsonSerializer.Serialize(JsonSerializer.Deserialize<CandidateRecord>(written, JsonSerializerOptions.Web), JsonSerializerOptions.Web));
    }
}

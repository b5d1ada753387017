using JuryBot.Domain.Awards;
using static JuryBot.Domain.Tests.Awards.Candidate;

namespace JuryBot.Domain.Tests.Awards;

public sealed class Registering
{
    private static readonly DateTimeOffset Later = Noon.AddDays(3);

    [Fact]
    public void A_title_is_registered_with_its_publication_and_stays_registered_once_annulled()
    {
        var decided = New().Decided("12345", title: true);
        Assert.Empty(decided.RegisterEntries());

        var published = decided.Publish("final", Later);
        Assert.Equal(new IndexAward("camille"), published.Effects[^1]);
        Assert.Equal([new AwardEntry("RNCP31168-2018-camille-T", null, "final", Noon, null)], published.Now().RegisterEntries());

        var annulled = published.Now().AnnulAward("director", "Fraude", Later);
        Assert.Contains(new IndexAward("camille"), annulled.Effects);
        Assert.Equal([new AwardEntry("RNCP31168-2018-camille-T", null, "final", Noon, new Annulment("director", Later, "Fraude"))], annulled.Now().RegisterEntries());
    }

    [Fact]
    public void A_second_title_has_a_number_of_its_own_that_no_block_has()
    {
        var annulled = New().Decided("12345", title: true).Publish("final", Later).Now().AnnulSitting("final", "director", "Jury incomplet", Later).Now();
        var again = annulled.Decided("12345", title: true, sitting: "next");
        Assert.Equal(["RNCP31168-2018-camille-T"], again.RegisterEntries().Select(entry => entry.Number));
        Assert.Equal(["RNCP31168-2018-camille-T", "RNCP31168-2018-camille-T-2"], again.Publish("next", Later).Now().RegisterEntries().Select(entry => entry.Number));
    }

    [Fact]
    public void Every_certificate_is_registered_and_a_proposal_is_not()
    {
        var record = New().Proposed("1", true).Publish("intermediate", Later);
        Assert.DoesNotContain(new IndexAward("camille"), record.Effects);
        var certified = record.Now().Decided("12", title: false).Publish("final", Later);
        Assert.Contains(new IndexAward("camille"), certified.Effects);
        Assert.Equal(
            [new AwardEntry("RNCP31168-2018-camille-1", "1", "final", Later, null), new AwardEntry("RNCP31168-2018-camille-2", "2", "final", Later, null)],
            certified.Now().RegisterEntries());
    }

    [Fact]
    public void A_corrected_name_reaches_the_register()
    {
        var corrected = Camille with { Identity = Camille.Identity with { LastName = "Corrigée" } };
        var titled = New().Decided("12345", title: true).Publish("final", Later).Now();
        Assert.Equal([new IndexAward("camille")], CandidateVerbs.Enroll(titled, Rncp, corrected).Effects);
        Assert.Empty(CandidateVerbs.Enroll(titled, Rncp, Camille).Effects);
        Assert.Empty(CandidateVerbs.Enroll(New(), Rncp, corrected).Effects);
    }
}

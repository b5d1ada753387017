using JuryBot.Domain.Awards;
using static JuryBot.Domain.Tests.Awards.Candidate;

namespace JuryBot.Domain.Tests.Awards;

public sealed class Annulling
{
    private static readonly DateTimeOffset Later = Noon.AddDays(30);

    [Fact]
    public void An_annulled_acquisition_takes_its_certificate_and_leaves_what_stood_before()
    {
        var record = New().Proposed("1", true).Decided("12", title: false).Publish("final", Noon).Now();
        var annulled = record.AnnulBlock("1", "director", "Fraude", Later);
        Assert.Equal("ProposedFavourable Certified NotAcquired NotAcquired NotAcquired", annulled.Now().States());
        Assert.Equal(new Annulment("director", Later, "Fraude"), annulled.Now().Certificates[0].Annulled);
        Assert.Equal(record.Results.Count, annulled.Now().Results.Count);
        Assert.Equal([new TellOutcomes("camille", "final", Channel.Teams), new TellOutcomes("camille", "final", Channel.Mail), new IndexAward("camille")], annulled.Effects);
        Assert.Equal("Fraude", annulled.Now().OutcomesOf("final").Results[0].Annulled!.Reason);
    }

    [Fact]
    public void Nobody_is_told_of_what_they_never_knew() => Assert.Empty(New().Decided("1", title: false).AnnulBlock("1", "director", "Erreur", Later).Effects);

    [Fact]
    public void An_annulled_block_takes_the_title_with_it()
    {
        var record = New().Decided("12345", title: true).AnnulBlock("4", "director", "Fraude", Later).Now();
        Assert.Null(record.Award);
        Assert.Equal(OverallState.SomeBlocksAcquired, record.Overall(Rncp));
        Assert.Equal(OverallState.Title, record.Decided("4", title: true, sitting: "next").Overall(Rncp));
    }

    [Fact]
    public void The_title_can_be_annulled_alone()
    {
        var record = New().Decided("1234", title: false).Decided("5", title: true, sitting: "next").AnnulAward("director", "Erreur", Later).Now();
        Assert.Equal(AwardOutcome.Partial, record.Award!.Outcome);
        Assert.Equal(OverallState.AllBlocksFinalJuryRequired, record.Overall(Rncp));
    }

    [Fact]
    public void An_irregular_sitting_is_annulled_whole_and_may_decide_anew()
    {
        var record = New().Decided("12345", title: true).AnnulSitting("final", "director", "Jury incomplet", Later).Now();
        Assert.Equal("None None None None None", record.States());
        Assert.False(record.HasAppeared);
        Assert.Equal(OverallState.Title, record.Decided("12345", title: true).Overall(Rncp));
    }

    [Fact]
    public void A_title_falls_with_the_only_appearance_it_rests_on()
    {
        var record = New().Decided("", title: false).Decided("12345", title: true, sitting: "next", presence: Presence.Absent);
        Assert.Equal(OverallState.AllBlocksFinalJuryRequired, record.AnnulSitting("final", "director", "Jury incomplet", Later).Now().Overall(Rncp));
    }

    [Fact]
    public void A_new_certificate_after_an_annulment_has_a_new_number()
    {
        var record = New().Decided("1", title: false).Publish("final", Noon).Now().AnnulBlock("1", "director", "Erreur", Later).Now();
        var again = record.Decided("1", title: false, sitting: "next").Publish("next", Later).Now();
        Assert.Equal(["RNCP31168-2018-camille-1", "RNCP31168-2018-camille-1-2"], again.Certificates.Select(certificate => certificate.Number));
        Assert.Equal(BlockState.Certified, again.StateOf("1"));
    }

    [Fact]
    public void An_annulment_needs_a_reason_and_something_to_annul()
    {
        Assert.Equal(AwardRefusals.AnnulmentNeedsReason(), New().Proposed("1", true).AnnulBlock("1", "director", " ", Later).Refusal);
        Assert.Equal(AwardRefusals.NothingToAnnul("1"), New().AnnulBlock("1", "director", "Erreur", Later).Refusal);
        Assert.Equal(AwardRefusals.NothingToAnnul("camille"), New().AnnulAward("director", "Erreur", Later).Refusal);
        Assert.Equal(AwardRefusals.NothingToAnnul("final"), New().AnnulSitting("final", "director", "Erreur", Later).Refusal);
    }

    [Fact]
    public void An_annulled_block_leaves_the_appearance_and_what_else_was_decided()
    {
        var record = New().Decided("12", title: false).AnnulBlock("1", "director", "Erreur", Later).Now();
        Assert.Equal((AwardOutcome.Partial, null), (record.Award!.Outcome, record.Award.Annulled));
        Assert.True(record.HasAppeared);
        Assert.True(New().Decided("12345", title: true).AnnulAward("director", "Erreur", Later).Now().HasAppeared);
    }

    [Fact]
    public void A_sitting_that_only_proposed_is_annulled_and_a_title_that_does_not_rest_on_it_stands()
    {
        var record = New().Proposed("1", true).Decided("12345", title: true).AnnulSitting("intermediate", "director", "Jury incomplet", Later).Now();
        Assert.Equal("Acquired Acquired Acquired Acquired Acquired", record.States());
        Assert.NotNull(record.Results[0].Annulled);
        Assert.Equal(OverallState.Title, record.Overall(Rncp));
        Assert.Equal(AwardRefusals.NothingToAnnul("intermediate"), record.AnnulSitting("intermediate", "director", "Encore", Later).Refusal);
        Assert.Equal(AwardRefusals.NothingToAnnul("elsewhere"), record.AnnulSitting("elsewhere", "director", "Erreur", Later).Refusal);
    }

    [Fact]
    public void A_sitting_that_only_gave_the_title_is_annulled_and_the_others_stay()
    {
        var record = New().Decided("12345", title: true).AnnulAward("director", "Erreur", Noon).Now().Decided("", title: true, sitting: "next");
        Assert.DoesNotContain(record.Results, result => result.Sitting == "next");
        var annulled = record.AnnulSitting("next", "director", "Jury incomplet", Later).Now();
        Assert.Null(annulled.Award);
        Assert.Equal([true, false], annulled.Appearances.Select(appearance => appearance.Annulled is null));
        Assert.Equal("Acquired Acquired Acquired Acquired Acquired", annulled.States());
        Assert.Equal(AwardRefusals.NothingToAnnul("next"), annulled.AnnulSitting("next", "director", "Encore", Later).Refusal);
        Assert.Equal(AwardRefusals.NothingToAnnul("elsewhere"), record.AnnulSitting("elsewhere", "director", "Erreur", Later).Refusal);
    }

    [Fact]
    public void A_decision_of_another_sitting_outlives_an_annulled_one()
    {
        var record = New().Decided("1", title: false, sitting: "first").Decided("2", title: false, sitting: "second").AnnulSitting("second", "director", "Jury incomplet", Later).Now();
        Assert.Equal("first", record.Award!.Sitting);
        Assert.Equal([true, false], record.Appearances.Select(appearance => appearance.Annulled is null));
    }

    [Fact]
    public void Who_was_told_of_a_decision_is_told_of_its_annulment_once_and_nobody_else_is()
    {
        var published = New().Decided("1", title: false, sitting: "first").Publish("first", Noon).Now();
        Assert.Equal(["first", "first"], Told(published.AnnulSitting("first", "director", "Erreur", Later)));
        Assert.Equal(["first", "first"], Told(published.AnnulAward("director", "Erreur", Later)));
        Assert.Empty(Told(New().Decided("1", title: false).AnnulAward("director", "Erreur", Later)));
        Assert.Empty(Told(published.Decided("2", title: false, sitting: "second").AnnulSitting("second", "director", "Erreur", Later)));

        static IEnumerable<string> Told(Decision<CandidateRecord> decision) => decision.Effects.OfType<TellOutcomes>().Select(effect => effect.Sitting);
    }
}

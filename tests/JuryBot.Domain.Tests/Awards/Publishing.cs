using JuryBot.Domain.Awards;
using static JuryBot.Domain.Tests.Awards.Candidate;

namespace JuryBot.Domain.Tests.Awards;

public sealed class Publishing
{
    private static readonly DateTimeOffset Later = Noon.AddDays(3);

    [Fact]
    public void Nothing_is_known_before_publication_and_the_sittings_outcomes_after()
    {
        var record = New().Proposed("1", true).Decided("12", title: false);
        Assert.Equal("None None None None None", record.States(publishedOnly: true));
        Assert.Equal(OverallState.NoBlockAcquired, record.Overall(Rncp, publishedOnly: true));
        Assert.Empty(record.OutcomesOf("final").Results);
        Assert.Null(record.OutcomesOf("final").Award);

        var published = record.Publish("final", Later).Now();
        Assert.Equal("Certified Certified NotAcquired NotAcquired NotAcquired", published.States(publishedOnly: true));
        Assert.Equal(5, published.OutcomesOf("final").Results.Count);
        Assert.Equal(Later, published.OutcomesOf("final").Award!.PublishedAt);
        Assert.Empty(published.OutcomesOf("intermediate").Results);
    }

    [Fact]
    public void The_candidate_is_told_once()
    {
        var first = New().Proposed("1", true).Publish("intermediate", Later);
        Assert.Equal([new TellOutcomes("camille", "intermediate", Channel.Teams), new TellOutcomes("camille", "intermediate", Channel.Mail)], first.Effects);
        Assert.Equal(["candidate|camille|Teams", "candidate|camille|Mail"], first.Effects.Select(effect => effect.Recipient));
        var again = first.Now().Publish("intermediate", Later.AddDays(1));
        Assert.Same(first.State, again.State);
        Assert.Empty(again.Effects);
    }

    [Fact]
    public void A_sitting_that_said_nothing_of_the_candidate_changes_nothing()
    {
        var record = New().Proposed("1", true);
        var published = record.Publish("advice", Later);
        Assert.Same(record, published.State);
        Assert.Empty(published.Effects);
    }

    [Fact]
    public void A_partial_validation_gives_a_certificate_a_block_whose_number_can_be_made_again()
    {
        var record = New().Decided("14", title: false).Publish("final", Later).Now();
        Assert.Equal(["RNCP31168-2018-camille-1", "RNCP31168-2018-camille-4"], record.Certificates.Select(certificate => certificate.Number));
        Assert.Equal(record.Certificates, record.OutcomesOf("final").Certificates);
        var next = record.Decided("2", title: false, sitting: "next").Publish("next", Later).Now();
        Assert.Equal(["RNCP31168-2018-camille-2"], next.OutcomesOf("next").Certificates.Select(certificate => certificate.Number));
    }

    [Fact]
    public void The_title_gives_no_certificate_of_a_block() =>
        Assert.Empty(New().Decided("12345", title: true).Publish("final", Later).Now().Certificates);

    [Fact]
    public void A_proposal_gives_no_certificate() => Assert.Empty(New().Proposed("1", true).Publish("intermediate", Later).Now().Certificates);

    [Fact]
    public void Block_access_gives_a_certificate_a_block()
    {
        var record = New(blocks: ["2"]);
        var published = record.Decide(Rncp, record.Ruling("2", null)).Now().Publish("final", Later).Now();
        Assert.Equal(BlockState.Certified, published.StateOf("2"));
    }

    [Fact]
    public void A_certificate_waits_for_the_publication_of_its_own_block()
    {
        var record = New().Decided("1", title: false).Decided("2", title: false, sitting: "next").Publish("next", Later).Now();
        Assert.Equal(["2"], record.Certificates.Select(certificate => certificate.Block));
    }

    [Fact]
    public void A_title_is_known_to_the_candidate_once_it_is_published_and_stands_before_what_was_decided_later()
    {
        var titled = New().Decided("12345", title: true);
        Assert.Equal(OverallState.NoBlockAcquired, titled.Overall(Rncp, publishedOnly: true));
        Assert.Equal(OverallState.Title, titled.Publish("final", Noon).Now().Overall(Rncp, publishedOnly: true));
        Assert.Equal(AwardOutcome.Title, (titled with { Awards = titled.Awards.Add(new Award(AwardOutcome.Partial, "later", Noon, null)) }).Award!.Outcome);
    }

    [Fact]
    public void Publishing_a_sitting_publishes_no_other()
    {
        var record = New().Decided("1", title: false, sitting: "first").Decided("2", title: false, sitting: "second").Publish("first", Noon).Now();
        Assert.Equal([true, false], record.Awards.Select(award => award.PublishedAt is not null));
        Assert.Equal(["1"], record.Certificates.Select(certificate => certificate.Block));
    }

    [Fact]
    public void Certificates_come_with_what_a_certification_jury_decided_and_not_with_a_proposal()
    {
        var record = New().Proposed("1", true).Decided("12345", title: true).Publish("final", Noon).Now().AnnulAward("director", "Erreur", Noon).Now();
        Assert.Empty(record.Publish("intermediate", Noon).Now().Certificates);
    }

    [Fact]
    public void A_candidate_is_told_again_what_was_published_and_nothing_else()
    {
        var record = New().Proposed("1", true).Decided("12", title: false);
        Assert.Equal(new Refusal("NotYours"), record.TellAgain("final").Refusal);
        var published = record.Publish("final", Noon).Now();
        var told = published.TellAgain("final");
        Assert.Same(published, told.State);
        Assert.Equal([new TellOutcomes("camille", "final", Channel.Teams), new TellOutcomes("camille", "final", Channel.Mail)], told.Effects);
        Assert.Equal(new Refusal("NotYours"), published.TellAgain("intermediate").Refusal);
    }
}

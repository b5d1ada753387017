using System.Text.Json;
using JuryBot.Domain.Awards;
using static JuryBot.Domain.Tests.Awards.Candidate;

namespace JuryBot.Domain.Tests.Awards;

public sealed class Shape
{
    [Fact]
    public void A_record_is_the_same_after_a_round_trip_through_JSON()
    {
        var record = New(blocks: ["1", "2"]).Proposed("1", true);
        record = record.Decide(Rncp, record.Ruling("1", null)).Now().Publish("final", Noon).Now().AnnulBlock("1", "director", "Erreur", Noon).Now();
        var written = JsonSerializer.Serialize(record, JsonSerializerOptions.Web);
        var read = JsonSerializer.Deserialize<CandidateRecord>(written, JsonSerializerOptions.Web)!;
        Assert.Equal(written, JsonSerializer.Serialize(read, JsonSerializerOptions.Web));
        Assert.Equal(record.States(), read.States());
    }

    [Fact]
    public void The_results_hold_no_personal_data()
    {
        var record = New().Proposed("1", true).Decided("12", title: false);
        var results = JsonSerializer.Serialize(record with { Identity = new() { FirstName = "", LastName = "", Mail = "" } });
        Assert.DoesNotContain("Camille", results, StringComparison.Ordinal);
        Assert.DoesNotContain("Exemple", results, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", results, StringComparison.Ordinal);
    }

    [Fact]
    public void An_effect_is_written_without_its_recipient()
    {
        var written = JsonSerializer.Serialize(new TellOutcomes("camille", "final", Channel.Mail), JsonSerializerOptions.Web);
        Assert.DoesNotContain("recipient", written, StringComparison.Ordinal);
        Assert.Equal(new TellOutcomes("camille", "final", Channel.Mail), JsonSerializer.Deserialize<TellOutcomes>(written, JsonSerializerOptions.Web));
    }
}

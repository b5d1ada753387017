using System.Text.Json;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Planning;
using JuryBot.Domain.Sessions;

namespace JuryBot.Domain.Tests.Sessions;

public sealed class Creating
{
    private static readonly Session Wanted = new()
    {
        Id = "session", Certification = Certification.Rncp31168.Id, SynthesisBlock = "3", Promotion = "2019", Kind = JuryKind.Intermediate, Block = "1",
        Window = new(new(2019, 6, 3), new(2019, 6, 7), new(9, 0), new(18, 0)), Candidates = ["camille"], Rooms = ["room@example.org"],
        ExamMinutes = 30, CandidatesPerSitting = 4, Coordinator = "coordinator", CreatedAt = default,
    };

    public static TheoryData<string, string> Wrong => new()
    {
        { """{"lunch":{"from":"13:00:00","to":"12:00:00"}}""", "LunchInvalid" },
        { """{"break":{"afterExams":0,"minutes":15}}""", "BreakInvalid" },
        { """{"break":{"afterExams":4,"minutes":4}}""", "BreakInvalid" },
        { """{"lunch":{"from":"10:00:00","to":"17:00:00"},"examMinutes":90}""", "ExamLongerThanHalfDay" },
        { """{"lunch":{"from":"08:00:00","to":"19:00:00"}}""", "ExamLongerThanHalfDay" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Wrong_pauses_are_refused_by_their_rule(string change, string rule) =>
        Assert.Equal(rule, SessionVerbs.Create(null, Changed(change), Certification.Rncp31168).Refusal!.Rule);

    [Fact]
    public void A_session_stored_before_pauses_were_a_setting_has_the_usual_ones_and_one_without_keeps_none()
    {
        var before = JsonSerializer.SerializeToNode(Wanted, JsonSerializerOptions.Web)!.AsObject();
        before.Remove("lunch");
        before.Remove("break");
        var read = before.Deserialize<Session>(JsonSerializerOptions.Web)!;
        Assert.Equal((Lunch.Usual, new Break(4, 15)), (read.Lunch, read.Break));
        Assert.Equal([(new(9, 0), new(12, 30)), (new(13, 30), new(18, 0))], read.Stretches());

        var none = Changed("""{"lunch":null,"break":null}""");
        Assert.Null(none.Lunch);
        Assert.Null(none.Break);
        Assert.Equal([(new(9, 0), new(18, 0))], none.Stretches());
    }

    private static Session Changed(string change)
    {
        var session = JsonSerializer.SerializeToNode(Wanted, JsonSerializerOptions.Web)!.AsObject();
        foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(change)!)
        {
            session[name] = System.Text.Json.Nodes.JsonNode.Parse(value.GetRawText());
        }

        return session.Deserialize<Session>(JsonSerializerOptions.Web)!;
    }
}

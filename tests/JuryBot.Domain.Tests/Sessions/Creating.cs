using System.Text.Json;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Documents;
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
        { """{"lunch":{"from":"12:00:00","to":"12:00:00"}}""", "LunchInvalid" },
        { """{"break":{"afterExams":21,"minutes":15}}""", "BreakInvalid" },
        { """{"break":{"afterExams":4,"minutes":121}}""", "BreakInvalid" },
        { """{"lunch":null,"window":{"from":"2019-06-03","to":"2019-06-07","dayFrom":"09:00:00","dayTo":"12:00:00"},"examMinutes":181}""", "ExamLongerThanHalfDay" },
        { """{"candidates":[]}""", "NoCandidates" },
        { """{"block":null}""", "UnknownBlock" },
        { """{"block":"9"}""", "UnknownBlock" },
        { """{"rooms":[]}""", "NoRooms" },
        { """{"window":{"from":"2019-06-03","to":"2019-06-02","dayFrom":"09:00:00","dayTo":"18:00:00"}}""", "WindowInvalid" },
        { """{"window":{"from":"2019-06-03","to":"2019-06-07","dayFrom":"09:00:00","dayTo":"09:00:00"}}""", "HoursInvalid" },
        { """{"window":{"from":"2019-06-03","to":"2019-08-04","dayFrom":"09:00:00","dayTo":"18:00:00"}}""", "WindowInvalid" },
        { """{"examMinutes":9}""", "PaceInvalid" },
        { """{"examMinutes":241}""", "PaceInvalid" },
        { """{"candidatesPerSitting":0}""", "PaceInvalid" },
        { """{"candidatesPerSitting":21}""", "PaceInvalid" },
    };

    public static TheoryData<string> AtTheLimit =>
    [
        """{"window":{"from":"2019-06-03","to":"2019-06-03","dayFrom":"09:00:00","dayTo":"18:00:00"}}""",
        """{"window":{"from":"2019-06-03","to":"2019-08-03","dayFrom":"09:00:00","dayTo":"18:00:00"}}""",
        """{"examMinutes":10,"candidatesPerSitting":1}""",
        """{"examMinutes":240,"candidatesPerSitting":20}""",
        """{"break":{"afterExams":1,"minutes":5}}""",
        """{"break":{"afterExams":20,"minutes":120}}""",
        """{"lunch":null,"window":{"from":"2019-06-03","to":"2019-06-07","dayFrom":"09:00:00","dayTo":"12:00:00"},"examMinutes":180}""",
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_cannot_be_planned_is_refused_by_its_rule(string change, string rule) =>
        Assert.Equal(rule, SessionVerbs.Create(null, Changed(change), Certification.Rncp31168).Refusal!.Rule);

    [Theory]
    [MemberData(nameof(AtTheLimit))]
    public void What_just_fits_is_created_and_listed(string change)
    {
        var created = SessionVerbs.Create(null, Changed(change), Certification.Rncp31168);
        Assert.Null(created.Refusal);
        Assert.Equal([new IndexSession("session")], created.Effects);
    }

    [Fact]
    public void A_final_jury_is_not_of_a_block_and_waits_for_its_presidents()
    {
        var created = SessionVerbs.Create(null, Wanted with { Kind = JuryKind.Final, Block = null }, Certification.Rncp31168);
        Assert.Null(created.Refusal);
        Assert.Equal([new IndexSession("session"), new AskAppointment("session")], created.Effects);
    }

    [Fact]
    public void The_same_request_again_changes_nothing_whatever_has_happened_since()
    {
        var known = Wanted with
        {
            CreatedAt = DateTimeOffset.UnixEpoch, State = SessionState.Convened, Presidents = [new Appointment("paul", "Paul", "director", default)], Plan = new PlanReference("plan", "hash", 2, 1, 1),
            PlanProblem = new Refusal("NoPlan"), Cursor = 2, Added = 1, Revision = new Revision { Request = "r1" }, Polls = [new Poll("paul")], PlanForgottenAt = DateTimeOffset.UnixEpoch,
            Documents = [new IssuedDocument(DocumentKind.Audit, "", "fr", "hash", "says", DateTimeOffset.UnixEpoch, "coordinator")],
        };
        var again = SessionVerbs.Create(known, Changed("{}"), Certification.Rncp31168);
        Assert.Same(known, again.State);
        Assert.Empty(again.Effects);
    }

    [Theory]
    [InlineData("""{"candidates":["zoe"]}""")]
    [InlineData("""{"rooms":["other@example.org"]}""")]
    [InlineData("""{"examMinutes":45}""")]
    [InlineData("""{"lunch":null}""")]
    [InlineData("""{"coordinator":"another"}""")]
    public void Another_request_under_the_same_id_is_refused(string change) =>
        Assert.Equal(new Refusal("SessionExists"), SessionVerbs.Create(Wanted, Changed(change), Certification.Rncp31168).Refusal);

    [Theory]
    [InlineData(8, 9)]
    [InlineData(18, 19)]
    [InlineData(6, 7)]
    [InlineData(20, 21)]
    public void A_lunch_outside_the_day_takes_nothing_from_it(int from, int to) =>
        Assert.Equal([(new(9, 0), new(18, 0))], (Wanted with { Lunch = new Lunch(new(from, 0), new(to, 0)) }).Stretches());

    [Fact]
    public void A_lunch_at_an_end_of_the_day_shortens_it()
    {
        Assert.Equal([(new(11, 0), new(18, 0))], (Wanted with { Lunch = new Lunch(new(9, 0), new(11, 0)) }).Stretches());
        Assert.Equal([(new(9, 0), new(16, 0))], (Wanted with { Lunch = new Lunch(new(16, 0), new(18, 0)) }).Stretches());
    }

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

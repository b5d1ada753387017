using System.Globalization;
using System.Text.Json.Nodes;
using JuryBot.Sandbox.People;
using JuryBot.Sandbox.Season;
using JuryBot.Sandbox.Teams;

namespace JuryBot.Tests.WholeApp;

/// <summary>A small jury driven through the doors, step by step, each step leaving it where a test can look.</summary>
/// <param name="house">Where it is held.</param>
/// <param name="beside">Another jury of the same house, whose rosters serve this one too.</param>
internal sealed partial class Jury(House house, Jury? beside = null)
{
    private const string Promotion = "2027";
    private string session = "";

    /// <summary>The sitting's id, once convened; these juries need only one.</summary>
    public string Sitting { get; private set; } = "";

    public string Session => session;

    /// <summary>Whether it is held in a Teams meeting.</summary>
    public bool Remote { get; init; }

    /// <summary>Members of the session's groups, by the group's name.</summary>
    public Dictionary<string, Person[]> Groups { get; } = [];

    /// <summary>Candidates' ids by their mail.</summary>
    public Dictionary<string, string> Candidates { get; } = beside?.Candidates ?? [];

    private Person Coordinator => house.Coordinator;

    public static async Task<Jury> WithRostersAsync(House house)
    {
        (await house.UploadAsync(house.Coordinator, "candidates", "candidats.csv", RosterFiles.CandidatesCsv(house.Organisation, 2027))).Accepted();
        (await house.UploadAsync(house.Coordinator, "jurors", "jures.xlsx", RosterFiles.JurorsXlsx(house.Organisation))).Accepted();
        var expected = house.Organisation.Candidates.Count() + house.Organisation.Jurors.Count();
        await house.UntilAsync("the people's list", async () => (await house.GetAsync(house.Coordinator, "api/people")).Body.AsArray().Count >= expected);
        var jury = new Jury(house);
        foreach (var candidate in (await house.GetAsync(house.Coordinator, "api/candidates")).Body.AsArray())
        {
            jury.Candidates[candidate!["mail"]!.ToString()] = candidate["id"]!.ToString();
        }

        return jury;
    }

    /// <summary>A jury that is open: everybody accepted, sheets are in the members' chats.</summary>
    public static async Task<Jury> OpenedAsync(House house, string? block = "1", IEnumerable<Person>? candidates = null)
    {
        var jury = await WithRostersAsync(house);
        await jury.PlanAsync(block, candidates ?? house.Organisation.Candidates.Take(1));
        await jury.ConveneAsync();
        await jury.AnswerAsync();
        await jury.OpenAsync();
        return jury;
    }

    public string IdOf(Person candidate) => Candidates[candidate.Mail];

    public Task<Answer> ReadAsync() => house.GetAsync(Coordinator, $"api/sittings/{Sitting}");

    public async Task<IReadOnlyList<(Person Person, string Id, string Role)>> PanelAsync() => [.. (await ReadAsync())["panel"].AsArray()
        .Select(m => (house.Organisation.Find(m!["mail"]!.ToString())!, m["person"]!.ToString(), m["role"]!.ToString()))];

    public async Task<Person> ChairAsync() => (await PanelAsync()).First(m => m.Role is "chair" or "president").Person;

    /// <summary>A juror who is not on the panel.</summary>
    public async Task<Person> StrangerAsync()
    {
        var panel = await PanelAsync();
        return house.Organisation.Jurors.First(j => panel.All(m => m.Person != j));
    }

    /// <param name="block"><c>null</c> for a final jury.</param>
    /// <param name="pauses">Whether there is lunch, and a break after four exams, as is usual.</param>
    public static JsonObject Request(string? block, IEnumerable<string> candidates, IEnumerable<string> rooms, int day = 12, int minutes = 30, int perSitting = 4, bool pauses = true) => new()
    {
        ["certification"] = "RNCP31168@2018",
        ["promotion"] = Promotion,
        ["kind"] = block is null ? "final" : "intermediate",
        ["block"] = block,
        ["window"] = new JsonObject { ["from"] = $"2026-10-{day:D2}", ["to"] = $"2026-10-{day + 2:D2}", ["dayFrom"] = "09:00", ["dayTo"] = "18:00" },
        ["candidates"] = new JsonArray([.. candidates.Select(c => (JsonNode)c)]),
        ["rooms"] = new JsonArray([.. rooms.Select(r => (JsonNode)r)]),
        ["examMinutes"] = minutes,
        ["candidatesPerSitting"] = perSitting,
        ["lunch"] = pauses ? new JsonObject { ["from"] = "12:30", ["to"] = "13:30" } : null,
        ["break"] = pauses ? new JsonObject { ["afterExams"] = 4, ["minutes"] = 15 } : null,
    };

    /// <param name="block"><c>null</c> for a final jury.</param>
    /// <param name="presidents">How many the director appoints.</param>
    public async Task PlanAsync(string? block, IEnumerable<Person> candidates, int day = 12, int minutes = 30, int perSitting = 4, int presidents = int.MaxValue, bool pauses = true)
    {
        var planned = await AskForPlanAsync(block, candidates, day, minutes, perSitting, presidents, pauses);
        Assert.Equal("planned", planned["state"].ToString());
        Assert.Single(planned["plan"]["sittings"]!.AsArray());
    }

    /// <summary>The session once its planning has come to an end, whichever.</summary>
    public async Task<Answer> AskForPlanAsync(string? block, IEnumerable<Person> candidates, int day = 12, int minutes = 30, int perSitting = 4, int presidents = int.MaxValue, bool pauses = true)
    {
        session = $"api/sessions/{Guid.NewGuid():N}";
        var rooms = (await house.GetAsync(Coordinator, "api/rooms")).Accepted().Body.AsArray().Select(r => r!["mail"]!.ToString()).ToList();
        var request = Request(block, candidates.Select(IdOf), rooms, day, minutes, perSitting, pauses);
        request["remote"] = Remote;
        request["groups"] = GroupsRequested();
        (await house.PutAsync(Coordinator, session, request)).Accepted();
        if (block is null)
        {
            await AppointAsync(presidents);
        }

        (await house.PostAsync(Coordinator, $"{session}/plan")).Accepted();
        await house.UntilAsync("the plan", async () => (await house.GetAsync(Coordinator, session))["state"].ToString() != "planning");
        return await house.GetAsync(Coordinator, session);
    }

    public JsonArray GroupsRequested() => new([.. Groups.Select(group => new JsonObject { ["name"] = group.Key, ["candidates"] = new JsonArray([.. group.Value.Select(c => (JsonNode)IdOf(c))]) })]);

    /// <summary>The director appoints so many of those who can preside.</summary>
    public async Task AppointAsync(int presidents = int.MaxValue)
    {
        var people = (await house.GetAsync(house.Director, "api/people")).Body.AsArray()
            .Where(p => p!["capacities"]?.AsArray().Any(c => c!.ToString() == "president") == true).Select(p => (JsonNode)p!["id"]!.ToString()).Take(presidents);
        (await house.PostAsync(house.Director, $"{session}/presidents", new JsonObject { ["people"] = new JsonArray([.. people]) })).Accepted();
    }

    public async Task ConveneAsync(bool unseen = false)
    {
        (await (unseen ? house.ConveneUnseenAsync(session) : house.ConveneAsync(session))).Accepted();
        await house.UntilAsync("everybody convened", async () => (await house.GetAsync(Coordinator, session))["state"].ToString() == "convened");
        Sitting = $"{session.Split('/')[^1]}-000";
        await house.UntilAsync("the invitations", async () => (await ReadAsync())["eventSent"].GetValue<bool>());
        await house.UntilAsync("the panel's invitations", async () => (await PanelAsync()).All(m => Invitation(m.Person) is not null));
    }

    public Task<Answer> AskRevisionAsync(params IEnumerable<Person> late) => house.PostAsync(Coordinator, $"{session}/revision", new JsonObject
    {
        ["candidates"] = new JsonArray([.. late.Select(c => (JsonNode)IdOf(c))]),
        ["groups"] = Groups.Count == 0 ? null : GroupsRequested(),
    });

    /// <summary>The session once the coordinator has asked how its plan may change, and the proposal is there.</summary>
    public async Task<Answer> ReviseAsync(params IEnumerable<Person> late)
    {
        (await AskRevisionAsync(late)).Accepted();
        await house.UntilAsync("the proposal", async () => (await house.GetAsync(Coordinator, session))["revision"]["state"]!.ToString() != "working");
        return await house.GetAsync(Coordinator, session);
    }

    /// <summary>The session once the proposal that was read is carried out.</summary>
    public async Task<Answer> ApplyAsync(Answer read)
    {
        (await DecideAsync(read, "apply")).Accepted();
        await house.UntilAsync("the revision applied", async () => (await house.GetAsync(Coordinator, session))["revision"]["state"]!.ToString() == "applied");
        return await house.GetAsync(Coordinator, session);
    }

    /// <param name="read">The session with the proposal.</param>
    /// <param name="decision">apply or discard.</param>
    public Task<Answer> DecideAsync(Answer read, string decision, string? key = null) =>
        house.PostAsync(Coordinator, $"{session}/revision/{decision}", new JsonObject { ["request"] = read["revision"]["request"]!.ToString() }, key);

    /// <summary>Those who have not answered accept.</summary>
    public async Task AnswerAsync()
    {
        var panel = await PanelAsync();
        await house.UntilAsync("the panel's invitations", () => panel.All(m => Invitation(m.Person) is not null));
        foreach (var member in panel)
        {
            Assert.True(house.Tenant.Calendars.Respond(member.Person.Mail, Invitation(member.Person)!, "accepted"));
        }

        await RefreshAsync();
        // At once, unless JuryBot is just writing the event: then as soon as it has.
        await house.UntilAsync("the answers", async () => (await ReadAsync())["panel"].AsArray().All(m => m!["response"]!.ToString() == "accepted"));
    }

    public async Task RefreshAsync() => (await house.PostAsync(Coordinator, $"api/sittings/{Sitting}/refresh")).Accepted();

    /// <summary>The member's copy of the jury's event.</summary>
    public string? Invitation(Person member)
    {
        var source = house.Tenant.Calendars.All(house.JuryMailbox).FirstOrDefault(item => item.IsOrganizer && item.Properties.ContainsValue(Sitting) && item.Attendees.Exists(a => a.Type == "resource"));
        return source is null ? null : house.Tenant.Calendars.All(member.Mail).FirstOrDefault(item => item.ICalUId == source.ICalUId && !item.IsCancelled)?.Id;
    }

    /// <param name="values">What is entered on the card; <c>null</c> for what it proposes.</param>
    public async Task OpenAsync(Dictionary<string, string>? values = null)
    {
        var chair = await ChairAsync();
        await ComeAsync();
        await house.UntilAsync("the card that opens the sitting", () => Find(chair, "sitting.open") is not null);
        Assert.False(IsRefusal(await PressAsync(chair, "sitting.open", null, values)));
        await WithSheetsAsync();
    }

    /// <summary>Moves to the sitting's day.</summary>
    public async Task ComeAsync()
    {
        var start = DateTimeOffset.Parse((await ReadAsync())["start"].ToString(), CultureInfo.InvariantCulture);
        await house.Tenant.Wire.WhenQuietAsync(TimeSpan.FromMilliseconds(100));
        await house.Tenant.Clock.AdvanceToAsync(start - TimeSpan.FromMinutes(29));
    }

    private async Task WithSheetsAsync()
    {
        var (panel, exams) = (await PanelAsync(), await ExamsAsync());
        await house.UntilAsync("the score sheets", () => exams.All(e => panel.All(m => Find(m.Person, "sheet.submit", e) is not null)));
    }

    /// <summary>Candidates' ids in the sitting's order.</summary>
    public async Task<IReadOnlyList<string>> ExamsAsync() => [.. (await ReadAsync())["exams"].AsArray().Select(e => e!["candidate"]!.ToString())];

    public async Task<string> StateAsync(string candidate) =>
        (await ReadAsync())["exams"].AsArray().Single(e => e!["candidate"]!.ToString() == candidate)!["state"]!.ToString();

    /// <summary>Everybody submits a sheet on which each criterion is acquired.</summary>
    public async Task GradeAsync(string candidate)
    {
        foreach (var (member, _, _) in await PanelAsync())
        {
            await SubmitAsync(member, candidate);
        }
    }

    /// <summary>A member hands in a sheet on which each criterion is acquired.</summary>
    public async Task SubmitAsync(Person member, string candidate, Dictionary<string, string>? sheet = null)
    {
        Assert.False(IsRefusal(await PressAsync(member, "sheet.submit", candidate, sheet ?? Good(member, candidate))));
        Assert.False(IsRefusal(await PressAsync(member, "sheet.confirm", candidate)));
    }

    /// <summary>The chair opens the deliberation and records the decision.</summary>
    public async Task DecideAsync(string candidate, bool acquired = true)
    {
        var chair = await ChairAsync();
        await OpenDeliberationAsync(candidate);
        Assert.False(IsRefusal(await PressAsync(chair, "deliberation.decide", candidate, Ruling(chair, candidate, acquired))));
        Assert.False(IsRefusal(await PressAsync(chair, "deliberation.confirm", candidate)));
        await house.UntilAsync("the decision in the sitting", async () => await StateAsync(candidate) == "decided");
    }

    /// <summary>The chair decides anew after an annulment.</summary>
    public async Task DecideAgainAsync(string candidate, bool acquired)
    {
        var chair = await ChairAsync();
        await house.UntilAsync("the deliberation's card", () => Find(chair, "deliberation.show", candidate) is not null);
        Assert.False(IsRefusal(await PressAsync(chair, "deliberation.show", candidate)));
        Assert.False(IsRefusal(await PressAsync(chair, "deliberation.decide", candidate, Ruling(chair, candidate, acquired))));
        Assert.False(IsRefusal(await PressAsync(chair, "deliberation.confirm", candidate)));
    }

    public async Task OpenDeliberationAsync(string candidate)
    {
        var chair = await ChairAsync();
        await house.UntilAsync("the deliberation's card", () => Find(chair, "deliberation.open", candidate) is not null);
        Assert.False(IsRefusal(await PressAsync(chair, "deliberation.open", candidate)));
    }

    public Dictionary<string, string> Ruling(Person chair, string candidate, bool acquired = true)
    {
        var inputs = Find(chair, "deliberation.decide", candidate)!.Value.Action.Inputs;
        var values = inputs.Where(i => i.Id.StartsWith("b.", StringComparison.Ordinal)).ToDictionary(i => i.Id, _ => acquired ? "acquired" : "notAcquired");
        foreach (var reason in inputs.Where(i => i.Id.StartsWith("r.", StringComparison.Ordinal)))
        {
            values[reason.Id] = acquired ? "" : "Compétences insuffisamment démontrées.";
        }

        if (inputs.Any(i => i.Id == "award"))
        {
            values["award"] = acquired ? "title" : "noTitle";
        }

        if (inputs.Any(i => i is { Id: "presentation", Value: "" }))
        {
            values["presentation"] = "professionalSimulation";
        }

        return values;
    }

    public async Task<Answer> PublishAsync(string? key = null) => await house.PostAsync(Coordinator, $"api/sittings/{Sitting}/publication", key: key);
}

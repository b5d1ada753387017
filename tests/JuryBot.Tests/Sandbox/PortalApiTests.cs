using System.Net;
using System.Text.Json.Nodes;

namespace JuryBot.Tests.Sandbox;

public sealed class PortalApiTests
{
    [Fact]
    public async Task People_and_the_organisation_are_shown()
    {
        await using var harness = await Harness.StartAsync();
        var people = (await JsonAsync(harness, "people")).AsArray();
        Assert.Equal(["coordinator", "coordinator", "director"], people.Take(3).Select(person => (string)person!["kind"]!));
        Assert.False((bool)people[^1]!["hasAccount"]!);
        var info = await JsonAsync(harness, "info");
        Assert.True((bool)info["fictitiousRenewal"]!);
        Assert.Equal("Europe/Paris", (string)info["timeZone"]!);
    }

    [Fact]
    public async Task A_person_writes_acts_and_reads_in_the_chat()
    {
        await using var harness = await Harness.StartAsync();
        await using var bot = await RecordingBot.StartAsync();
        var (tenant, juror) = (harness.Tenant, harness.Juror);
        tenant.JuryBots.Addresses = [bot.Address];
        await tenant.Teams.InstallAsync(juror);
        using var said = await harness.SendAsync(HttpMethod.Post, $"portal/api/people/{juror.Id}/chat", new { text = "mes jurys" });
        using var posted = await harness.TeamsAsync(HttpMethod.Post, $"/{juror.ConversationId}/activities", Harness.CardMessage(ReceivedCardTests.Sheet()));
        var messages = (await JsonAsync(harness, $"people/{juror.Id}/chat"))["messages"]!.AsArray();
        Assert.Equal(["me", "bot"], messages.Select(message => (string)message!["from"]!));
        Assert.Equal("AdaptiveCard", (string)messages[1]!["attachments"]![0]!["content"]!["type"]!);

        bot.Answer = _ => (200, new JsonObject { ["statusCode"] = 200, ["type"] = "application/vnd.microsoft.activity.message", ["value"] = "Merci" });
        using var acted = await harness.SendAsync(HttpMethod.Post, $"portal/api/people/{juror.Id}/chat/{messages[1]!["id"]}/actions", new { type = "Action.Execute", verb = "sheet.submit", id = (string?)null, data = new { v = 1 } });
        var answer = JsonNode.Parse(await acted.Content.ReadAsStringAsync())!;
        Assert.Equal((200, "Merci"), ((int)answer["status"]!, (string)answer["body"]!["value"]!));
    }

    [Fact]
    public async Task An_invitation_is_read_and_answered()
    {
        await using var harness = await Harness.StartAsync();
        var (coordinator, outside) = (harness.Coordinator, harness.Organisation.Candidates.Last());
        using var made = await harness.GraphAsync(HttpMethod.Post, $"/users/{coordinator.Id}/events", new
        {
            subject = "Votre oral", start = new { dateTime = "2027-01-11T09:00:00", timeZone = "Europe/Paris" }, end = new { dateTime = "2027-01-11T10:00:00", timeZone = "Europe/Paris" },
            attendees = new[] { new { emailAddress = new { address = outside.Mail }, type = "required" } },
        });
        var mail = Assert.Single((await JsonAsync(harness, $"people/{outside.Id}/mail")).AsArray())!;
        Assert.Equal((coordinator.Mail, "Votre oral", false), ((string)mail["from"]!, (string)mail["subject"]!, (bool)mail["read"]!));
        using var read = await harness.SendAsync(HttpMethod.Post, $"portal/api/people/{outside.Id}/mail/{mail["id"]}/read");
        Assert.True((bool)(await JsonAsync(harness, $"people/{outside.Id}/mail")).AsArray()[0]!["read"]!);

        var item = Assert.Single((await JsonAsync(harness, $"people/{outside.Id}/calendar?from=2027-01-01T00:00:00Z&to=2027-02-01T00:00:00Z")).AsArray())!;
        Assert.Equal((true, "notResponded"), ((bool)item["isJuryBot"]!, (string)item["myResponse"]!));
        using var answered = await harness.SendAsync(HttpMethod.Post, $"portal/api/people/{outside.Id}/calendar/{item["id"]}/response", new { response = "accepted" });
        var organised = (await JsonAsync(harness, $"people/{coordinator.Id}/calendar?from=2027-01-11T00:00:00Z&to=2027-01-12T00:00:00Z")).AsArray().Single(other => (bool)other!["isJuryBot"]!)!;
        Assert.Equal("accepted", (string)organised["attendees"]![0]!["response"]!);
    }

    [Fact]
    public async Task The_clock_is_moved_forward_and_only_forward()
    {
        await using var harness = await Harness.StartAsync();
        using var moved = await harness.SendAsync(HttpMethod.Post, "portal/api/clock", new { advanceMinutes = 90 });
        Assert.Equal(5400, (double)JsonNode.Parse(await moved.Content.ReadAsStringAsync())!["offsetSeconds"]!, 0.1);
        using var back = await harness.SendAsync(HttpMethod.Post, "portal/api/clock", new { to = "2020-01-01T00:00:00Z" });
        Assert.Equal(HttpStatusCode.BadRequest, back.StatusCode);
    }

    [Fact]
    public async Task Changes_are_told_as_they_happen()
    {
        await using var harness = await Harness.StartAsync();
        using var client = new HttpClient();
        using var lines = new StreamReader(await client.GetStreamAsync(new Uri(harness.Tenant.Address, "portal/api/events")));
        Assert.Equal(": connected", await lines.ReadLineAsync());
        await lines.ReadLineAsync();
        harness.Tenant.Chats.Add(harness.Juror, "bot", "Bonjour", []);
        Assert.Equal($$"""data: {"kind":"chat","person":"{{harness.Juror.Id}}"}""", await lines.ReadLineAsync());
    }

    [Theory]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost:3978", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("own", HttpStatusCode.OK)]
    public async Task Only_the_portals_own_page_may_ask(string origin, HttpStatusCode expected)
    {
        await using var harness = await Harness.StartAsync();
        harness.Tenant.JuryBots.Addresses = [new Uri("http://localhost:3978/")];
        using var answer = await harness.SendAsync(HttpMethod.Post, "portal/api/clock", new { advanceMinutes = 1 }, origin: origin == "own" ? harness.Tenant.Address.GetLeftPart(UriPartial.Authority) : origin);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task A_name_that_was_rebound_to_this_machine_is_refused()
    {
        await using var harness = await Harness.StartAsync();
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(harness.Tenant.Address, "portal/api/people"));
        request.Headers.Host = $"evil.example:{harness.Tenant.Address.Port}";
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task The_portals_outlook_signs_its_person_in_for_juryBots_pane_alone()
    {
        await using var harness = await Harness.StartAsync();
        var (tokens, client, scope) = (harness.Tenant.Tokens, harness.Organisation.ClientId.ToString(), $"{harness.Tenant.Tokens.ApiAudience}/.default");
        using var answer = await AskAsync(harness.Juror.Id, client, scope);
        var granted = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.True(await tokens.Entra.AcceptsAsync((string)granted["token"]!["access_token"]!, tokens.ApiAudience));
        Assert.True(await tokens.Entra.AcceptsAsync((string)granted["token"]!["id_token"]!, client));
        Assert.StartsWith(harness.Juror.Id, (string)granted["account"]!["homeAccountId"]!, StringComparison.Ordinal);
        foreach (var (person, app, wanted) in new[] { (harness.Juror.Id, "another", scope), (harness.Juror.Id, client, "https://graph.microsoft.com/.default"), (harness.Organisation.People.First(p => !p.HasAccount).Id, client, scope) })
        {
            using var refused = await AskAsync(person, app, wanted);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        Task<HttpResponseMessage> AskAsync(string person, string app, string wanted) => harness.SendAsync(HttpMethod.Post, $"portal/api/people/{person}/token", new { clientId = app, scope = wanted });
    }

    [Fact]
    public async Task The_portals_teams_signs_its_person_in_for_the_tab()
    {
        await using var harness = await Harness.StartAsync();
        using var answer = await harness.SendAsync(HttpMethod.Post, $"portal/api/people/{harness.Juror.Id}/tab-token", new { });
        Assert.True(await harness.Tenant.Tokens.Entra.AcceptsAsync((string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["token"]!, harness.Tenant.Tokens.ApiAudience));
        using var refused = await harness.SendAsync(HttpMethod.Post, $"portal/api/people/{harness.Organisation.People.First(p => !p.HasAccount).Id}/tab-token", new { });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    private static async Task<JsonNode> JsonAsync(Harness harness, string path)
    {
        using var answer = await harness.SendAsync(HttpMethod.Get, $"portal/api/{path}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }
}

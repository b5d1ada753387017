using System.Text;
using System.Text.Json.Nodes;
using JuryBot.Sandbox.Teams;
using JuryBot.Sandbox.Tokens;
using Microsoft.AspNetCore.Authorization;

namespace JuryBot.Tests.WholeApp;

public sealed class IdentityTests(SharedHouse shared) : IClassFixture<SharedHouse>
{
    // A personal link is its own key.
    private static readonly string[] Public = ["/", "/api/messages", "/health", "/icons/{size:int}.png", "/privacy", "/terms", "/notifications/events", "/notifications/lifecycle", "/app/config.json",
        "/availability/{token}/", "/availability/{token}/", "/declaration/{token}/", "/declaration/{token}/", "/sheet/{token}/", "/sheet/{token}/", "/convocation/{token}/", "/convocation/{token}/", "/convocation/{token}/calendar.ics",
        "/deposit/{token}/", "/deposit/{token}/", "/deposit/{token}/{version:int}/{number:int}", "/deposited/{token}/", "/deposited/{token}/{candidate}/{version:int}/{number:int}", "/outcome/{token}/", "/outcome/{token}/", "/minutes/{token}/", "/minutes/{token}/"];

    private static readonly Dictionary<string, Func<House, string?>> Forged = new()
    {
        ["none"] = _ => null,
        ["a person's token for the API"] = h => h.Tenant.Tokens.User(h.Director),
        ["JuryBot's own token for the connector"] = h => h.Tenant.Tokens.App("https://api.botframework.com/.default"),
        ["JuryBot's own token for Graph"] = h => h.Tenant.Tokens.App("https://graph.microsoft.com/.default"),
        ["the channel's key, our audience, the tenant's issuer"] = h => h.Tenant.Tokens.Entra.Mint(h.Organisation.AppId.ToString(), Service(h)),
        ["no service address"] = h => h.Tenant.Tokens.Channel.Mint(h.Organisation.AppId.ToString(), []),
        ["the API's audience"] = h => h.Tenant.Tokens.Channel.Mint(h.Tenant.Tokens.ApiAudience, Service(h)),
        ["the service address of another tenant's region"] = h => h.Tenant.Tokens.Channel.Mint(h.Organisation.AppId.ToString(), new JsonObject { ["serviceurl"] = $"{h.Tenant.ServiceUrl}other/" }),
    };

    private House House => shared.House;

    public static TheoryData<string> WrongChannelTokens => [.. Forged.Keys, .. Enum.GetNames<TokenFault>().Where(f => f != nameof(TokenFault.None))];

    public static TheoryData<TokenFault> Faults => [.. Enum.GetValues<TokenFault>().Where(f => f is not (TokenFault.None or TokenFault.ServiceUrl))];

    [Theory]
    [MemberData(nameof(WrongChannelTokens))]
    public async Task An_activity_with_a_wrong_token_gets_401_and_changes_nothing(string name)
    {
        var (before, messages) = (await House.SnapshotAsync(), House.Tenant.Counters.Messages);

        var answer = await PostAsync(Activity(), Forged.TryGetValue(name, out var forge) ? forge(House) : House.Tenant.Tokens.Activity(Enum.Parse<TokenFault>(name)));

        Assert.Equal(401, answer.Status);
        Assert.Equal(before, await House.SnapshotAsync());
        Assert.Equal(messages, House.Tenant.Counters.Messages);
    }

    [Fact]
    public async Task A_good_token_does_not_speak_for_another_tenant_service_or_channel()
    {
        var before = await House.SnapshotAsync();
        Action<JsonObject>[] faults =
        [
            a => a["conversation"]!["tenantId"] = Guid.NewGuid().ToString(),
            a => a["channelData"]!["tenant"]!["id"] = Guid.NewGuid().ToString(),
            a => a["serviceUrl"] = "https://evil.example/teams/",
            a => a["channelId"] = "directline",
        ];
        foreach (var fault in faults)
        {
            var activity = Activity();
            fault(activity);
            Assert.Equal(401, (await PostAsync(activity, House.Tenant.Tokens.Activity())).Status);
        }

        Assert.Equal(before, await House.SnapshotAsync());
    }

    [Fact]
    public async Task A_good_token_is_heard()
    {
        var stranger = House.Organisation.Jurors.First();
        var before = House.Tenant.Chats.Of(stranger).Count;
        Assert.True((await House.Tenant.Teams.SayAsync(stranger, "aide")).IsSuccess);
        Assert.Equal(before + 2, House.Tenant.Chats.Of(stranger).Count);
    }

    [Fact]
    public async Task Only_POST_reaches_the_bot_and_health_needs_no_token()
    {
        Assert.Equal(405, (await House.GetAsync(null, "api/messages")).Status);
        Assert.Equal(405, (await House.SendAsync(House.Tenant.Tokens.Activity(), HttpMethod.Put, "api/messages")).Status);
        Assert.Equal(200, (await House.GetAsync(null, "health/live")).Status);
        Assert.Equal(200, (await House.GetAsync(null, "health/ready")).Status);
        Assert.Equal(200, (await House.GetAsync(null, "app/config.json")).Status);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task The_API_refuses_a_wrong_token(TokenFault fault) =>
        Assert.Equal(401, (await House.SendAsync(House.Tenant.Tokens.User(House.Coordinator, fault), HttpMethod.Get, "api/me")).Status);

    [Fact]
    public async Task The_API_refuses_no_token_the_channels_token_and_JuryBots_own()
    {
        string?[] tokens = [null, House.Tenant.Tokens.Activity(), House.Tenant.Tokens.App("https://graph.microsoft.com/.default")];
        foreach (var token in tokens)
        {
            Assert.Equal(401, (await House.SendAsync(token, HttpMethod.Get, "api/me")).Status);
        }
    }

    [Fact]
    public async Task The_API_does_not_open_to_a_token_that_only_says_who_somebody_is() =>
        Assert.Equal(403, (await House.SendAsync(House.Tenant.Tokens.Id(House.Coordinator, null), HttpMethod.Get, "api/me")).Status);

    [Theory]
    [InlineData("app/")]
    [InlineData("APP/index.html")]
    public async Task Every_page_says_who_may_frame_it(string path)
    {
        using var http = new HttpClient();
        using var page = await http.GetAsync(new Uri(House.Address, path));
        Assert.Contains("frame-ancestors", string.Join(' ', page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_JuryBot_does_not_know_gets_403_everywhere()
    {
        var unknown = House.Organisation.Jurors.First();
        foreach (var (method, path) in Doors.Calls(House))
        {
            Assert.True(await Doors.TryAsync(House, unknown, method, path) == 403, $"{method} {path}");
        }
    }

    [Fact]
    public void Every_route_says_who_may_call_it_or_is_known_to_be_public()
    {
        var open = new List<string>();
        foreach (var endpoint in Doors.Of(House))
        {
            var roles = endpoint.Metadata.Any(m => m.GetType().Name == "RolesRequired");
            var authorized = endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null;
            if (!roles || !authorized)
            {
                open.Add($"/{endpoint.RoutePattern.RawText!.TrimStart('/')}");
            }
        }

        Assert.Equal(Public.Order(), open.Order());
    }

    private static JsonObject Service(House house) => new() { ["serviceurl"] = house.Tenant.ServiceUrl };

    private JsonObject Activity() => new Activities(House.Tenant).Text(House.Organisation.Jurors.First(), Guid.NewGuid().ToString(), "aide");

    private Task<Answer> PostAsync(JsonObject activity, string? token) =>
        House.SendAsync(token, HttpMethod.Post, "api/messages", new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"));
}

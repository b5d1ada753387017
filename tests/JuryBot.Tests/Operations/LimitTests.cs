using System.Globalization;
using System.Net;
using JuryBot.Tests.Azurite;
using JuryBot.Tests.WholeApp;

namespace JuryBot.Tests.Operations;

/// <summary>How often somebody may ask without signing in.</summary>
public sealed class LimitTests(AzuriteFixture azurite)
{
    private const string Behind = "203.0.113.";

    [Fact]
    public async Task Who_asks_open_pages_too_often_waits_and_another_address_does_not()
    {
        await using var house = await StartAsync(trusted: true, ("Limits:OpenPerMinute", "3"));
        using var visitor = new Visitor(house);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(200, (await visitor.SendAsync(HttpMethod.Get, "app/config.json", null, ("X-Forwarded-For", Behind + 1))).Status);
        }

        var refused = await visitor.SendAsync(HttpMethod.Get, "health", null, ("X-Forwarded-For", Behind + 1), ("Accept-Language", "en"));
        Assert.Equal(429, refused.Status);
        Assert.InRange(int.Parse(refused.Headers["Retry-After"], CultureInfo.InvariantCulture), 1, 60);
        Assert.Contains($"Wait {refused.Headers["Retry-After"]} seconds", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Attendez", (await visitor.SendAsync(HttpMethod.Get, "health", null, ("X-Forwarded-For", Behind + 1), ("Accept-Language", "fr"))).Text, StringComparison.Ordinal);
        Assert.Equal(200, (await visitor.SendAsync(HttpMethod.Get, "health", null, ("X-Forwarded-For", Behind + 2))).Status);
        // The last address is the ingress's own word; what stands before it is the client's.
        Assert.Equal(429, (await visitor.SendAsync(HttpMethod.Get, "health", null, ("X-Forwarded-For", $"{Behind}3, {Behind}1"))).Status);
    }

    [Fact]
    public async Task Notifications_are_taken_up_to_so_many_a_minute_from_wherever_they_come()
    {
        await using var house = await StartAsync(trusted: true, ("Limits:NotificationsPerMinute", "3"));
        using var visitor = new Visitor(house);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(400, (await visitor.SendAsync(HttpMethod.Post, "notifications/events", null, ("X-Forwarded-For", Behind + i))).Status);
        }

        var refused = await visitor.SendAsync(HttpMethod.Post, "notifications/lifecycle", null, ("X-Forwarded-For", Behind + 9));
        Assert.Equal(429, refused.Status);
        Assert.InRange(int.Parse(refused.Headers["Retry-After"], CultureInfo.InvariantCulture), 1, 60);
        Assert.Equal(200, (await visitor.SendAsync(HttpMethod.Get, "health", null, ("X-Forwarded-For", Behind + 9))).Status);
    }

    [Fact]
    public async Task An_address_that_nobody_trusted_tells_is_not_believed()
    {
        await using var house = await StartAsync(trusted: false, ("Limits:OpenPerMinute", "3"));
        using var visitor = new Visitor(house);
        var answers = new List<int>();
        for (var i = 0; i < 4; i++)
        {
            answers.Add((await visitor.SendAsync(HttpMethod.Get, "app/config.json", null, ("X-Forwarded-For", Behind + i))).Status);
        }

        Assert.Equal([200, 200, 200, 429], answers);
    }

    [Theory]
    [InlineData("api/messages")]
    [InlineData("api/me")]
    public async Task Who_was_refused_too_often_is_not_looked_at_and_the_channel_and_people_go_on(string path)
    {
        await using var house = await StartAsync(trusted: true, ("Limits:RefusedPerMinute", "3"));
        var method = path == "api/me" ? HttpMethod.Get : HttpMethod.Post;
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(401, await ForgeAsync(house, method, path, 1));
        }

        Assert.Equal(429, await ForgeAsync(house, method, path, 1));
        Assert.Equal(401, await ForgeAsync(house, method, path, 2));
        for (var i = 0; i < 10; i++)
        {
            Assert.True((await house.Tenant.Teams.SayAsync(house.Coordinator, "aide")).IsSuccess);
            (await house.GetAsync(house.Coordinator, "api/me")).Accepted();
        }
    }

    private static async Task<int> ForgeAsync(House house, HttpMethod method, string path, int client)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(method, new Uri(house.Address, path));
        request.Headers.Add("X-Forwarded-For", $"{Behind}{client}");
        request.Headers.Authorization = new("Bearer", "eyJhbGciOiJSUzI1NiJ9.e30.x");
        using var answer = await http.SendAsync(request);
        return (int)answer.StatusCode;
    }

    private Task<House> StartAsync(bool trusted, params (string Key, string Value)[] limits) => House.StartAsync(azurite, settings: new(limits.Select(limit => KeyValuePair.Create(limit.Key, (string?)limit.Value)))
    {
        ["Site:TrustedProxies"] = trusted ? $"{IPAddress.Loopback}, ::1/128, ::ffff:127.0.0.0/104" : null,
    });
}

using System.Net;
using JuryBot.Sandbox;

namespace JuryBot.Tests.Sandbox;

public sealed class GraphLimitTests
{
    [Fact]
    public async Task Without_a_token_for_Graph_there_is_no_answer()
    {
        await using var harness = await Harness.StartAsync();
        foreach (var token in (string[])["", "x", harness.Tenant.Tokens.App("https://api.botframework.com/.default"), harness.Tenant.Tokens.User(harness.Juror)])
        {
            using var answer = await harness.GraphAsync(HttpMethod.Get, "/users", token: token);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_fifth_request_in_flight_to_one_mailbox_is_refused_and_counted()
    {
        await using var harness = await Harness.StartAsync(new TenantOptions { Jurors = 6, Candidates = 2, GraphLatency = TimeSpan.FromMilliseconds(400) });
        var path = $"/users/{harness.Coordinator.Id}/events";
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => harness.GraphAsync(HttpMethod.Get, path)));
        Assert.Equal(4, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        Assert.All(answers.Where(answer => answer.StatusCode != HttpStatusCode.OK), answer => Assert.Equal((HttpStatusCode.TooManyRequests, true), (answer.StatusCode, answer.Headers.RetryAfter is not null)));
        Assert.Equal(2, harness.Tenant.Counters.Violations["graph.inFlight"]);
    }

    [Fact]
    public async Task A_mailbox_sends_thirty_messages_a_minute_on_the_sandboxs_clock()
    {
        await using var harness = await Harness.StartAsync();
        for (var i = 0; i < 30; i++)
        {
            using var sent = await SendAsync();
            Assert.Equal(HttpStatusCode.Accepted, sent.StatusCode);
        }

        using var refused = await SendAsync();
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        await harness.Tenant.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));
        using var later = await SendAsync();
        Assert.Equal(HttpStatusCode.Accepted, later.StatusCode);
        Assert.Equal(1, harness.Tenant.Counters.Violations["mail.perMinute"]);

        Task<HttpResponseMessage> SendAsync() => harness.GraphAsync(HttpMethod.Post, $"/users/{harness.Coordinator.Id}/sendMail", new
        {
            message = new { subject = "Bonjour", body = new { contentType = "text", content = "Bonjour" }, toRecipients = new[] { new { emailAddress = new { address = harness.Juror.Mail } } } },
        });
    }

    [Theory]
    [InlineData(21, 10, "graph.scheduleAddresses")]
    [InlineData(2, 62, "graph.scheduleWindow")]
    public async Task A_schedule_has_its_limits(int addresses, int days, string violation)
    {
        await using var harness = await Harness.StartAsync();
        using var answer = await harness.GraphAsync(HttpMethod.Post, $"/users/{harness.Coordinator.Id}/calendar/getSchedule", new
        {
            schedules = Enumerable.Repeat(harness.Juror.Mail, addresses),
            startTime = new { dateTime = "2027-01-01T00:00:00", timeZone = "UTC" },
            endTime = new { dateTime = new DateTime(2027, 1, 1).AddDays(days).ToString("s"), timeZone = "UTC" },
        });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(1, harness.Tenant.Counters.Violations[violation]);
    }

    [Theory]
    [InlineData("""{"subject":5}""")]
    [InlineData("""{"start":"tomorrow"}""")]
    [InlineData("[]")]
    [InlineData("{")]
    public async Task A_body_of_another_shape_is_a_bad_request(string body)
    {
        await using var harness = await Harness.StartAsync();
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(harness.Tenant.Address, $"graph/v1.0/users/{harness.Coordinator.Id}/events")) { Content = new StringContent(body) };
        request.Headers.Authorization = new("Bearer", harness.Tenant.Tokens.App("https://graph.microsoft.com/.default"));
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}

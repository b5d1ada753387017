using System.Collections.Concurrent;
using System.Net;

namespace JuryBot.Teams.Tests;

public sealed class ConnectorRetryTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> paced = new();
    private Bot bot = null!;

    public async ValueTask InitializeAsync() => bot = await Bot.StartAsync(compose: services => services.Configure<ConnectorOptions>(options =>
    {
        options.AttemptTimeout = TimeSpan.FromSeconds(1);
        options.Pace = (lane, _) =>
        {
            paced.Enqueue(lane ?? "read");
            return Task.CompletedTask;
        };
    }));

    public async ValueTask DisposeAsync() => await bot.DisposeAsync();

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_passing_refusal_is_tried_again(int status)
    {
        bot.Channel.Next(status);

        Assert.Equal("sent-2", await SendAsync());
        Assert.InRange(Assert.Single(bot.Time.Delays), TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(413)]
    [InlineData(500)]
    public async Task A_lasting_refusal_is_not(int status)
    {
        bot.Channel.Next(status);

        await Assert.ThrowsAnyAsync<ConnectorException>(SendAsync);
        Assert.Single(bot.Channel.Requests);
    }

    [Fact]
    public async Task Retry_After_is_honoured()
    {
        bot.Channel.Next(429, retryAfter: "7");
        bot.Channel.Next(503, retryAfter: "11");

        await SendAsync();

        Assert.Equal([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(11)], bot.Time.Delays);
    }

    [Fact]
    public async Task Retry_After_may_be_a_moment_by_the_channels_clock()
    {
        bot.Channel.Next(http =>
        {
            (http.Response.StatusCode, http.Response.Headers.Date, http.Response.Headers.RetryAfter) = (429, "Tue, 24 Nov 2026 09:00:00 GMT", "Tue, 24 Nov 2026 09:00:09 GMT");
            return Task.CompletedTask;
        });

        await SendAsync();

        Assert.Equal([TimeSpan.FromSeconds(9)], bot.Time.Delays);
    }

    [Fact]
    public async Task A_Retry_After_beyond_the_limit_is_left_to_the_caller()
    {
        bot.Channel.Next(429, """{"error":{"code":"TooManyRequests"}}""", retryAfter: "600");

        var problem = await Assert.ThrowsAsync<ConnectorException>(SendAsync);

        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromMinutes(10)), (problem.Status, problem.RetryAfter));
        Assert.Empty(bot.Time.Delays);
    }

    [Fact]
    public async Task After_the_last_attempt_the_failure_is_told()
    {
        for (var i = 0; i < 9; i++)
        {
            bot.Channel.Next(503);
        }

        var problem = await Assert.ThrowsAsync<ConnectorException>(SendAsync);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, problem.Status);
        Assert.Equal(5, bot.Channel.Requests.Count);
    }

    [Fact]
    public async Task Every_attempt_is_paced_and_writing_by_its_conversation()
    {
        bot.Channel.Next(429);

        await SendAsync();
        await bot.Connector.CreateConversationAsync(bot.Channel.ServiceUrl, ConversationParameters.Personal(Bot.AppId, "29:bo", Bot.TenantId));
        await bot.Connector.DeleteActivityAsync(bot.Channel.ServiceUrl, "a:ana", "1");
        await bot.Connector.GetMemberAsync(bot.Channel.ServiceUrl, "a:ana", "29:ana");

        Assert.Equal(["a:ana", "a:ana", "29:bo", "a:ana", "read"], paced);
    }

    [Fact]
    public async Task A_new_message_whose_answer_was_lost_is_not_sent_again()
    {
        bot.Channel.Next(Break);

        await Assert.ThrowsAsync<HttpRequestException>(SendAsync);
        Assert.Single(bot.Channel.Requests);
    }

    [Fact]
    public async Task An_update_whose_answer_was_lost_is_sent_again()
    {
        bot.Channel.Next(Break);

        await bot.Connector.UpdateActivityAsync(bot.Channel.ServiceUrl, "a:ana", "1", MessageFactory.Text("x"));

        Assert.Equal(2, bot.Channel.Requests.Count);
    }

    [Fact]
    public async Task A_new_message_that_is_not_answered_in_time_is_told_as_such()
    {
        bot.Channel.Next(http => Task.Delay(Timeout.Infinite, http.RequestAborted));

        await Assert.ThrowsAsync<TimeoutException>(SendAsync);
        Assert.Single(bot.Channel.Requests);
    }

    [Fact]
    public async Task A_connection_that_cannot_be_made_is_tried_again()
    {
        var serviceUrl = bot.Channel.ServiceUrl;
        await bot.Channel.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => bot.Connector.SendToConversationAsync(serviceUrl, "a:ana", MessageFactory.Text("x")));
        Assert.Equal(4, bot.Time.Delays.Count);
    }

    private static Task Break(Microsoft.AspNetCore.Http.HttpContext http)
    {
        http.Abort();
        return Task.CompletedTask;
    }

    private Task<string> SendAsync() => bot.Connector.SendToConversationAsync(bot.Channel.ServiceUrl, "a:ana", MessageFactory.Text("x"));
}

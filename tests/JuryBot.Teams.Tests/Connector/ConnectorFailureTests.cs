using System.Net;

namespace JuryBot.Teams.Tests;

public sealed class ConnectorFailureTests : IAsyncLifetime
{
    private Bot bot = null!;

    public async ValueTask InitializeAsync() => bot = await Bot.StartAsync();

    public async ValueTask DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task A_person_who_blocked_the_bot_is_told_apart()
    {
        bot.Channel.Next(403, """{"error":{"code":"MessageWritesBlocked","message":"Ana blocked the bot"}}""");

        var problem = await Assert.ThrowsAsync<MessageWritesBlockedException>(() => SendAsync());

        Assert.Equal("MessageWritesBlocked", problem.Code);
        Assert.DoesNotContain("Ana", problem.Message, StringComparison.Ordinal);
        Assert.Single(bot.Channel.Requests);
    }

    [Fact]
    public async Task Another_403_is_no_block()
    {
        bot.Channel.Next(403, """{"error":{"code":"BotDisabledByAdmin"}}""");

        var problem = await Assert.ThrowsAsync<ConnectorException>(() => SendAsync());

        Assert.Equal((HttpStatusCode.Forbidden, "BotDisabledByAdmin"), (problem.Status, problem.Code));
    }

    [Fact]
    public async Task A_message_the_channel_finds_too_large_is_told_apart()
    {
        bot.Channel.Next(413, """{"error":{"code":"MessageSizeTooBig"}}""");

        await Assert.ThrowsAsync<MessageTooLargeException>(() => SendAsync());
    }

    [Fact]
    public async Task A_message_over_80_KB_is_not_sent()
    {
        await Assert.ThrowsAsync<MessageTooLargeException>(() => SendAsync(new string('a', ConnectorClient.MaxMessageBytes)));
        Assert.Empty(bot.Channel.Requests);

        await SendAsync(new string('é', (ConnectorClient.MaxMessageBytes / 2) - 100));
        Assert.Single(bot.Channel.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("""{"error":"text"}""")]
    [InlineData("""{"error":{"code":5}}""")]
    public async Task A_failure_without_a_readable_code_is_still_a_failure(string body)
    {
        bot.Channel.Next(404, body);

        var problem = await Assert.ThrowsAsync<ConnectorException>(() => SendAsync());

        Assert.Equal((HttpStatusCode.NotFound, null), (problem.Status, problem.Code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("<html>")]
    [InlineData("{}")]
    [InlineData("""{"id":""}""")]
    public async Task A_message_sent_without_an_id_in_the_answer_is_a_failure(string body)
    {
        bot.Channel.Next(201, body);

        var problem = await Assert.ThrowsAsync<ConnectorException>(() => SendAsync());

        Assert.Equal((HttpStatusCode.Created, "Unreadable"), (problem.Status, problem.Code));
    }

    private Task<string> SendAsync(string text = "x") => bot.Connector.SendToConversationAsync(bot.Channel.ServiceUrl, "a:ana", MessageFactory.Text(text));
}

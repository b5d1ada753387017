using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;

namespace JuryBot.Teams.Tests;

public sealed class BotEndpointTests : IAsyncLifetime
{
    private Bot bot = null!;

    public async ValueTask InitializeAsync() => bot = await Bot.StartAsync();

    public async ValueTask DisposeAsync() => await bot.DisposeAsync();

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task Another_method_than_POST_is_not_allowed(string method)
    {
        using var request = new HttpRequestMessage(new(method), bot.Address);
        using var response = await bot.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"type":null}""")]
    [InlineData("""{"type":"message"}""")]
    [InlineData("""{"type":5,"conversation":{"id":"a"},"from":{"id":"b"}}""")]
    [InlineData("""{"type":"","conversation":{"id":"a"},"from":{"id":"b"}}""")]
    [InlineData("""{"type":"message","conversation":{"id":""},"from":{"id":"b"}}""")]
    [InlineData("""{"type":"message","conversation":{"id":"a"},"from":{}}""")]
    [InlineData("""{"type":"message","conversation":{"id":"a"},"from":{"id":"b"},"membersAdded":[null]}""")]
    [InlineData("""{"type":"message","conversation":{"id":"a"},"from":{"id":"b"}""")]
    [InlineData("""{"type":"message","conversation":{"id":"a"},"from":{"id":"b"}} {}""")]
    [InlineData("""{"type":"message","conversation":{"id":".."},"from":{"id":"b"}}""")]
    [InlineData("""{"type":"message","conversation":["a"],"from":{"id":"b"}}""")]
    [InlineData("""{"type":"message","conversation":{"id":"a"},"from":{"id":"b"},"entities":{}}""")]
    [InlineData("""{"type":"message","conversation":{"id":"a"},"from":{"id":"b"},"text":["x"]}""")]
    [InlineData("""{"type":"message","conversation":{"id":"a"},"from":{"id":"b"},"replyToId":"."}""")]
    [InlineData("""{"type":"message","conversation":{"id":"a"},"from":{"id":"b"},"value":{"verb":"\ud800"}}""")]
    [InlineData("""{"type":"message","conversation":{"id":"a"},"from":{"id":"b"},"value":{"\uDC00":1}}""")]
    public async Task A_malformed_activity_is_a_bad_request(string body)
    {
        using var response = await bot.PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(bot.Turns);
    }

    [Fact]
    public async Task The_applications_own_authorization_does_not_stand_before_the_channels()
    {
        await using var guarded = await Bot.StartAsync(compose: services => services.AddAuthorization(options =>
            options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build()));

        using var response = await guarded.PostAsync(guarded.Message());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Text_that_is_not_UTF8_is_a_bad_request()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, bot.Address) { Content = new ByteArrayContent([.. Encoding.UTF8.GetBytes(bot.Message(""" "text":"@" """)).Select(b => b == (byte)'@' ? (byte)0xFF : b)]) };
        request.Headers.Authorization = new("Bearer", bot.Token());
        using var response = await bot.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Deep_nesting_is_a_bad_request()
    {
        using var response = await bot.PostAsync(bot.Message($""" "value":{new string('[', 500)}{new string(']', 500)} """));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_too_large()
    {
        using var response = await bot.PostAsync(bot.Message($""" "text":"{new string('a', 256 * 1024)}" """));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Empty(bot.Turns);
    }

    [Fact]
    public async Task A_message_gets_an_empty_answer_and_reaches_the_handler_whole()
    {
        using var response = await bot.PostAsync(bot.Message());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        var activity = Assert.Single(bot.Turns).Activity;
        Assert.Equal(("message", "aide", "fr-FR", "msteams", "1700000000000"), (activity.Type, activity.Text, activity.Locale, activity.ChannelId, activity.Id));
        Assert.Equal(new ChannelAccount { Id = "29:ana", Name = "Ana Ruiz", AadObjectId = "a1b2c3d4-0000-4000-8000-000000000001" }, activity.From);
        Assert.Equal(Bot.TenantId, activity.GetTenantId());
    }

    [Fact]
    public async Task What_is_not_an_invoke_gets_an_empty_answer_whatever_the_handler_says()
    {
        bot.Handler = (_, _) => Task.FromResult<InvokeResponse?>(new(418, "tea"));

        using var response = await bot.PostAsync(Wire.Activity("installationUpdate", bot.Channel.ServiceUrl, """ "action":"add" """));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.Equal("add", Assert.Single(bot.Turns).Activity.Action);
    }

    [Fact]
    public async Task An_invoke_without_an_answer_is_not_implemented()
    {
        using var response = await bot.PostAsync(bot.Invoke("composeExtension/query", "{}"));

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_card_action_is_answered_with_what_the_handler_gives()
    {
        bot.Handler = (_, _) => Task.FromResult<InvokeResponse?>(AdaptiveCardInvokeResponse.Message("Noté, « merci »."));

        using var response = await bot.PostAsync(bot.Invoke("adaptiveCard/action", """{"action":{"type":"Action.Execute","verb":"like","data":{"v":1}},"trigger":"manual"}"""));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("""{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Noté, « merci »."}""", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("{}")]
    [InlineData("""{"action":null}""")]
    [InlineData("""{"action":{"verb":5}}""")]
    [InlineData("""{"action":{"type":"Action.Execute"}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"like","data":"text"}}""")]
    public async Task A_card_action_that_cannot_be_read_is_told_so_without_the_handler(string value)
    {
        using var response = await bot.PostAsync(bot.Invoke("adaptiveCard/action", value));

        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal((400, "application/vnd.microsoft.error"), (answer.RootElement.GetProperty("statusCode").GetInt32(), answer.RootElement.GetProperty("type").GetString()));
        Assert.Empty(bot.Turns);
    }

    [Fact]
    public async Task A_card_larger_than_the_channel_takes_is_not_answered_with()
    {
        bot.Handler = (_, _) => Task.FromResult<InvokeResponse?>(AdaptiveCardInvokeResponse.Card(new() { Body = [new TextBlock(new string('a', ConnectorClient.MaxMessageBytes))] }));

        using var response = await bot.PostAsync(bot.Invoke("adaptiveCard/action", """{"action":{"type":"Action.Execute","verb":"like"}}"""));

        Assert.StartsWith("""{"statusCode":500,"type":"application/vnd.microsoft.error","value":{"code":"MessageSizeTooBig",""", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_that_fails_is_a_server_error()
    {
        bot.Handler = (_, _) => throw new InvalidOperationException("no");

        using var response = await bot.PostAsync(bot.Message());

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
    }

    [Theory]
    [InlineData(403, """{"error":{"code":"MessageWritesBlocked"}}""", HttpStatusCode.OK)]
    [InlineData(404, """{"error":{"code":"ConversationNotFound"}}""", HttpStatusCode.OK)]
    [InlineData(500, "", HttpStatusCode.InternalServerError)]
    public async Task A_reply_refused_for_good_is_no_failure_of_the_turn(int status, string body, HttpStatusCode answered)
    {
        bot.Channel.Next(status, body);
        bot.Handler = async (turn, ct) =>
        {
            await turn.SendActivityAsync(MessageFactory.Text("Bonjour"), ct);
            return null;
        };

        using var response = await bot.PostAsync(bot.Message());

        Assert.Equal(answered, response.StatusCode);
    }

    [Fact]
    public async Task A_card_action_whose_handler_fails_says_so_in_its_body()
    {
        bot.Handler = (_, _) => throw new InvalidOperationException("no");

        using var response = await bot.PostAsync(bot.Invoke("adaptiveCard/action", """{"action":{"type":"Action.Execute","verb":"like"}}"""));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("""{"statusCode":500,"type":"application/vnd.microsoft.error","value":{"code":"InternalServerError","message":"The card action failed."}}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Replies_go_to_the_conversation_with_the_bots_token()
    {
        bot.Handler = async (turn, ct) =>
        {
            var id = await turn.SendActivityAsync(MessageFactory.Text("Bonjour"), ct);
            await turn.UpdateActivityAsync(id, MessageFactory.Text("Bonsoir"), ct);
            await turn.DeleteActivityAsync(id, ct);
            return null;
        };

        using var response = await bot.PostAsync(bot.Message());

        Assert.Equal(
            [("POST", "/teams/v3/conversations/a%3Aana/activities"), ("PUT", "/teams/v3/conversations/a%3Aana/activities/sent-1"), ("DELETE", "/teams/v3/conversations/a%3Aana/activities/sent-1")],
            bot.Channel.Requests.Select(request => (request.Method, request.Target)));
        Assert.All(bot.Channel.Requests, request => Assert.Equal("Bearer token-1", request.Authorization));
        var sent = bot.Channel.Requests.First().Body!;
        Assert.Equal(("message", "Bonjour", "29:ana"), ((string?)sent["type"], (string?)sent["text"], (string?)sent["recipient"]!["id"]));
    }
}

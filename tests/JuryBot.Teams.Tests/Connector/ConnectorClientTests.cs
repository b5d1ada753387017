using System.Text.Json.Nodes;

namespace JuryBot.Teams.Tests;

public sealed class ConnectorClientTests : IAsyncLifetime
{
    private Bot bot = null!;

    private string ServiceUrl => bot.Channel.ServiceUrl;

    public async ValueTask InitializeAsync() => bot = await Bot.StartAsync();

    public async ValueTask DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task A_conversation_is_created_with_a_person()
    {
        bot.Channel.Next(201, """{"id":"a:new","activityId":null}""");

        var id = await bot.Connector.CreateConversationAsync(ServiceUrl, ConversationParameters.Personal(Bot.AppId, "29:ana", Bot.TenantId));

        var request = Assert.Single(bot.Channel.Requests);
        Assert.Equal(("a:new", "POST", "/teams/v3/conversations"), (id, request.Method, request.Target));
        Assert.True(JsonNode.DeepEquals(request.Body, JsonNode.Parse($$"""
            {"bot":{"id":"28:{{Bot.AppId}}"},"members":[{"id":"29:ana"}],"tenantId":"{{Bot.TenantId}}","isGroup":false,"channelData":{"tenant":{"id":"{{Bot.TenantId}}"} } }
            """)));
    }

    [Fact]
    public async Task Ids_are_escaped()
    {
        await bot.Connector.UpdateActivityAsync(ServiceUrl, "19:a/b?c#d@thread.v2;messageid=1", "../é %2F", MessageFactory.Text("x"));

        Assert.Equal(
            "/teams/v3/conversations/19%3Aa%2Fb%3Fc%23d%40thread.v2%3Bmessageid%3D1/activities/..%2F%C3%A9%20%252F",
            Assert.Single(bot.Channel.Requests).Target);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task An_id_that_would_lead_to_another_path_is_not_sent(string id)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => bot.Connector.DeleteActivityAsync(ServiceUrl, "a:ana", id));
        await Assert.ThrowsAsync<ArgumentException>(() => bot.Connector.SendToConversationAsync(ServiceUrl, id, MessageFactory.Text("x")));
        Assert.Empty(bot.Channel.Requests);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("https://smba.trafficmanager.net/")]
    [InlineData("http://127.0.0.1:9/teams/")]
    public async Task The_token_is_never_sent_to_an_address_that_is_not_on_the_list(string serviceUrl) =>
        await Assert.ThrowsAsync<ArgumentException>(() => bot.Connector.SendToConversationAsync(serviceUrl, "a:ana", MessageFactory.Text("x")));

    [Fact]
    public async Task A_redirection_is_not_followed()
    {
        bot.Channel.Next(http =>
        {
            http.Response.Redirect("https://evil.example/");
            return Task.CompletedTask;
        });

        var problem = await Assert.ThrowsAsync<ConnectorException>(() => bot.Connector.SendToConversationAsync(ServiceUrl, "a:ana", MessageFactory.Text("x")));

        Assert.Equal(302, (int)problem.Status);
    }

    [Fact]
    public async Task A_member_is_read()
    {
        bot.Channel.Next(200, """{"id":"29:ana","name":"Ana Ruiz","aadObjectId":"a1","email":"ana@example.org","userPrincipalName":"ana@example.org","tenantId":"t","userRole":"user","objectId":"a1"}""");

        var member = await bot.Connector.GetMemberAsync(ServiceUrl, "a:ana", "29:ana");

        Assert.Equal(new TeamsChannelAccount { Id = "29:ana", Name = "Ana Ruiz", AadObjectId = "a1", Email = "ana@example.org", UserPrincipalName = "ana@example.org", TenantId = "t", UserRole = "user" }, member);
        Assert.Equal("/teams/v3/conversations/a%3Aana/members/29%3Aana", Assert.Single(bot.Channel.Requests).Target);
    }

    [Fact]
    public async Task A_member_who_is_not_there_is_null()
    {
        bot.Channel.Next(404, """{"error":{"code":"MemberNotFoundInConversation"}}""");

        Assert.Null(await bot.Connector.GetMemberAsync(ServiceUrl, "a:ana", "29:bo"));
    }

    [Fact]
    public async Task Members_are_read_page_by_page()
    {
        bot.Channel.Next(200, """{"members":[{"id":"29:a"},{"id":"29:b"}],"continuationToken":"next&page"}""");
        bot.Channel.Next(200, """{"members":[{"id":"29:c"}]}""");

        var members = await bot.Connector.GetMembersAsync(ServiceUrl, "19:x").Select(member => member.Id).ToListAsync();

        Assert.Equal(["29:a", "29:b", "29:c"], members);
        Assert.Equal(
            ["/teams/v3/conversations/19%3Ax/pagedmembers?pageSize=200", "/teams/v3/conversations/19%3Ax/pagedmembers?pageSize=200&continuationToken=next%26page"],
            bot.Channel.Requests.Select(request => request.Target));
    }

    [Fact]
    public async Task The_token_is_asked_for_once_and_again_when_it_nears_its_end()
    {
        await bot.Connector.DeleteActivityAsync(ServiceUrl, "a:ana", "1");
        bot.TokenTime.Advance(TimeSpan.FromMinutes(54));
        await bot.Connector.DeleteActivityAsync(ServiceUrl, "a:ana", "2");
        bot.TokenTime.Advance(TimeSpan.FromMinutes(1));
        await bot.Connector.DeleteActivityAsync(ServiceUrl, "a:ana", "3");

        Assert.Equal(["Bearer token-1", "Bearer token-1", "Bearer token-2"], bot.Channel.Requests.Select(request => request.Authorization));
    }

    [Fact]
    public async Task A_token_that_was_not_taken_is_not_used_again()
    {
        bot.Channel.Next(401);

        await Assert.ThrowsAsync<ConnectorException>(() => bot.Connector.DeleteActivityAsync(ServiceUrl, "a:ana", "1"));
        await bot.Connector.DeleteActivityAsync(ServiceUrl, "a:ana", "1");

        Assert.Equal(["Bearer token-1", "Bearer token-2"], bot.Channel.Requests.Select(request => request.Authorization));
    }

    [Fact]
    public async Task The_log_holds_no_id()
    {
        bot.Channel.Next(503);
        await bot.Connector.SendToConversationAsync(ServiceUrl, "a:secret", MessageFactory.Text("hidden"));

        Assert.NotEmpty(bot.Log.Lines);
        Assert.DoesNotContain(bot.Log.Lines, line => line.Contains("secret", StringComparison.Ordinal) || line.Contains("hidden", StringComparison.Ordinal) || line.Contains("token-1", StringComparison.Ordinal));
    }
}

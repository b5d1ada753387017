using System.Net;
using System.Text.Json.Nodes;
using JuryBot.Sandbox.People;

namespace JuryBot.Tests.Sandbox;

public sealed class ConnectorTests
{
    [Fact]
    public async Task A_message_is_posted_changed_and_deleted()
    {
        await using var harness = await Harness.StartAsync();
        var juror = Installed(harness);
        using var posted = await harness.TeamsAsync(HttpMethod.Post, $"/{juror.ConversationId}/activities", Harness.Message("Bonjour"));
        var id = JsonNode.Parse(await posted.Content.ReadAsStringAsync())!["id"]!.GetValue<string>();
        using var put = await harness.TeamsAsync(HttpMethod.Put, $"/{juror.ConversationId}/activities/{id}", Harness.Message("Bonsoir"));
        var message = Assert.Single(harness.Tenant.Chats.Of(juror));
        Assert.Equal(("bot", "Bonsoir", true), (message.From, message.Text, message.UpdatedAt is not null));
        using var deleted = await harness.TeamsAsync(HttpMethod.Delete, $"/{juror.ConversationId}/activities/{id}");
        Assert.True(Assert.Single(harness.Tenant.Chats.Of(juror)).Deleted);
        using var gone = await harness.TeamsAsync(HttpMethod.Put, $"/{juror.ConversationId}/activities/{id}", Harness.Message("Encore"));
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task A_conversation_is_opened_and_its_member_read()
    {
        await using var harness = await Harness.StartAsync();
        var juror = Installed(harness);
        var body = new { bot = new { id = $"28:{harness.Organisation.AppId}" }, members = new[] { new { id = juror.TeamsId } }, tenantId = harness.Organisation.TenantId, isGroup = false };
        using var opened = await harness.TeamsAsync(HttpMethod.Post, "", body);
        Assert.Equal(juror.ConversationId, JsonNode.Parse(await opened.Content.ReadAsStringAsync())!["id"]!.GetValue<string>());
        using var member = await harness.TeamsAsync(HttpMethod.Get, $"/{juror.ConversationId}/members/{Uri.EscapeDataString(juror.TeamsId)}");
        Assert.Equal(juror.Id, JsonNode.Parse(await member.Content.ReadAsStringAsync())!["aadObjectId"]!.GetValue<string>());
    }

    [Fact]
    public async Task Who_has_not_got_the_app_is_not_written_to()
    {
        await using var harness = await Harness.StartAsync();
        using var answer = await harness.TeamsAsync(HttpMethod.Post, $"/{harness.Juror.ConversationId}/activities", Harness.Message("Bonjour"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("MessageWritesBlocked", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_for_something_else_is_refused()
    {
        await using var harness = await Harness.StartAsync();
        var juror = Installed(harness);
        using var answer = await harness.TeamsAsync(HttpMethod.Post, $"/{juror.ConversationId}/activities", Harness.Message("Bonjour"), harness.Tenant.Tokens.App("https://graph.microsoft.com/.default"));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_thread_takes_seven_messages_in_a_second_of_the_sandboxs_clock()
    {
        await using var harness = await Harness.StartAsync();
        var juror = Installed(harness);
        var answers = await Task.WhenAll(Enumerable.Range(0, 9).Select(_ => PostAsync()));
        Assert.Equal(7, answers.Count(answer => answer.IsSuccessStatusCode));
        Assert.All(answers.Where(answer => !answer.IsSuccessStatusCode), answer => Assert.NotNull(answer.Headers.RetryAfter));
        Assert.Equal(2, harness.Tenant.Counters.Violations["teams.thread"]);
        await harness.Tenant.Clock.AdvanceAsync(TimeSpan.FromSeconds(2));
        Assert.True((await PostAsync()).IsSuccessStatusCode);
        Assert.Equal(8, harness.Tenant.Counters.Messages);

        Task<HttpResponseMessage> PostAsync() => harness.TeamsAsync(HttpMethod.Post, $"/{juror.ConversationId}/activities", Harness.Message("Bonjour"));
    }

    [Fact]
    public async Task A_message_over_100_KB_or_a_card_newer_than_1_5_is_refused()
    {
        await using var harness = await Harness.StartAsync();
        var juror = Installed(harness);
        using var large = await harness.TeamsAsync(HttpMethod.Post, $"/{juror.ConversationId}/activities", Harness.Message(new string('é', 60_000)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        using var newer = await harness.TeamsAsync(HttpMethod.Post, $"/{juror.ConversationId}/activities", Harness.CardMessage(new JsonObject { ["type"] = "AdaptiveCard", ["version"] = "1.6" }));
        Assert.Equal(HttpStatusCode.BadRequest, newer.StatusCode);
        using var right = await harness.TeamsAsync(HttpMethod.Post, $"/{juror.ConversationId}/activities", Harness.CardMessage(new JsonObject { ["type"] = "AdaptiveCard", ["version"] = "1.5" }));
        Assert.Equal(HttpStatusCode.Created, right.StatusCode);
        Assert.Equal(1, harness.Tenant.Counters.Cards);
    }

    private static Person Installed(Harness harness)
    {
        harness.Tenant.Chats.Install(harness.Juror, true);
        return harness.Juror;
    }
}

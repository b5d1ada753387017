using System.Net;
using System.Text.Json.Nodes;

namespace JuryBot.Teams.Tests;

/// <summary>A handler that takes longer than the channel waits; here the channel waits a moment, and the handler until it is told.</summary>
public sealed class LateAnswerTests : IAsyncLifetime
{
    private const string Press = """{"action":{"type":"Action.Execute","verb":"like"},"trigger":"manual"}""";
    private const string Meanwhile = """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Encore un instant."}""";
    private static readonly AdaptiveCard Card = new() { Body = [new TextBlock("Merci")] };
    private readonly TaskCompletionSource<InvokeResponse?> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource served = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Bot bot = null!;

    public async ValueTask InitializeAsync()
    {
        bot = await Bot.StartAsync(compose: services => services.Configure<BotOptions>(options =>
            (options.AnswerWithin, options.GoesOn) = (TimeSpan.FromMilliseconds(20), _ => "Encore un instant.")));
        bot.Handler = (_, _) => answer.Task;
        bot.Channel.Next(async http =>
        {
            http.Response.StatusCode = 201;
            await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(http.Response, """{"id":"late"}""");
            served.SetResult();
        });
    }

    public async ValueTask DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task A_card_action_says_that_it_goes_on_and_the_card_follows()
    {
        Assert.Equal(Meanwhile, await InvokeAsync("adaptiveCard/action", Press));

        answer.SetResult(AdaptiveCardInvokeResponse.Card(Card));

        var sent = await SentAsync();
        Assert.Equal(("PUT", "/teams/v3/conversations/a%3Aana/activities/card-1"), (sent.Method, sent.Target));
        Assert.Equal("Merci", (string?)sent.Body!["attachments"]![0]!["content"]!["body"]![0]!["text"]);
    }

    [Fact]
    public async Task A_sentence_follows_as_a_message()
    {
        await InvokeAsync("adaptiveCard/action", Press);

        answer.SetResult(AdaptiveCardInvokeResponse.BadRequest("SheetFrozen", "Trop tard."));

        var sent = await SentAsync();
        Assert.Equal(("POST", "Trop tard.", "plain"), (sent.Method, (string?)sent.Body!["text"], (string?)sent.Body!["textFormat"]));
    }

    [Fact]
    public async Task A_failure_follows_as_a_message()
    {
        await InvokeAsync("adaptiveCard/action", Press);

        answer.SetException(new InvalidOperationException("no"));

        Assert.Equal("The card action failed.", (string?)(await SentAsync()).Body!["text"]);
    }

    [Fact]
    public async Task A_dialog_closes_and_its_card_follows()
    {
        Assert.Equal("""{"task":{"type":"message","value":"Encore un instant."}}""", await InvokeAsync("task/submit", """{"data":{"verb":"like"}}"""));

        answer.SetResult(TaskModuleResponse.Continue("Titre", Card));

        Assert.Equal(("POST", "application/vnd.microsoft.card.adaptive"), ((await SentAsync()).Method, (string?)bot.Channel.Requests.Single().Body!["attachments"]![0]!["contentType"]));
    }

    [Fact]
    public async Task A_message_is_accepted_and_its_reply_follows()
    {
        bot.Handler = async (turn, ct) =>
        {
            await answer.Task;
            await turn.SendActivityAsync(MessageFactory.Text("Bonjour"), ct);
            return null;
        };
        using var response = await bot.PostAsync(bot.Message());

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        answer.SetResult(null);

        Assert.Equal("Bonjour", (string?)(await SentAsync()).Body!["text"]);
    }

    [Fact]
    public async Task The_turns_services_live_as_long_as_it_does()
    {
        var live = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        bot.Handler = async (turn, _) =>
        {
            await answer.Task;
            live.SetResult(turn.Services.GetService<ConnectorClient>() is not null);
            return null;
        };
        await InvokeAsync("adaptiveCard/action", Press);
        answer.SetResult(null);

        Assert.True(await live.Task);
    }

    [Fact]
    public async Task In_a_group_the_answer_is_waited_for_since_a_late_card_would_be_everyones()
    {
        var activity = JsonNode.Parse(bot.Invoke("adaptiveCard/action", Press))!;
        activity["conversation"]!["conversationType"] = "groupChat";
        bot.Handler = async (turn, _) =>
        {
            if (turn.Activity.Conversation!.ConversationType == "personal")
            {
                return await answer.Task;
            }

            // An action that came later is no longer waited for: neither would this one be.
            Assert.Equal(Meanwhile, await InvokeAsync("adaptiveCard/action", Press));
            return AdaptiveCardInvokeResponse.Message("Fait.");
        };
        using var response = await bot.PostAsync(activity.ToJsonString());

        Assert.Contains("Fait.", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(bot.Channel.Requests);
    }

    private async Task<string> InvokeAsync(string name, string value)
    {
        using var response = await bot.PostAsync(bot.Invoke(name, value));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    private async Task<Channel.Received> SentAsync()
    {
        await served.Task;
        return Assert.Single(bot.Channel.Requests);
    }
}

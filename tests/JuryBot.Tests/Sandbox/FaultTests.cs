using System.Text.Json.Nodes;
using Azure.Storage.Queues;
using JuryBot.Sandbox;
using JuryBot.Sandbox.Faults;
using JuryBot.Sandbox.Teams;
using JuryBot.Sandbox.Wire;
using JuryBot.Tests.Azurite;

namespace JuryBot.Tests.Sandbox;

/// <summary>Each fault looks as it says.</summary>
public sealed class FaultTests(AzuriteFixture azurite)
{
    private const int Most = 200;

    [Fact]
    public async Task Throttled_says_when_to_come_again_and_who_comes_earlier_is_counted()
    {
        await using var harness = await Harness.StartAsync();
        var injection = Start(harness, Fault.Throttled);
        using var refused = await UntilAsync(injection, Fault.Throttled, () => harness.GraphAsync(HttpMethod.Get, "/users"));
        Assert.Equal((429, TimeSpan.FromSeconds(2)), ((int)refused.StatusCode, refused.Headers.RetryAfter!.Delta));
        await injection.StopAsync();
        Assert.Equal(0, Early(harness));

        (await harness.GraphAsync(HttpMethod.Get, "/users?$top=1")).Dispose();
        Assert.Equal(0, Early(harness));
        (await harness.GraphAsync(HttpMethod.Get, "/users")).Dispose();
        Assert.Equal(1, Early(harness));
    }

    [Fact]
    public async Task Who_waits_as_long_as_asked_is_not_counted()
    {
        await using var harness = await Harness.StartAsync();
        var injection = Start(harness, Fault.Throttled);
        (await UntilAsync(injection, Fault.Throttled, () => harness.GraphAsync(HttpMethod.Get, "/users"))).Dispose();
        await injection.StopAsync();
        await harness.Tenant.Clock.AdvanceAsync(TimeSpan.FromSeconds(2));
        (await harness.GraphAsync(HttpMethod.Get, "/users")).Dispose();
        Assert.Equal(0, Early(harness));
    }

    [Fact]
    public async Task Answers_that_refuse_look_as_documented_and_pass()
    {
        await using var harness = await Harness.StartAsync();
        (Fault Fault, int[] Statuses)[] cases = [(Fault.Unmetered, [429]), (Fault.Unauthorized, [401]), (Fault.Failing, [500, 503])];
        foreach (var (fault, statuses) in cases)
        {
            var injection = Start(harness, fault);
            foreach (var status in statuses)
            {
                using var refused = await UntilAsync(injection, fault, () => harness.GraphAsync(HttpMethod.Get, "/places/microsoft.graph.room"));
                Assert.Equal((status, (string?)null), ((int)refused.StatusCode, refused.Headers.RetryAfter?.ToString()));
                using var passes = await harness.GraphAsync(HttpMethod.Get, "/places/microsoft.graph.room");
                Assert.True(passes.IsSuccessStatusCode);
            }

            await injection.StopAsync();
        }
    }

    [Fact]
    public async Task A_connection_breaks_before_a_message_was_posted_or_after()
    {
        await using var harness = await Harness.StartAsync();
        harness.Tenant.Chats.Install(harness.Juror, true);
        foreach (var (fault, posted) in new[] { (Fault.ResetBefore, 0), (Fault.ResetAfter, 1) })
        {
            var injection = Start(harness, fault);
            var before = 0;
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => UntilAsync(injection, fault, async () =>
            {
                await harness.Tenant.Clock.AdvanceAsync(TimeSpan.FromSeconds(30));
                before = harness.Tenant.Chats.Of(harness.Juror).Count;
                return await harness.TeamsAsync(HttpMethod.Post, $"/{harness.Juror.ConversationId}/activities", Harness.Message("Bonjour"));
            }));
            Assert.Equal(before + posted, harness.Tenant.Chats.Of(harness.Juror).Count);
            await injection.StopAsync();
        }
    }

    [Fact]
    public async Task A_duplicated_activity_comes_twice_with_its_id()
    {
        await using var harness = await Harness.StartAsync();
        await using var bot = await RecordingBot.StartAsync();
        harness.Tenant.JuryBots.Addresses = [bot.Address];
        var injection = Start(harness, Fault.Duplicated);
        for (var i = 0; injection.Fired[Fault.Duplicated] < 2; i++)
        {
            Assert.True(i < Most);
            await harness.Tenant.Teams.SayAsync(harness.Juror, "aide");
        }

        Assert.Equal(2, bot.Received.GroupBy(received => (string)received.Activity["id"]!).Count(same => same.Count() == 2));
    }

    [Fact]
    public async Task A_reordered_press_comes_after_the_one_that_repeats_it()
    {
        await using var harness = await Harness.StartAsync();
        await using var bot = await RecordingBot.StartAsync();
        harness.Tenant.JuryBots.Addresses = [bot.Address];
        bot.Answer = activity => (200, activity["type"]!.ToString() == "invoke" ? new JsonObject { ["statusCode"] = 200, ["type"] = "application/vnd.microsoft.activity.message", ["value"] = "Merci" } : null);
        var injection = Start(harness, Fault.Reordered);
        DeliveryAnswer answer;
        do
        {
            Assert.True(bot.Received.Count < Most);
            answer = await harness.Tenant.Teams.SendAsync(harness.Juror, "1", "Action.Execute", "sheet.submit", null, []);
        }
        while (!answer.PressedAgain);
        Assert.True(answer.IsSuccess);
        await harness.Tenant.Wire.WhenQuietAsync(TimeSpan.FromMilliseconds(50));
        var last = bot.Received.TakeLast(2).Select(received => (string)received.Activity["timestamp"]!).ToList();
        Assert.True(string.CompareOrdinal(last[0], last[1]) > 0, "The activity made first came first.");
        Assert.Equal(1, injection.Fired[Fault.Reordered]);
    }

    [Fact]
    public async Task A_deleted_queue_message_comes_again_and_a_storage_that_refuses_answers_again()
    {
        await using var harness = await Harness.StartAsync();
        await using var proxy = await StorageProxy.StartAsync(azurite.ConnectionString, harness.Tenant.Wire, TestContext.Current.CancellationToken);
        var options = new QueueClientOptions { Retry = { MaxRetries = 0 } };
        var queue = new QueueClient(proxy.ConnectionString, AzuriteFixture.NewPrefix(), options);
        await queue.CreateAsync();
        var injection = Start(harness, Fault.Queue);
        var deleted = "";
        for (var i = 0; injection.Fired[Fault.Queue] == 0; i++)
        {
            Assert.True(i < Most);
            await queue.SendMessageAsync("wake up");
            var message = (await queue.ReceiveMessagesAsync(1, TimeSpan.FromSeconds(1))).Value.Single();
            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
            deleted = message.MessageId;
        }

        await injection.StopAsync();
        while ((await queue.ReceiveMessagesAsync(1)).Value.FirstOrDefault()?.MessageId is not { } again || again != deleted)
        {
            // Invisible for one more second.
        }

        injection = Start(harness, Fault.Storage);
        var failure = await Assert.ThrowsAsync<Azure.RequestFailedException>(async () =>
        {
            for (var i = 0; i < 10 * Most; i++)
            {
                await queue.GetPropertiesAsync();
            }
        });
        Assert.Equal((503, 1), (failure.Status, injection.Fired[Fault.Storage]));
        await harness.Tenant.Wire.WhenQuietAsync(TimeSpan.FromMilliseconds(50));
        await queue.GetPropertiesAsync();
    }

    [Fact]
    public void Faults_are_named_and_the_same_seed_gives_the_same_ones()
    {
        Assert.Equal([Fault.Slow, Fault.Queue], Fault.Read("slow, queue-duplicates"));
        Assert.Equal(Fault.All, Fault.Read("all"));
        Assert.Contains("reset-after", Assert.Throws<SandboxException>(() => Fault.Read("slow,flood")).Message, StringComparison.Ordinal);
        Assert.Equal(Times(1), Times(1));
        Assert.NotEqual(Times(1), Times(2));

        static List<int> Times(int seed)
        {
            var schedule = new FaultSchedule([Fault.Slow], seed, every: 10);
            return [.. Enumerable.Range(0, 500).Where(_ => schedule.Comes(Fault.Slow, "graph GET /users"))];
        }
    }

    private static FaultInjection Start(Harness harness, Fault fault) => FaultInjection.Start(harness.Tenant, () => Task.CompletedTask, [fault], seed: 1);

    private static long Early(Harness harness) => harness.Tenant.Counters.Violations.GetValueOrDefault("retryAfter");

    private static async Task<HttpResponseMessage> UntilAsync(FaultInjection injection, Fault fault, Func<Task<HttpResponseMessage>> send)
    {
        var before = injection.Fired[fault];
        for (var i = 0; i < Most; i++)
        {
            var answer = await send();
            if (injection.Fired[fault] > before)
            {
                return answer;
            }

            answer.Dispose();
        }

        throw new InvalidOperationException($"{fault.Name} did not come.");
    }
}

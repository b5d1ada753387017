using System.Net;
using System.Net.Http.Headers;
using JuryBot.Chat;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using JuryBot.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace JuryBot.Tests.Throttling;

/// <summary>What the Teams connector asks of one replica holds for all.</summary>
public sealed class ConnectorGateTests(AzuriteFixture azurite)
{
    private const string Conversation = "a:1x/y";
    private static readonly Pace[] Free = [new(100, TimeSpan.FromSeconds(1))];
    private readonly FakeTimeProvider time = new();

    [Theory]
    [InlineData(429, Conversation, true, false)]
    [InlineData(503, Conversation, false, true)]
    [InlineData(429, null, false, true)]
    public async Task A_conversation_or_the_whole_of_Teams_is_left_alone_on_every_replica(int status, string? conversation, bool there, bool everywhere)
    {
        await using var one = await StorageHost.StartAsync(azurite, time: time);
        await using var two = await StorageHost.StartAsync(azurite, one.Prefix, time: time);
        using var connector = Connector(one, new Circuits(time, NullLogger<Circuit>.Instance), () => new HttpResponseMessage((HttpStatusCode)status) { Headers = { RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromMinutes(2)) } });
        using var answer = await connector.SendAsync(Request(conversation), TestContext.Current.CancellationToken);

        Assert.Equal(there, await IsLeftAloneAsync(two, ConnectorGate.Lane(Conversation)));
        Assert.Equal(everywhere, await IsLeftAloneAsync(two, ConnectorGate.TenantLane));
        Assert.False(await IsLeftAloneAsync(two, ConnectorGate.Lane("a:2")));
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.False(await IsLeftAloneAsync(two, ConnectorGate.Lane(Conversation)));
        Assert.False(await IsLeftAloneAsync(two, ConnectorGate.TenantLane));
    }

    [Fact]
    public async Task A_Teams_that_fails_continually_is_left_alone_for_a_while_that_grows_until_it_answers()
    {
        await using var host = await StorageHost.StartAsync(azurite, time: time);
        var circuits = new Circuits(time, NullLogger<Circuit>.Instance);
        var (requests, status) = (0, HttpStatusCode.BadGateway);
        using var connector = Connector(host, circuits, () =>
        {
            requests++;
            return new HttpResponseMessage(status);
        });

        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(HttpStatusCode.BadGateway, (await SendAsync()).StatusCode);
        }

        Assert.False(circuits.Teams.IsOpen);
        await Assert.ThrowsAsync<UnavailableException>(SendAsync);
        Assert.Equal((true, time.GetUtcNow()), (circuits.Teams.IsOpen, circuits.Teams.OpenSince));
        await Assert.ThrowsAsync<UnavailableException>(SendAsync);
        Assert.Equal(5, requests);

        foreach (var wait in (int[])[5, 10, 20])
        {
            time.Advance(TimeSpan.FromSeconds(wait - 1));
            await Assert.ThrowsAsync<UnavailableException>(SendAsync);
            time.Advance(TimeSpan.FromSeconds(1));
            var before = requests;
            await Assert.ThrowsAsync<UnavailableException>(SendAsync);
            Assert.Equal(before + 1, requests);
        }

        status = HttpStatusCode.Created;
        time.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal(HttpStatusCode.Created, (await SendAsync()).StatusCode);
        Assert.Equal((false, null), (circuits.Teams.IsOpen, circuits.Teams.OpenSince));

        Task<HttpResponseMessage> SendAsync() => connector.SendAsync(Request(Conversation), TestContext.Current.CancellationToken);
    }

    private HttpMessageInvoker Connector(StorageHost host, Circuits circuits, Func<HttpResponseMessage> answer) =>
        new(new ConnectorGate(host.Get<Lanes>(), circuits, time) { InnerHandler = new Answering(answer) });

    private static HttpRequestMessage Request(string? conversation) => new(
        HttpMethod.Post, conversation is null ? "https://teams.example/v3/conversations" : $"https://teams.example/amer/v3/conversations/{Uri.EscapeDataString(conversation)}/activities");

    private static async Task<bool> IsLeftAloneAsync(StorageHost host, string lane)
    {
        try
        {
            await host.Get<Lanes>().AcquireAsync([new(lane, Free)]);
            return false;
        }
        catch (UnavailableException)
        {
            return true;
        }
    }

    private sealed class Answering(Func<HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(answer());
    }
}

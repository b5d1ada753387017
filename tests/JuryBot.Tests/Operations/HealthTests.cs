using System.Net;
using Azure.Core;
using JuryBot.Operations.Health;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using JuryBot.Tests.Storage;
using JuryBot.Tests.WholeApp;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace JuryBot.Tests.Operations;

public sealed class HealthTests(AzuriteFixture azurite)
{
    private static readonly string[] Dependencies = ["deadlines", "graph", "poison", "queue", "storage", "teams", "templates", "tokens"];

    [Fact]
    public async Task Health_names_every_dependency_to_anybody_and_says_more_to_the_coordination_only()
    {
        await using var house = await House.StartAsync(azurite);
        (await house.GetAsync(house.Coordinator, "api/me")).Accepted();
        await GiveUpAsync(house);
        var said = await house.GetAsync(null, "health");
        Assert.Equal((200, "degraded"), (said.Status, said["status"].ToString()));
        var states = said["dependencies"].AsObject();
        Assert.Equal(Dependencies, states.Select(d => d.Key).Order(StringComparer.Ordinal));
        Assert.All(states, d => Assert.Equal(d.Key == "poison" ? "degraded" : "healthy", d.Value!.ToString()));
        Assert.Equal((200, "Healthy"), ((await house.GetAsync(null, "health/live")).Status, (await house.GetAsync(null, "health/ready")).Text));

        var detail = (await house.GetAsync(house.Coordinator, "api/health")).Accepted()["dependencies"]["poison"]!;
        Assert.Equal("degraded", detail["status"]!.ToString());
        Assert.StartsWith("1 deliveries given up", detail["detail"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(401, (await house.GetAsync(null, "api/health")).Status);
    }

    [Fact]
    public async Task Without_storage_JuryBot_lives_and_is_not_ready()
    {
        using var wire = new Wire();
        await using var house = await House.StartAsync(azurite, storage: wire);
        wire.BeforeAsync = _ => throw new KilledException();
        Assert.Equal(200, (await house.GetAsync(null, "health/live")).Status);
        Assert.Equal(503, (await house.GetAsync(null, "health/ready")).Status);
        var said = await house.GetAsync(null, "health");
        Assert.Equal((503, "unhealthy", "unhealthy", "degraded", "healthy"), (said.Status, said["status"].ToString(), said["dependencies"]["storage"]!.ToString(), said["dependencies"]["queue"]!.ToString(), said["dependencies"]["graph"]!.ToString()));
        wire.BeforeAsync = _ => Task.CompletedTask;
        Assert.Equal(200, (await house.GetAsync(null, "health/ready")).Status);
    }

    [Fact]
    public async Task A_service_that_fails_again_and_again_is_named_until_it_answers()
    {
        var time = new FakeTimeProvider();
        var circuit = new Circuits(time, NullLogger<Circuit>.Instance).Graph;
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HealthStatus.Healthy, CircuitHealth.Of(circuit).Status);
            await Assert.ThrowsAnyAsync<Exception>(() => circuit.SendAsync(_ => throw new HttpRequestException(), CancellationToken.None));
        }

        Assert.Equal(HealthStatus.Degraded, CircuitHealth.Of(circuit).Status);
        time.Advance(TimeSpan.FromMinutes(6));
        using var answer = await circuit.SendAsync(_ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.Unauthorized)), CancellationToken.None);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(HealthStatus.Healthy, CircuitHealth.Of(circuit).Status);
    }

    [Fact]
    public async Task Without_a_token_of_its_own_JuryBot_is_degraded()
    {
        await using var house = await House.StartAsync(azurite);
        var settings = house.App.Services.GetRequiredService<JuryBot.Configuration.Settings>();
        var refused = await new TokenHealth(new NoToken(), settings).CheckHealthAsync(new(), CancellationToken.None);
        Assert.Equal((HealthStatus.Degraded, nameof(Azure.Identity.AuthenticationFailedException)), (refused.Status, refused.Description));
        Assert.Equal(HealthStatus.Healthy, (await new TokenHealth(house.App.Services.GetRequiredService<TokenCredential>(), settings).CheckHealthAsync(new(), CancellationToken.None)).Status);
    }

    [Fact]
    public async Task The_backlog_says_how_late_the_oldest_deadline_and_wake_up_are()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 8, 40, 0, TimeSpan.Zero));
        await using var host = await StorageHost.StartAsync(azurite, time: time);
        await host.Store.ExecuteAsync(Board.Layout, "b", new("count", "p1"), Board.Increment(new Ping("r", 1) { NotBefore = time.GetUtcNow().AddHours(1) }));
        await host.EventuallyAsync(async () => (await host.RowsAsync("Deadlines")).Exists(row => row.RowKey != "low") && await host.WakeUpsAsync() == 0);
        Assert.Equal(new Backlog(0, TimeSpan.Zero, 0, TimeSpan.Zero), await host.Get<BacklogReader>().ReadAsync(default));
        host.Wire.BeforeAsync = request => request.Method != RequestMethod.Get ? throw new KilledException() : Task.CompletedTask;
        time.Advance(TimeSpan.FromHours(3));
        Assert.Equal(TimeSpan.FromHours(2), (await host.Get<BacklogReader>().ReadAsync(default)).DeadlineLag);
    }

    private static async Task GiveUpAsync(House house)
    {
        var parked = DeliveryRow.New(TableNames.Sittings, "none", 1, 0, new Ping("r", 1), house.Tenant.Clock.GetUtcNow());
        await house.App.Services.GetRequiredService<Poison>().ParkAsync(parked, default);
    }

    private sealed class NoToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new Azure.Identity.AuthenticationFailedException("No identity.");
    }
}

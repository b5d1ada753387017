using JuryBot.Storage;
using JuryBot.Tests.Azurite;

namespace JuryBot.Tests.Storage;

public sealed class PoisonTests(AzuriteFixture azurite)
{
    private static readonly Command Anyone = new("count", "p1");

    [Fact]
    public async Task A_delivery_that_keeps_failing_is_parked_and_lets_the_next_go()
    {
        await using var host = await StorageHost.StartAsync(azurite, settings: ("MaxAttempts", "2"));
        host.Inbox.OnPing = (ping, _, _) => ping.Number == 1 ? throw new IOException("down") : Task.CompletedTask;

        await host.Store.ExecuteAsync(Board.Layout, "b", Anyone, Board.Increment(new Ping("r", 1), new Ping("r", 2)));
        Assert.Equal(2, (await host.Inbox.NextAsync()).Ping.Number);

        var parked = Assert.Single(await host.Get<Poison>().ListAsync());
        Assert.Equal(("Sittings", "b", "Ping", "r", "IOException: down", 2), (parked.Table, parked.Partition, parked.Effect, parked.Recipient, parked.Error, parked.Attempts));
        Assert.Equal(parked, Assert.Single(await host.Get<Poison>().ListAsync("Sittings", "b")));
        Assert.Empty(await host.Get<Poison>().ListAsync("Sittings", "other"));
        await host.EventuallyAsync(async () => await host.WakeUpsAsync() == 0);
        Assert.True((await host.Get<LedgerVerifier>().VerifyAsync()).Ok);
    }

    [Fact]
    public async Task A_poison_exception_parks_at_once_and_a_retry_delivers()
    {
        await using var host = await StorageHost.StartAsync(azurite);
        host.Inbox.OnPing = (_, _, _) => throw new PoisonException("no such room");
        await host.Store.ExecuteAsync(Board.Layout, "b", Anyone, Board.Increment(new Ping("r", 1)));
        await host.EventuallyAsync(async () => (await host.Get<Poison>().ListAsync("Sittings", "b")).Count == 1);
        var parked = Assert.Single(await host.Get<Poison>().ListAsync());
        Assert.Equal(("no such room", 1), (parked.Error, parked.Attempts));

        host.Inbox.OnPing = (_, _, _) => Task.CompletedTask;
        Assert.True(await host.Get<Poison>().RetryAsync(parked.Id));
        var (ping, delivery) = await host.Inbox.NextAsync();

        Assert.Equal(new Ping("r", 1), ping);
        Assert.True(delivery.Cause.Late);
        Assert.Equal(parked.Id, delivery.Id);
        Assert.Empty(await host.Get<Poison>().ListAsync());
        Assert.Empty(await host.Get<Poison>().ListAsync("Sittings", "b"));
        Assert.False(await host.Get<Poison>().RetryAsync(parked.Id));
    }
}

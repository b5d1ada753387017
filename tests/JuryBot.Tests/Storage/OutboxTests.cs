using System.Collections.Concurrent;
using JuryBot.Domain;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using Microsoft.Extensions.Time.Testing;

namespace JuryBot.Tests.Storage;

public sealed class OutboxTests(AzuriteFixture azurite)
{
    private static readonly Command Anyone = new("count", "p1");

    [Fact]
    public async Task Each_recipient_is_served_in_the_order_of_decisions()
    {
        await using var one = await StorageHost.StartAsync(azurite);
        await using var two = await StorageHost.StartAsync(azurite, one.Prefix, one.Inbox);

        for (var i = 0; i < 12; i++)
        {
            await (i % 3 == 0 ? two : one).Store.ExecuteAsync(Board.Layout, "b", Anyone, Board.Increment(new Ping("r1", 2 * i), new Ping("r2", i), new Ping("r1", 2 * i + 1)));
        }

        var pings = await one.Inbox.NextAsync(36);
        Assert.Equal(Enumerable.Range(0, 24), pings.Where(ping => ping.To == "r1").Select(ping => ping.Number));
        Assert.Equal(Enumerable.Range(0, 12), pings.Where(ping => ping.To == "r2").Select(ping => ping.Number));
        await one.EventuallyAsync(async () => await one.WakeUpsAsync() == 0);
        Assert.Equal(36, one.Inbox.All.Count);
        Assert.Empty(await one.RowsAsync("Sittings", "b", "o|"));
    }

    [Fact]
    public async Task A_recipient_that_hangs_does_not_hold_up_another()
    {
        await using var host = await StorageHost.StartAsync(azurite);
        var release = new TaskCompletionSource();
        host.Inbox.OnPing = (ping, _, _) => ping.To == "slow" ? release.Task : Task.CompletedTask;
        await host.Store.ExecuteAsync(Board.Layout, "b", Anyone, Board.Increment(new Ping("slow", 1), new Ping("quick", 1)));
        Assert.Equal("quick", (await host.Inbox.NextAsync()).Ping.To);

        await host.Store.ExecuteAsync(Board.Layout, "b", Anyone, Board.Increment(new Ping("slow", 2), new Ping("quick", 2)));
        Assert.Equal(new Ping("quick", 2), (await host.Inbox.NextAsync()).Ping);
        release.SetResult();

        Assert.Equal([new Ping("slow", 1), new Ping("slow", 2)], await host.Inbox.NextAsync(2));
    }

    [Fact]
    public async Task A_delivery_that_outlasts_its_lease_is_not_sent_twice()
    {
        await using var one = await StorageHost.StartAsync(azurite, settings: ("Lease", "00:00:03"));
        await using var two = await StorageHost.StartAsync(azurite, one.Prefix, one.Inbox, settings: ("Lease", "00:00:03"));
        var begun = 0;
        one.Inbox.OnPing = async (_, _, ct) =>
        {
            Interlocked.Increment(ref begun);
            await Task.Delay(TimeSpan.FromSeconds(8), ct);
        };

        await one.Store.ExecuteAsync(Board.Layout, "b", Anyone, Board.Increment(new Ping("r", 1)));
        await one.Inbox.NextAsync();

        Assert.Equal(1, begun);
    }

    [Fact]
    public async Task A_failed_delivery_keeps_its_recipients_next_waiting_until_it_succeeds()
    {
        var time = new FakeTimeProvider();
        await using var host = await StorageHost.StartAsync(azurite, time: time);
        var attempts = new ConcurrentQueue<int>();
        host.Inbox.OnPing = (ping, delivery, _) =>
        {
            attempts.Enqueue(delivery.Attempt);
            return ping.Number == 1 && delivery.Attempt < 3 ? throw new IOException("down") : Task.CompletedTask;
        };

        await host.Store.ExecuteAsync(Board.Layout, "b", Anyone, Board.Increment(new Ping("r", 1), new Ping("r", 2)));
        await host.EventuallyAsync(() => Forward(time, host.Inbox.All.Count == 2));

        Assert.Equal([1, 2, 3, 1], attempts);
        Assert.Equal([1, 2], host.Inbox.All.Select(arrival => arrival.Ping.Number));
    }

    [Fact]
    public async Task Retry_later_waits_on_JuryBots_clock_and_does_not_count()
    {
        var time = new FakeTimeProvider();
        await using var host = await StorageHost.StartAsync(azurite, time: time);
        var first = new TaskCompletionSource();
        host.Inbox.OnPing = (_, _, _) => first.TrySetResult() ? throw new RetryLaterException(TimeSpan.FromHours(2), "throttled") : Task.CompletedTask;

        await host.Store.ExecuteAsync(Board.Layout, "b", Anyone, Board.Increment(new Ping("r", 1)));
        await host.EventuallyAsync(async () => (await host.RowsAsync("Sittings", "b", "o|")).Any(row => row.GetString("Error") == "throttled"));
        time.Advance(TimeSpan.FromHours(1));
        Assert.Empty(host.Inbox.All);
        await host.EventuallyAsync(() => Forward(time, !host.Inbox.All.IsEmpty));

        Assert.Equal(1, (await host.Inbox.NextAsync()).Delivery.Attempt);
    }

    [Fact]
    public async Task An_effect_due_in_a_moment_waits_for_JuryBots_clock_and_blocks_nobody()
    {
        var time = new FakeTimeProvider();
        await using var host = await StorageHost.StartAsync(azurite, time: time);

        await host.Store.ExecuteAsync(Board.Layout, "b", Anyone, Board.Increment(
            new Ping("r", 1) { NotBefore = time.GetUtcNow().AddMinutes(2) }, new Ping("r", 2)));
        Assert.Equal(2, (await host.Inbox.NextAsync()).Ping.Number);
        Assert.Single(await host.RowsAsync("Sittings", "b", "o|000000000001|000"));
        await host.EventuallyAsync(() => Forward(time, host.Inbox.All.Count == 2));

        Assert.Equal(1, (await host.Inbox.NextAsync()).Ping.Number);
    }

    [Fact]
    public async Task The_key_of_a_delivery_depends_on_nothing_but_where_it_was_decided()
    {
        await using var one = await StorageHost.StartAsync(azurite);
        await using var two = await StorageHost.StartAsync(azurite);
        await one.Store.ExecuteAsync(Board.Layout, "b", Anyone, Board.Increment(new Ping("r", 1)));
        await two.Store.ExecuteAsync(Board.Layout, "b", Anyone, Board.Increment(new Ping("r", 2), new Ping("r", 3)));

        var (_, first) = await one.Inbox.NextAsync();
        var (_, second) = await two.Inbox.NextAsync();
        var (_, third) = await two.Inbox.NextAsync();

        Assert.Equal(first.Key, second.Key);
        Assert.NotEqual(first.Key, third.Key);
        Assert.Equal("Sittings|b|1|0", first.Id);
    }

    /// <summary>Moves the clock a little until the condition holds.</summary>
    private static Task<bool> Forward(FakeTimeProvider time, bool condition)
    {
        if (!condition)
        {
            time.Advance(TimeSpan.FromMinutes(1));
        }
        return Task.FromResult(condition);
    }
}

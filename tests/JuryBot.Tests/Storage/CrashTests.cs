using JuryBot.Storage;
using JuryBot.Tests.Azurite;

namespace JuryBot.Tests.Storage;

public sealed class CrashTests(AzuriteFixture azurite)
{
    private static readonly Command Inbound = new("count", "p1", "activity");

    public static TheoryData<int, bool> Points
    {
        get
        {
            // 0 the wake-up, 1 the commit, 2 the claim, 3 the removal of the delivered row; then the same of the second effect.
            var points = new TheoryData<int, bool>();
            for (var write = 0; write <= 5; write++)
            {
                points.Add(write, false);
                points.Add(write, true);
            }
            return points;
        }
    }

    [Theory]
    [MemberData(nameof(Points))]
    public async Task A_replica_killed_at_any_write_loses_nothing(int write, bool after)
    {
        var inbox = new Inbox();
        await using var dead = await StorageHost.StartAsync(azurite, inbox: inbox, settings: ("Lease", "00:00:02"));
        dead.Wire.KillAt = (write, after);
        try
        {
            await dead.Store.ExecuteAsync(Board.Layout, "b", Inbound, Board.Increment(new Ping("r", 1), new Ping("r", 2)));
        }
        catch (KilledException)
        {
        }
        await dead.EventuallyAsync(() => Task.FromResult(dead.Wire.Killed));

        await using var alive = await StorageHost.StartAsync(azurite, dead.Prefix, inbox);
        await alive.Store.ExecuteAsync(Board.Layout, "b", Inbound, Board.Increment(new Ping("r", 1), new Ping("r", 2)));
        await alive.EventuallyAsync(async () => await alive.WakeUpsAsync() == 0);

        Assert.Equal(1, (await alive.Store.ReadAsync(Board.Layout, "b"))!.Total);
        Assert.Empty(await alive.RowsAsync("Sittings", "b", "o|"));
        Assert.Equal([1, 2], inbox.All.Select(arrival => arrival.Ping.Number).Distinct());
        Assert.Equal(2, inbox.All.Select(arrival => arrival.Key).Distinct().Count());
        Assert.InRange(inbox.All.Count, 2, 3);
        Assert.True((await alive.Get<LedgerVerifier>().VerifyAsync()).Ok);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task A_replica_killed_while_it_parks_leaves_a_delivery_that_is_either_parked_or_delivered(int write)
    {
        var inbox = new Inbox { OnPing = (_, _, _) => throw new PoisonException("no such room") };
        await using var dead = await StorageHost.StartAsync(azurite, inbox: inbox, settings: ("Lease", "00:00:02"));
        dead.Wire.KillAt = (write, true);
        await dead.Store.ExecuteAsync(Board.Layout, "b", Inbound, Board.Increment(new Ping("r", 1)));
        await dead.EventuallyAsync(() => Task.FromResult(dead.Wire.Killed));
        inbox.OnPing = (_, _, _) => Task.CompletedTask;

        await using var alive = await StorageHost.StartAsync(azurite, dead.Prefix, inbox);
        await alive.EventuallyAsync(async () => await alive.WakeUpsAsync() == 0);

        Assert.Equal(1, inbox.All.Count + (await alive.Get<Poison>().ListAsync()).Count);
        Assert.Equal(1, inbox.All.Count + (await alive.Get<Poison>().ListAsync("Sittings", "b")).Count);
        Assert.True((await alive.Get<LedgerVerifier>().VerifyAsync()).Ok);
    }

    [Fact]
    public async Task A_replica_killed_while_a_handler_runs_leaves_its_progress_to_the_next()
    {
        var inbox = new Inbox();
        await using var dead = await StorageHost.StartAsync(azurite, inbox: inbox);
        var progress = new List<string?>();
        inbox.OnPing = async (_, delivery, ct) =>
        {
            progress.Add(delivery.Progress<string>());
            if (delivery.Attempt == 1)
            {
                await delivery.SaveProgressAsync("draft 1", ct);
                dead.Wire.KillAt = (0, false);
                await delivery.SaveProgressAsync("draft 2", ct);
            }
        };
        await dead.Store.ExecuteAsync(Board.Layout, "b", Inbound, Board.Increment(new Ping("r", 1)));
        await dead.EventuallyAsync(() => Task.FromResult(dead.Wire.Killed));

        await using var alive = await StorageHost.StartAsync(azurite, dead.Prefix, inbox);
        var (_, second) = await inbox.NextAsync();

        Assert.Equal(2, second.Attempt);
        Assert.Equal([null, "draft 1"], progress);
    }

    [Fact]
    public async Task A_replica_that_stops_gives_back_what_it_was_carrying()
    {
        var inbox = new Inbox();
        var started = new TaskCompletionSource();
        inbox.OnPing = (_, _, ct) =>
        {
            started.TrySetResult();
            return Task.Delay(Timeout.Infinite, ct);
        };
        var first = await StorageHost.StartAsync(azurite, inbox: inbox, settings: ("Lease", "00:10:00"));
        await first.Store.ExecuteAsync(Board.Layout, "b", Inbound, Board.Increment(new Ping("r", 1)));
        await started.Task;
        await first.DisposeAsync();
        inbox.OnPing = (_, _, _) => Task.CompletedTask;

        await using var second = await StorageHost.StartAsync(azurite, first.Prefix, inbox);
        var (_, delivery) = await inbox.NextAsync();

        Assert.Equal(1, delivery.Attempt);
    }
}

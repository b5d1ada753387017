using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using Microsoft.Extensions.Time.Testing;

namespace JuryBot.Tests.Storage;

public sealed class DeadlineTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 40, 0, TimeSpan.Zero);
    private static readonly Command Anyone = new("count", "p1");

    private readonly FakeTimeProvider time = new(Start);

    [Fact]
    public async Task An_effect_of_another_day_is_delivered_when_the_clock_gets_there()
    {
        await using var host = await StorageHost.StartAsync(azurite, time: time);
        await host.Store.ExecuteAsync(Board.Layout, "b", Anyone, Board.Increment(
            new Ping("r", 1) { NotBefore = Start.AddDays(3).AddMinutes(1) }, new Ping("r", 2)));
        Assert.Equal(2, (await host.Inbox.NextAsync()).Ping.Number);
        await MovedAsync(host, 1);
        Assert.Empty(await host.RowsAsync("Sittings", "b", "o|"));
        await host.EventuallyAsync(async () => await host.WakeUpsAsync() == 0);

        time.Advance(TimeSpan.FromDays(3));
        Assert.Single(host.Inbox.All);
        time.Advance(TimeSpan.FromMinutes(1));
        var (ping, delivery) = await host.Inbox.NextAsync();

        Assert.Equal((1, "Sittings|b|1|0", true), (ping.Number, delivery.Id, delivery.Cause.Late));
        await MovedAsync(host, 0);
    }

    [Fact]
    public async Task Of_two_replicas_exactly_one_acts()
    {
        await using var one = await StorageHost.StartAsync(azurite, time: time);
        await using var two = await StorageHost.StartAsync(azurite, one.Prefix, one.Inbox, time);
        await one.Store.ExecuteAsync(Board.Layout, "b", Anyone, Board.Increment([.. Enumerable.Range(0, 40).Select(i => new Ping($"r{i}", i) { NotBefore = Start.AddHours(2) })]));
        await MovedAsync(one, 40);

        time.Advance(TimeSpan.FromHours(2));
        await one.Inbox.NextAsync(40);

        await MovedAsync(one, 0);
        Assert.Equal(40, one.Inbox.All.Count);
    }

    [Fact]
    public async Task A_deadline_that_fails_is_tried_again_and_then_parked()
    {
        await using var host = await StorageHost.StartAsync(azurite, time: time, settings: ("MaxAttempts", "2"));
        host.Inbox.OnPing = (_, _, _) => throw new IOException("down");
        await host.Store.ExecuteAsync(Board.Layout, "b", Anyone, Board.Increment(new Ping("r", 1) { NotBefore = Start.AddHours(2) }));
        await MovedAsync(host, 1);

        time.Advance(TimeSpan.FromHours(2));
        await host.EventuallyAsync(async () => (await host.RowsAsync("Deadlines")).Any(row => row.GetString("Error") == "IOException: down"));
        time.Advance(TimeSpan.FromMinutes(1));
        await host.EventuallyAsync(async () => (await host.Get<Poison>().ListAsync("Sittings", "b")).Count == 1);

        await host.EventuallyAsync(async () => (await host.RowsAsync("Deadlines")).All(row => row.GetString("Type") != nameof(Ping)));
        Assert.Equal("TellParked", Assert.Single(await host.RowsAsync("Deadlines"), row => row.PartitionKey != "cursor").GetString("Type"));
        Assert.True((await host.Get<LedgerVerifier>().VerifyAsync()).Ok);
    }

    [Fact]
    public async Task The_cursor_follows_the_clock_but_never_passes_a_row()
    {
        await using var host = await StorageHost.StartAsync(azurite, time: time);
        await host.Store.ExecuteAsync(Board.Layout, "b", Anyone, Board.Increment(new Ping("r", 1) { NotBefore = Start.AddHours(2) }));
        await MovedAsync(host, 1);
        await host.EventuallyAsync(async () => await CursorAsync(host) == "2026030208");
        var release = new TaskCompletionSource();
        host.Inbox.OnPing = (_, _, _) => release.Task;

        time.Advance(TimeSpan.FromHours(5));
        await host.EventuallyAsync(async () => await CursorAsync(host) == "2026030210");
        release.SetResult();
        await host.Inbox.NextAsync();
        await MovedAsync(host, 0);
        time.Advance(TimeSpan.FromMinutes(1));

        await host.EventuallyAsync(async () => await CursorAsync(host) == "2026030213");
    }

    /// <summary>Waits until so many deliveries wait for their deadline.</summary>
    private static Task MovedAsync(StorageHost host, int count) =>
        host.EventuallyAsync(async () => (await host.RowsAsync("Deadlines")).Count(row => row.PartitionKey != "cursor") == count);

    private static async Task<string?> CursorAsync(StorageHost host) => (await host.RowsAsync("Deadlines", "cursor")).SingleOrDefault()?.GetString("Hour");
}

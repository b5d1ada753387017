using JuryBot.Storage;
using JuryBot.Tests.Azurite;

namespace JuryBot.Tests.Storage;

public sealed class FenceTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_commit_slower_than_its_wake_up_fails_on_the_fence_and_decides_again()
    {
        await using var host = await StorageHost.StartAsync(azurite);
        var (decided, held) = (0, false);
        var release = new TaskCompletionSource();
        host.Wire.BeforeAsync = request =>
        {
            if (held || !request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal))
            {
                return Task.CompletedTask;
            }
            held = true;
            return release.Task;
        };

        var slow = host.Store.ExecuteAsync(Board.Layout, "b", new Command("count", "p1", "activity"), board =>
        {
            decided++;
            return Board.Increment(new Ping("r", 1))(board);
        }, board => $"{board.Total}");
        await host.EventuallyAsync(async () => (await host.RowsAsync("Sittings", "b", "c|")).Any(row => row.GetBoolean("Fence") == true));
        release.SetResult();
        var outcome = await slow;

        Assert.Equal(2, decided);
        Assert.False(outcome.Repeated);
        Assert.Equal(1, outcome.State!.Total);
        await host.Inbox.NextAsync();
        var again = await host.Store.ExecuteAsync(Board.Layout, "b", new Command("count", "p1", "activity"), Board.Increment(new Ping("r", 2)));
        Assert.True(again.Repeated);
        Assert.Equal("1", again.Answer);
        await host.EventuallyAsync(async () => await host.WakeUpsAsync() == 0);
        Assert.Single(host.Inbox.All);
        Assert.True((await host.Get<LedgerVerifier>().VerifyAsync()).Ok);
    }

    [Fact]
    public async Task A_wake_up_without_a_commit_leaves_a_fence_and_is_gone()
    {
        await using var dead = await StorageHost.StartAsync(azurite);
        dead.Wire.KillAt = (1, false);
        await Assert.ThrowsAsync<KilledException>(() => dead.Store.ExecuteAsync(Board.Layout, "b", new Command("count", "p1"), Board.Increment(new Ping("r", 1))));

        await using var alive = await StorageHost.StartAsync(azurite, dead.Prefix);
        await alive.EventuallyAsync(async () => await alive.WakeUpsAsync() == 0);

        Assert.True((await alive.RowsAsync("Sittings", "b")).Single().GetBoolean("Fence"));
        Assert.Empty(alive.Inbox.All);
        var report = await alive.Get<LedgerVerifier>().VerifyAsync();
        Assert.True(report.Ok);
        Assert.Equal(0, report.Chains);
    }
}

using JuryBot.Domain;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using Microsoft.Extensions.DependencyInjection;

namespace JuryBot.Tests.Storage;

public sealed class CauseTests(AzuriteFixture azurite)
{
    private static readonly Cause Second = new("Sessions", "s", "Sittings|b", 2, 0);

    [Fact]
    public async Task An_effect_on_another_partition_is_taken_once_however_often_it_is_delivered()
    {
        await using var host = await StorageHost.StartAsync(azurite, compose: services => services.AddEffect<Tell, Listener>((listener, tell, delivery, ct) => listener.TakeAsync(tell, delivery, ct)));

        await host.Store.ExecuteAsync(Board.Layout, "source", new("count", "p1"), Board.Increment(new Tell("target", 5), new Ping("done", 1)));
        await host.EventuallyAsync(async () => await host.WakeUpsAsync() == 0);

        Assert.Equal(5, (await host.Store.ReadAsync(Board.Layout, "target"))!.Total);
    }

    [Fact]
    public async Task The_same_cause_again_gets_the_stored_answer()
    {
        await using var host = await StorageHost.StartAsync(azurite);
        await host.Store.ExecuteAsync(Board.Layout, "b", new("take", "system", Cause: Second), Board.Increment(), board => $"{board.Total}");

        var again = await host.Store.ExecuteAsync(Board.Layout, "b", new("take", "system", Cause: Second), Board.Increment(), board => $"{board.Total}");

        Assert.True(again.Repeated);
        Assert.Equal("1", again.Answer);
        Assert.Equal(1, again.State!.Total);
    }

    [Fact]
    public async Task An_older_cause_from_the_same_source_is_ignored_and_a_late_one_is_not()
    {
        await using var host = await StorageHost.StartAsync(azurite);
        await host.Store.ExecuteAsync(Board.Layout, "b", new("take", "system", Cause: Second), Board.Increment());

        var older = await host.Store.ExecuteAsync(Board.Layout, "b", new("take", "system", Cause: Second with { Sequence = 1, Index = 3 }), Board.Increment());
        var elsewhere = await host.Store.ExecuteAsync(Board.Layout, "b", new("take", "system", Cause: Second with { Partition = "t", Sequence = 1 }), Board.Increment());
        var late = await host.Store.ExecuteAsync(Board.Layout, "b", new("take", "system", Cause: Second with { Sequence = 1, Late = true }), Board.Increment());
        var lateAgain = await host.Store.ExecuteAsync(Board.Layout, "b", new("take", "system", Cause: Second with { Sequence = 1, Late = true }), Board.Increment());
        var newer = await host.Store.ExecuteAsync(Board.Layout, "b", new("take", "system", Cause: Second with { Index = 1 }), Board.Increment());

        Assert.Equal([true, false, false, true, false], new[] { older, elsewhere, late, lateAgain, newer }.Select(outcome => outcome.Repeated));
        Assert.Equal(4, (await host.Store.ReadAsync(Board.Layout, "b"))!.Total);
        Assert.True((await host.Get<LedgerVerifier>().VerifyAsync()).Ok);
    }

    [Fact]
    public async Task Two_verbs_of_one_delivery_both_land()
    {
        await using var host = await StorageHost.StartAsync(azurite);

        await host.Store.ExecuteAsync(Board.Layout, "b", new("first", "system", Cause: Second), Board.Increment());
        await host.Store.ExecuteAsync(Board.Layout, "b", new("second", "system", Cause: Second), Board.Increment());

        Assert.Equal(2, (await host.Store.ReadAsync(Board.Layout, "b"))!.Total);
    }

    private sealed record Tell(string Board, int Number) : Effect
    {
        public override string Recipient => $"Sittings|{Board}";
    }

    private sealed class Listener(Store store)
    {
        public async Task TakeAsync(Tell tell, Delivery delivery, CancellationToken ct)
        {
            await store.ExecuteAsync(Tests.Storage.Board.Layout, tell.Board, new("take", "system", Cause: delivery.Cause), board => (board ?? Tests.Storage.Board.Empty).Add(tell.Number), ct: ct);
            if (delivery.Attempt == 1)
            {
                throw new IOException("The answer was lost.");
            }
        }
    }
}

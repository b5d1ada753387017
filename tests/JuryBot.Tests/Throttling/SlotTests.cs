using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using JuryBot.Tests.Storage;
using Microsoft.Extensions.Time.Testing;

namespace JuryBot.Tests.Throttling;

/// <summary>So many at work on one thing at once, whichever replica they are on.</summary>
public sealed class SlotTests(AzuriteFixture azurite)
{
    private const int Most = 4;
    private static readonly TimeSpan NotAtAll = TimeSpan.Zero, AShortWhile = TimeSpan.FromMilliseconds(300), ALongWhile = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Six_busy_replicas_share_four_slots_and_each_gets_its_turn()
    {
        const int Each = 12;
        await using var host = await StorageHost.StartAsync(azurite);
        var replicas = Enumerable.Range(0, 6).Select(_ => new Slots(host.Get<StorageClients>(), TimeProvider.System)).ToList();
        var (inside, most) = (0, 0);

        await Task.WhenAll(replicas.SelectMany(replica => Enumerable.Range(0, Each).Select(async _ =>
        {
            await using var slot = await replica.EnterAsync("mailbox", Most, NotAtAll, ALongWhile);
            var now = Interlocked.Increment(ref inside);
            for (var seen = Volatile.Read(ref most); now > seen && Interlocked.CompareExchange(ref most, now, seen) != seen; seen = Volatile.Read(ref most))
            {
            }

            await host.Table(TableNames.Lanes).QueryAsync<Azure.Data.Tables.TableEntity>().ToListAsync(TestContext.Current.CancellationToken);
            Interlocked.Decrement(ref inside);
        })));

        Assert.Equal(Most, most);
        foreach (var replica in replicas)
        {
            await replica.DisposeAsync();
        }

        Assert.Equal("[]", Assert.Single(await host.RowsAsync(TableNames.Lanes, "mailbox")).GetString("Holders"));
    }

    [Fact]
    public async Task The_slots_of_a_replica_that_died_are_free_when_its_lease_is_over()
    {
        await using var host = await StorageHost.StartAsync(azurite);
        var dead = new Slots(host.Get<StorageClients>(), TimeProvider.System) { Lease = TimeSpan.FromSeconds(4) };
        for (var i = 0; i < Most; i++)
        {
            await dead.EnterAsync("mailbox", Most, NotAtAll, ALongWhile);
        }

        var other = host.Get<Slots>();
        await Assert.ThrowsAsync<UnavailableException>(() => other.EnterAsync("mailbox", Most, NotAtAll, AShortWhile));
        for (var i = 0; i < Most; i++)
        {
            await other.EnterAsync("mailbox", Most, NotAtAll, ALongWhile);
        }

        await Assert.ThrowsAsync<UnavailableException>(() => other.EnterAsync("mailbox", Most, NotAtAll, AShortWhile));
    }

    [Fact]
    public async Task A_replica_that_is_busy_gives_way_to_one_that_waits()
    {
        await using var host = await StorageHost.StartAsync(azurite);
        await using var busy = new Slots(host.Get<StorageClients>(), TimeProvider.System);
        var stop = false;
        var work = Enumerable.Range(0, 12).Select(async _ =>
        {
            while (!Volatile.Read(ref stop))
            {
                await using var slot = await busy.EnterAsync("mailbox", Most, NotAtAll, ALongWhile);
                await host.RowsAsync(TableNames.Lanes);
            }
        }).ToList();

        var first = await host.Get<Slots>().EnterAsync("mailbox", Most, NotAtAll, ALongWhile);
        await using var second = await host.Get<Slots>().EnterAsync("mailbox", Most, NotAtAll, ALongWhile);
        await first.DisposeAsync();
        Volatile.Write(ref stop, true);
        await Task.WhenAll(work);
    }

    [Fact]
    public async Task A_pause_holds_on_every_replica_on_JuryBots_clock()
    {
        var time = new FakeTimeProvider();
        await using var host = await StorageHost.StartAsync(azurite, time: time);
        var (one, two) = (new Slots(host.Get<StorageClients>(), time), new Slots(host.Get<StorageClients>(), time));
        await (await two.EnterAsync("another", Most, NotAtAll, ALongWhile)).DisposeAsync();
        await one.PauseAsync("mailbox", time.GetUtcNow() + ALongWhile);

        var refused = await Assert.ThrowsAsync<UnavailableException>(() => two.EnterAsync("mailbox", Most, AShortWhile, ALongWhile));
        Assert.InRange(refused.Delay, ALongWhile, 1.25 * ALongWhile);
        var waiting = two.EnterAsync("mailbox", Most, ALongWhile, ALongWhile);
        await (await two.EnterAsync("another", Most, NotAtAll, ALongWhile)).DisposeAsync();
        Assert.False(waiting.IsCompleted);
        await host.EventuallyAsync(() =>
        {
            time.Advance(ALongWhile);
            return Task.FromResult(waiting.IsCompleted);
        });
        await (await waiting).DisposeAsync();
    }
}

using System.Collections.Concurrent;
using Azure.Core;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using Microsoft.Extensions.Time.Testing;

namespace JuryBot.Tests.Storage;

public sealed class LaneTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Senders_on_two_replicas_stay_inside_every_window()
    {
        await using var one = await StorageHost.StartAsync(azurite);
        await using var two = await StorageHost.StartAsync(azurite, one.Prefix);
        Pace[] paces = [new(4, TimeSpan.FromSeconds(1)), new(6, TimeSpan.FromSeconds(2))];
        var lanes = new[] { one.Get<Lanes>(), two.Get<Lanes>() };

        var sends = await Task.WhenAll(Enumerable.Range(0, 14).Select(async i =>
        {
            await lanes[i % 2].AcquireAsync([new("mailbox", paces)]);
            return TimeProvider.System.GetUtcNow();
        }));

        Array.Sort(sends);
        Assert.All(paces, pace => Assert.All(Enumerable.Range(0, sends.Length - pace.Count), i => Assert.True(sends[i + pace.Count] - sends[i] > pace.Window)));
    }

    [Fact]
    public async Task A_full_lane_waits_on_JuryBots_clock()
    {
        var time = new FakeTimeProvider();
        await using var host = await StorageHost.StartAsync(azurite, time: time);
        Pace[] paces = [new(2, TimeSpan.FromHours(1))];
        await host.Get<Lanes>().AcquireAsync([new("tenant", paces)]);
        await host.Get<Lanes>().AcquireAsync([new("tenant", paces)]);

        var third = host.Get<Lanes>().AcquireAsync([new("tenant", paces)]);
        await host.Get<Lanes>().AcquireAsync([new("another", paces)]);
        Assert.False(third.IsCompleted);
        await host.EventuallyAsync(() =>
        {
            time.Advance(TimeSpan.FromHours(1));
            return Task.FromResult(third.IsCompleted);
        });

        await third;
    }

    [Fact]
    public async Task A_send_held_up_by_one_lane_is_allowed_by_the_other_anew()
    {
        var time = new FakeTimeProvider();
        var start = time.GetUtcNow();
        await using var host = await StorageHost.StartAsync(azurite, time: time);
        var (slow, wide) = (new Lane("slow", [new(1, TimeSpan.FromHours(1))]), new Lane("wide", [new(1, TimeSpan.FromDays(10))]));
        await host.Get<Lanes>().AcquireAsync([slow]);

        var held = host.Get<Lanes>().AcquireAsync([wide, slow]);
        await host.EventuallyAsync(() =>
        {
            time.Advance(TimeSpan.FromMinutes(20));
            return Task.FromResult(held.IsCompleted);
        });
        await held;
        var third = host.Get<Lanes>().AcquireAsync([wide]);
        await host.Get<Lanes>().AcquireAsync([new("another", wide.Paces)]);

        Assert.False(third.IsCompleted);
        // Ten days since it was first asked for, not since it was sent.
        time.Advance(start + TimeSpan.FromDays(10) + TimeSpan.FromMinutes(30) - time.GetUtcNow());
        await host.Get<Lanes>().AcquireAsync([new("one more", wide.Paces)]);
        Assert.False(third.IsCompleted);
        time.Advance(TimeSpan.FromDays(10));
        await third;
    }

    [Fact]
    public async Task Who_waits_together_asks_together_and_every_window_holds_still()
    {
        await using var one = await StorageHost.StartAsync(azurite);
        await using var two = await StorageHost.StartAsync(azurite, one.Prefix);
        var writes = 0;
        foreach (var host in new[] { one, two })
        {
            host.Wire.BeforeAsync = request =>
            {
                Interlocked.Add(ref writes, request.Uri.ToString().Contains("Lanes(", StringComparison.Ordinal) && request.Method != RequestMethod.Get ? 1 : 0);
                return Task.CompletedTask;
            };
        }

        var (lane, sends) = (new Lane("fan", [new(20, TimeSpan.FromSeconds(1))]) { Apart = TimeSpan.FromMilliseconds(10) }, new ConcurrentBag<DateTimeOffset>());
        await Task.WhenAll(Enumerable.Range(0, 60).Select(async i =>
        {
            await (i % 2 == 0 ? one : two).Get<Lanes>().AcquireAsync([lane]);
            sends.Add(TimeProvider.System.GetUtcNow());
        }));

        var ordered = sends.Order().ToArray();
        Assert.Equal(60, ordered.Length);
        Assert.All(Enumerable.Range(0, 40), i => Assert.True(ordered[i + 20] - ordered[i] > TimeSpan.FromSeconds(1)));
        Assert.InRange(writes, 1, 45);
    }

    [Fact]
    public async Task A_pause_holds_for_who_asked_before_it()
    {
        var time = new FakeTimeProvider();
        await using var host = await StorageHost.StartAsync(azurite, time: time);
        var lane = new Lane("paused", [new(5, TimeSpan.FromSeconds(1))]);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => host.Get<Lanes>().AcquireAsync([lane])));
        await host.Get<Lanes>().PauseAsync("paused", time.GetUtcNow() + TimeSpan.FromSeconds(8));
        time.Advance(TimeSpan.FromSeconds(2));
        var next = host.Get<Lanes>().AcquireAsync([lane]);
        await host.Get<Lanes>().AcquireAsync([new("another", lane.Paces)]);
        Assert.False(next.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(6));
        await next;
    }
}

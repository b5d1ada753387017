using JuryBot.Sandbox.Clock;

namespace JuryBot.Tests.Sandbox;

public sealed class ClockTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_delay_ends_when_the_moved_clock_passes_it_and_not_before()
    {
        using var clock = new SandboxClock();
        var delay = Task.Delay(TimeSpan.FromHours(3), clock);
        await clock.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.False(delay.IsCompleted);
        await clock.AdvanceAsync(TimeSpan.FromHours(1));
        await delay.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_short_delay_still_takes_its_real_time()
    {
        using var clock = new SandboxClock(TimeSpan.FromDays(100));
        var started = TimeProvider.System.GetTimestamp();
        await Task.Delay(TimeSpan.FromMilliseconds(50), clock);
        Assert.True(TimeProvider.System.GetElapsedTime(started) >= TimeSpan.FromMilliseconds(45));
    }

    [Fact]
    public async Task A_periodic_timer_that_was_jumped_over_fires_once_and_goes_on()
    {
        using var clock = new SandboxClock();
        var fired = 0;
        using var timer = clock.CreateTimer(_ => Interlocked.Increment(ref fired), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        await clock.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref fired) == 1, Patience));
        await clock.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref fired) == 2, Patience));
    }

    [Fact]
    public async Task A_disposed_timer_does_not_fire()
    {
        using var clock = new SandboxClock();
        var fired = false;
        var timer = clock.CreateTimer(_ => fired = true, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        await timer.DisposeAsync();
        await clock.AdvanceAsync(TimeSpan.FromHours(1));
        var later = Task.Delay(TimeSpan.Zero, clock);
        await later;
        Assert.False(fired);
    }

    [Fact]
    public async Task The_clock_does_not_go_back()
    {
        using var clock = new SandboxClock();
        await clock.AdvanceAsync(TimeSpan.FromDays(1));
        var before = clock.Offset;
        await clock.AdvanceToAsync(clock.GetUtcNow().AddHours(-5));
        Assert.Equal(before, clock.Offset);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => clock.AdvanceAsync(TimeSpan.FromSeconds(-1)));
    }

    [Fact]
    public async Task Followers_have_moved_when_the_move_returns()
    {
        await using var harness = await Harness.StartAsync();
        var clock = harness.Tenant.Clock;
        await clock.AdvanceAsync(TimeSpan.FromDays(2));
        using var follower = await ClockTimeProvider.ConnectAsync(harness.Tenant.Address);
        using var other = await ClockTimeProvider.ConnectAsync(harness.Tenant.Address);
        Assert.Equal(clock.Offset, follower.Offset);
        var deadline = Task.Delay(TimeSpan.FromDays(30), follower);
        for (var i = 0; i < 20; i++)
        {
            await clock.AdvanceAsync(TimeSpan.FromDays(1));
            Assert.Equal((clock.Offset, clock.Offset), (follower.Offset, other.Offset));
        }

        Assert.False(deadline.IsCompleted);
        await clock.AdvanceAsync(TimeSpan.FromDays(10));
        await deadline.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_follower_that_left_is_not_waited_for()
    {
        await using var harness = await Harness.StartAsync();
        var clock = harness.Tenant.Clock;
        var follower = await ClockTimeProvider.ConnectAsync(harness.Tenant.Address);
        Assert.Equal(1, clock.Followers);
        follower.Dispose();
        await clock.AdvanceAsync(TimeSpan.FromDays(1)).WaitAsync(Patience);
        Assert.True(SpinWait.SpinUntil(() => clock.Followers == 0, Patience));
    }
}

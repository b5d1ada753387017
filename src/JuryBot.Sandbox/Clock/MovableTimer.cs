namespace JuryBot.Sandbox.Clock;

/// <summary>A timer whose due time is a moment of a <see cref="MovableTimeProvider"/>: it is armed anew on a real timer
/// whenever that time moves.</summary>
internal sealed class MovableTimer : ITimer
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(40); // a real timer takes at most 49 days
    private readonly Lock gate = new();
    private readonly MovableTimeProvider clock;
    private readonly TimerCallback callback;
    private readonly object? state;
    private readonly ITimer real;
    private DateTimeOffset? due;
    private TimeSpan period;
    private bool disposed;

    public MovableTimer(MovableTimeProvider clock, TimerCallback callback, object? state)
    {
        (this.clock, this.callback, this.state) = (clock, callback, state);
        real = TimeProvider.System.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            if (disposed)
            {
                return false;
            }

            due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.GetUtcNow() + dueTime;
            this.period = period == Timeout.InfiniteTimeSpan ? TimeSpan.Zero : period;
        }

        Arm();
        return true;
    }

    public void Arm()
    {
        lock (gate)
        {
            var waits = due is not null && !disposed;
            clock.Watch(this, waits);
            if (!disposed)
            {
                real.Change(waits ? Left(due!.Value) : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private TimeSpan Left(DateTimeOffset moment)
    {
        var left = moment - clock.GetUtcNow();
        return left <= TimeSpan.Zero ? TimeSpan.Zero
            : left > Longest ? Longest
            : TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds));
    }

    private void Fire()
    {
        bool now;
        lock (gate)
        {
            if (disposed || due is null)
            {
                return;
            }

            now = due <= clock.GetUtcNow();
            if (now)
            {
                due = period > TimeSpan.Zero ? clock.GetUtcNow() + period : null;
            }
        }

        Arm();
        if (now)
        {
            callback(state);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            real.Dispose();
            clock.Watch(this, false);
        }
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}

namespace JuryBot.Sandbox.Clock;

/// <summary>Real time plus an offset that may grow. Timers fire when this time, moved or not, passes them; a periodic timer
/// that was jumped over fires once. Timestamps (<see cref="TimeProvider.GetTimestamp"/>) stay real.</summary>
public class MovableTimeProvider : TimeProvider
{
    private readonly Lock gate = new();
    private readonly HashSet<MovableTimer> waiting = [];
    private long offsetTicks;

    public MovableTimeProvider(TimeSpan offset = default) => offsetTicks = offset.Ticks;

    /// <summary>How far this time is ahead of real time.</summary>
    public TimeSpan Offset => TimeSpan.FromTicks(Volatile.Read(ref offsetTicks));

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Offset;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new MovableTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Begins at an offset, which may lie in the past; before any timer is made.</summary>
    protected void StartAt(TimeSpan offset) => Volatile.Write(ref offsetTicks, offset.Ticks);

    /// <summary>Moves to another offset; a smaller one than the present one changes nothing.</summary>
    protected void MoveTo(TimeSpan offset)
    {
        List<MovableTimer> timers;
        lock (gate)
        {
            if (offset <= Offset)
            {
                return;
            }

            Volatile.Write(ref offsetTicks, offset.Ticks);
            timers = [.. waiting];
        }

        timers.ForEach(timer => timer.Arm());
    }

    internal void Watch(MovableTimer timer, bool waits)
    {
        lock (gate)
        {
            _ = waits ? waiting.Add(timer) : waiting.Remove(timer);
        }
    }
}

namespace JuryBot.Sandbox.Clock;

/// <summary>The tenant's time. Moving it moves the tenant first, then every JuryBot that follows it, so that a follower is
/// never ahead of the limits it is measured by.</summary>
public sealed class SandboxClock(TimeSpan offset = default) : MovableTimeProvider(offset), IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly SemaphoreSlim moving = new(1, 1);
    private readonly Lock gate = new();
    private readonly List<ClockFollower> followers = [];

    /// <summary>Raised after a move that every follower has acknowledged.</summary>
    public event Action? Moved;

    /// <summary>How many JuryBot processes follow this clock now.</summary>
    public int Followers
    {
        get
        {
            lock (gate)
            {
                return followers.Count;
            }
        }
    }

    public Task AdvanceAsync(TimeSpan by, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        return MoveByAsync(() => by, ct);
    }

    /// <summary>Moves forward to a moment; one that has passed changes nothing.</summary>
    public Task AdvanceToAsync(DateTimeOffset moment, CancellationToken ct = default) => MoveByAsync(() => moment - GetUtcNow(), ct);

    private async Task MoveByAsync(Func<TimeSpan> by, CancellationToken ct)
    {
        await moving.WaitAsync(ct);
        try
        {
            MoveTo(Offset + by());
            List<ClockFollower> told;
            lock (gate)
            {
                told = [.. followers];
            }

            await Task.WhenAll(told.Select(follower => follower.TellAsync(Offset))).WaitAsync(Patience, ct);
        }
        finally
        {
            moving.Release();
        }

        Moved?.Invoke();
    }

    public void Dispose() => moving.Dispose();

    internal ClockFollower Follow()
    {
        var follower = new ClockFollower(Offset);
        lock (gate)
        {
            followers.Add(follower);
        }

        return follower;
    }

    internal ClockFollower? Follower(string id)
    {
        lock (gate)
        {
            return followers.Find(follower => follower.Id == id);
        }
    }

    internal void Leave(ClockFollower follower)
    {
        lock (gate)
        {
            followers.Remove(follower);
        }

        follower.Left();
    }
}

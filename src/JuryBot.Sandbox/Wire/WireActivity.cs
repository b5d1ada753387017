namespace JuryBot.Sandbox.Wire;

/// <summary>Watches the tenant's wires with JuryBot (Graph, Teams, deliveries), so that a driver moves the clock only while
/// nobody is at work. Measured in real time.</summary>
public sealed class WireActivity
{
    private readonly Lock gate = new();
    private volatile WireHook? hook;
    private int inFlight;
    private long last = TimeProvider.System.GetTimestamp();

    /// <summary>Looks at each request of JuryBot's to Graph, to Teams and, where a run puts its proxy before it, to storage; <c>null</c> looks at none.</summary>
    public WireHook? Hook
    {
        get => hook;
        set => hook = value;
    }

    /// <summary>Counts one exchange from now until the result is disposed.</summary>
    public IDisposable Begin()
    {
        Change(1);
        return new Exchange(this);
    }

    /// <summary>Whether nothing is in flight and nothing has been for this long.</summary>
    public bool QuietFor(TimeSpan quiet)
    {
        lock (gate)
        {
            return inFlight == 0 && TimeProvider.System.GetElapsedTime(last) >= quiet;
        }
    }

    /// <summary>Waits until nothing is in flight and nothing has been for this long.</summary>
    public async Task WhenQuietAsync(TimeSpan quiet, CancellationToken ct = default)
    {
        while (!QuietFor(quiet))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Clamp(quiet.TotalMilliseconds / 4, 5, 100)), ct);
        }
    }

    private void Change(int by)
    {
        lock (gate)
        {
            inFlight += by;
            last = TimeProvider.System.GetTimestamp();
        }
    }

    private sealed class Exchange(WireActivity wire) : IDisposable
    {
        public void Dispose() => wire.Change(-1);
    }
}

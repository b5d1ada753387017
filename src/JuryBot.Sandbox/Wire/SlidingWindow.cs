namespace JuryBot.Sandbox.Wire;

/// <summary>So many in so long, for several paces at once, measured on the sandbox's clock.</summary>
internal sealed class SlidingWindow(TimeProvider clock, params (int Count, TimeSpan Window)[] paces)
{
    private readonly Lock gate = new();
    private readonly List<DateTimeOffset> taken = [];
    private readonly TimeSpan longest = paces.Max(pace => pace.Window);

    /// <returns><c>null</c> when allowed, which counts; else how long until it would be.</returns>
    public TimeSpan? Take()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            taken.RemoveAll(moment => moment <= now - longest);
            var wait = paces
                .Where(pace => taken.Count >= pace.Count)
                .Select(pace => taken[^pace.Count] + pace.Window - now)
                .Append(TimeSpan.Zero)
                .Max();
            if (wait > TimeSpan.Zero)
            {
                return wait;
            }

            taken.Add(now);
            return null;
        }
    }
}

using System.Collections.Concurrent;
using JuryBot.Sandbox.Wire;

namespace JuryBot.Sandbox.Teams;

/// <summary>Teams' limits for a bot: per thread 7 in 1 s, 8 in 2 s, 60 in 30 s and 1,800 in 1 h; 50 requests a second for the tenant.</summary>
internal sealed class ConnectorLimits(TimeProvider clock, Counters counters)
{
    private readonly SlidingWindow tenant = new(clock, (50, TimeSpan.FromSeconds(1)));
    private readonly ConcurrentDictionary<string, SlidingWindow> threads = new();
    private readonly RefusalWatch refusals = new(clock, counters, "teams.retryAfter");

    /// <returns><c>null</c> when allowed; else how long to wait.</returns>
    public TimeSpan? Request()
    {
        counters.Teams();
        return Counted("teams.tenant", tenant.Take());
    }

    /// <summary>A send into a thread.</summary>
    /// <returns><c>null</c> when allowed; else how long to wait.</returns>
    public TimeSpan? Send(string thread)
    {
        refusals.Look(thread);
        var wait = Counted("teams.thread", threads.GetOrAdd(thread, _ => new SlidingWindow(
            clock,
            (7, TimeSpan.FromSeconds(1)),
            (8, TimeSpan.FromSeconds(2)),
            (60, TimeSpan.FromSeconds(30)),
            (1800, TimeSpan.FromHours(1)))).Take());
        if (wait is { } asked)
        {
            refusals.Refuse(thread, asked);
        }

        return wait;
    }

    private TimeSpan? Counted(string kind, TimeSpan? wait)
    {
        if (wait is not null)
        {
            counters.Violation(kind);
        }

        return wait;
    }
}

using System.Collections.Concurrent;

namespace JuryBot.Sandbox.Wire;

/// <summary>Counts it as a violation when someone who was asked to come again later does not wait.</summary>
/// <param name="kind">Of the violation.</param>
internal sealed class RefusalWatch(TimeProvider clock, Counters counters, string kind)
{
    // What was on its way when the refusal was said is nobody's fault, in real time.
    private static readonly TimeSpan OnItsWay = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, long At)> refused = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A mailbox or thread is not to be asked again for a while, on the sandbox's clock.</summary>
    public void Refuse(string which, TimeSpan wait) => refused[which] = (clock.GetUtcNow() + wait, TimeProvider.System.GetTimestamp());

    /// <summary>It is asked.</summary>
    public void Look(string which)
    {
        if (refused.TryGetValue(which, out var last) && clock.GetUtcNow() < last.Until && TimeProvider.System.GetElapsedTime(last.At) > OnItsWay)
        {
            counters.Violation(kind);
        }
    }
}

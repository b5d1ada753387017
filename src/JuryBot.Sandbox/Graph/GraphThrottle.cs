using System.Collections.Concurrent;
using JuryBot.Sandbox.Wire;

namespace JuryBot.Sandbox.Graph;

/// <summary>Exchange's limits per mailbox: 4 requests in flight, 10,000 in 10 minutes, 30 messages a minute, and none before a <c>Retry-After</c> is over.</summary>
internal sealed class GraphThrottle(TimeProvider clock, Counters counters)
{
    public const int InFlight = 4;
    private readonly RefusalWatch refusals = new(clock, counters, "graph.retryAfter");
    private readonly ConcurrentDictionary<string, Mailbox> mailboxes = new(StringComparer.OrdinalIgnoreCase);

    /// <returns><c>null</c> when let in, until <see cref="Leave"/>; else the refusal.</returns>
    public GraphAnswer? Enter(string mailbox)
    {
        var box = mailboxes.GetOrAdd(mailbox, _ => new Mailbox(clock));
        refusals.Look(mailbox);
        var inFlight = Interlocked.Increment(ref box.InFlight);
        if (inFlight > InFlight)
        {
            Interlocked.Decrement(ref box.InFlight);
            return TooMany(mailbox, "graph.inFlight", "Application is over its MailboxConcurrency limit.", TimeSpan.FromSeconds(1));
        }

        if (box.Requests.Take() is { } wait)
        {
            Interlocked.Decrement(ref box.InFlight);
            return TooMany(mailbox, "graph.requests", "Application is over its request limit for this mailbox.", wait);
        }

        counters.InFlight(inFlight);
        return null;
    }

    public void Leave(string mailbox) => Interlocked.Decrement(ref mailboxes[mailbox].InFlight);

    /// <summary>Called before a mailbox sends a message, whatever its number of recipients.</summary>
    /// <exception cref="GraphThrottledException">It has sent 30 in the last minute.</exception>
    public void Send(string mailbox)
    {
        if (mailboxes.GetOrAdd(mailbox, _ => new Mailbox(clock)).Messages.Take() is { } wait)
        {
            throw new GraphThrottledException(TooMany(mailbox, "mail.perMinute", "The mailbox is over its message rate limit.", wait));
        }

        counters.Mail();
    }

    private GraphAnswer TooMany(string mailbox, string kind, string message, TimeSpan wait)
    {
        counters.Violation(kind);
        refusals.Refuse(mailbox, wait);
        return GraphAnswer.Error(429, "ApplicationThrottled", message) with { RetryAfter = wait };
    }

    private sealed class Mailbox(TimeProvider clock)
    {
        public int InFlight;
        public readonly SlidingWindow Requests = new(clock, (10_000, TimeSpan.FromMinutes(10)));
        public readonly SlidingWindow Messages = new(clock, (30, TimeSpan.FromMinutes(1)));
    }
}

/// <summary>A limit stands in the way of an operation that would send a message.</summary>
internal sealed class GraphThrottledException(GraphAnswer answer) : Exception
{
    public GraphAnswer Answer => answer;
}

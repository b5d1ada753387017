using System.Collections.Concurrent;

namespace JuryBot.Sandbox.Wire;

/// <summary>What went over the wires, and which documented limits JuryBot overstepped (kind → times).</summary>
public sealed class Counters
{
    private readonly ConcurrentDictionary<string, long> violations = new();
    private int inFlight;
    private long bare, activities, cards, refusals, graph, teams, deliveries, redeliveries, mails;

    /// <summary>Messages JuryBot posted into chats.</summary>
    public long Messages => Volatile.Read(ref activities);

    /// <summary>Messages with a card, posted or as the answer to a card's action.</summary>
    public long Cards => Volatile.Read(ref cards);

    /// <summary>Card actions JuryBot refused in words, on the card or in a sentence.</summary>
    public long Refusals => Volatile.Read(ref refusals);

    /// <summary>Requests to Graph, each of a batch counted.</summary>
    public long GraphRequests => Volatile.Read(ref graph);

    /// <summary>Requests to the Teams connector.</summary>
    public long TeamsRequests => Volatile.Read(ref teams);

    /// <summary>Activities JuryBot answered.</summary>
    public long Deliveries => Volatile.Read(ref deliveries);

    /// <summary>Attempts to deliver an activity again, because JuryBot was unreachable or failed.</summary>
    public long Redeliveries => Volatile.Read(ref redeliveries);

    /// <summary>Mails and invitations JuryBot sent, each counted once whatever its number of recipients.</summary>
    public long Mails => Volatile.Read(ref mails);

    /// <summary>The most requests that one mailbox ever had in flight.</summary>
    public int MostInFlight => Volatile.Read(ref inFlight);

    /// <summary>Failures that people saw without a word of JuryBot's about what to do.</summary>
    public long BareFailures => Volatile.Read(ref bare);

    public IReadOnlyDictionary<string, long> Violations => violations.ToDictionary();

    internal void Violation(string kind) => violations.AddOrUpdate(kind, 1, (_, times) => times + 1);

    internal void InFlight(int now)
    {
        for (var most = MostInFlight; now > most && Interlocked.CompareExchange(ref inFlight, now, most) != most; most = MostInFlight)
        {
        }
    }

    internal void Message() => Interlocked.Increment(ref activities);

    internal void Card() => Interlocked.Increment(ref cards);

    internal void Refusal() => Interlocked.Increment(ref refusals);

    internal void Graph() => Interlocked.Increment(ref graph);

    internal void Teams() => Interlocked.Increment(ref teams);

    internal void Delivery() => Interlocked.Increment(ref deliveries);

    internal void Redelivery() => Interlocked.Increment(ref redeliveries);

    internal void BareFailure() => Interlocked.Increment(ref bare);

    internal void Mail() => Interlocked.Increment(ref mails);
}

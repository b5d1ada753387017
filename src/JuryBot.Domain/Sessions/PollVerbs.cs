using System.Collections.Immutable;
using JuryBot.Domain.Reminders;

namespace JuryBot.Domain.Sessions;

/// <summary>Pure verbs on the availability that jurors are asked for.</summary>
public static class PollVerbs
{
    /// <summary>Why nobody is asked and nothing is answered any more, or <c>null</c>.</summary>
    public static Refusal? WhyClosed(Session session) =>
        session.State is SessionState.Convening or SessionState.Convened || session.Cursor > 0 ? new Refusal("PollClosed") : null;

    /// <summary>Why a juror answers no more, or <c>null</c>: the poll has closed, with its session's or at its own date.</summary>
    public static Refusal? WhyClosed(Session session, Poll poll, DateTimeOffset now) =>
        WhyClosed(session) ?? (poll.Until <= now ? new Refusal("PollOver", poll.Until.Value) : null);

    /// <summary>Asks jurors, or asks them again.</summary>
    /// <param name="until">When the poll closes by itself; <c>null</c> for one that only the convening closes.</param>
    public static Decision<Session> Ask(Session session, IReadOnlyCollection<string> people, DateTimeOffset at, DateTimeOffset? until = null)
    {
        if (WhyClosed(session) is { } closed)
        {
            return closed;
        }

        if (until <= at)
        {
            return new Refusal("PollDatePast", until.Value);
        }

        var asked = people.Select(person => session.PollOf(person) ?? new Poll(person)).Select(poll => poll with { Asked = poll.Asked.Add(at), Until = until, RemindedAt = null, EscalatedAt = null, ClosedAt = null }).ToList();
        return Decision<Session>.Accept(asked.Aggregate(session, Keep), [.. asked.Select(poll => new AskAvailability(session.Id, poll.Person, poll.Asked.Count)), .. until is null ? Array.Empty<Effect>() : [new WatchPolls(session.Id)]]);
    }

    /// <summary>A juror answers, or corrects an answer.</summary>
    /// <param name="entries">As typed, by half-day; an empty one takes an answer back, one that is missing leaves it.</param>
    public static Decision<Session> Answer(Session session, string person, IReadOnlyDictionary<string, string> entries, DateTimeOffset at) =>
        session.PollOf(person) is { } poll ? Record(session, poll, entries, null, at) : new Refusal("NotAsked");

    /// <summary>A coordinator enters what a juror said by phone; the juror's own card then shows it.</summary>
    public static Decision<Session> Enter(Session session, string person, IReadOnlyDictionary<string, string> entries, string by, DateTimeOffset at) =>
        Record(session, session.PollOf(person) ?? new Poll(person), entries, by, at);

    private static Decision<Session> Record(Session session, Poll poll, IReadOnlyDictionary<string, string> entries, string? by, DateTimeOffset at)
    {
        if ((by is null ? WhyClosed(session, poll, at) : WhyClosed(session)) is { } closed)
        {
            return closed;
        }

        var halves = HalfDay.Of(session.Window).Select(half => half.Key).ToHashSet(StringComparer.Ordinal);
        var faults = entries.Where(entry => !halves.Contains(entry.Key) || (entry.Value.Length > 0 && Read(entry.Value) is null)).ToList();
        if (faults.Count > 0)
        {
            return new Refusal("AvailabilityUnreadable", faults.Count);
        }

        var answers = entries.Aggregate(poll.Answers, (known, entry) => Read(entry.Value) is { } said ? known.SetItem(entry.Key, said) : known.Remove(entry.Key));
        if (answers.IsEmpty)
        {
            return new Refusal("AvailabilityEmpty");
        }

        // The same again changes nothing.
        if (answers == poll.Answers && poll.EnteredBy == by)
        {
            return session;
        }

        var kept = Keep(session, poll with { Answers = answers, AnsweredAt = at, EnteredBy = by });
        return by is null ? kept : Decision<Session>.Accept(kept, new RefreshPolls(session.Id, poll.Person));
    }

    private static Availability? Read(string typed) => typed switch
    {
        "yes" => Availability.Yes,
        "ifNeedBe" => Availability.IfNeedBe,
        "no" => Availability.No,
        _ => null,
    };

    private static Session Keep(Session session, Poll poll) => session with { Polls = session.Polls.RemoveAll(p => p.Person == poll.Person).Add(poll) };
}

using JuryBot.Domain.Sessions;

namespace JuryBot.Domain.Reminders;

/// <summary>When jurors who have not said when they could sit are reminded, when the coordinator is told, and when polls close.</summary>
public static class PollReminders
{
    /// <summary>Gives the reminders that are due, closes the polls whose day has come, and plans the next look.</summary>
    /// <param name="zoneOf">The zone of a person, by id.</param>
    public static Decision<Session> Look(Session session, ReminderTerms terms, Func<string, LocalZone> zoneOf, DateTimeOffset now)
    {
        if (PollVerbs.WhyClosed(session) is not null)
        {
            return session with { LooksAt = null };
        }

        var effects = new List<Effect>();
        var looked = session with { Polls = session.Polls.ConvertAll(Look) };
        if (looked.Polls.Zip(session.Polls).Any(pair => pair.First.ClosedAt != pair.Second.ClosedAt))
        {
            effects.Add(new RefreshPolls(session.Id, null));
        }

        if (looked.Polls.Zip(session.Polls).Any(pair => pair.First.EscalatedAt != pair.Second.EscalatedAt))
        {
            effects.Add(new EscalatePolls(session.Id));
        }

        var next = looked.Polls.SelectMany(Planned).Min();
        if (next is not null && next != session.LooksAt)
        {
            effects.Add(new WatchPolls(session.Id) { NotBefore = next });
        }

        return Decision<Session>.Accept(looked with { LooksAt = next }, effects);

        Poll Look(Poll poll)
        {
            if (Reminds(poll) <= now)
            {
                effects.Add(new AskAvailability(session.Id, poll.Person, poll.Asked.Count + 1));
                poll = poll with { Asked = poll.Asked.Add(now), RemindedAt = now };
            }

            poll = Escalates(poll) <= now ? poll with { EscalatedAt = now } : poll;
            return Closes(poll) <= now ? poll with { ClosedAt = now } : poll;
        }

        IEnumerable<DateTimeOffset?> Planned(Poll poll) => [Reminds(poll), Escalates(poll), Closes(poll)];

        DateTimeOffset? Reminds(Poll poll) =>
            poll is { Until: { } until, RemindedAt: null } && poll.Answers.IsEmpty && terms.OfPoll(poll.Asked[^1], until) is { } due && Allowed(due, poll.Person) is var at && at < until ? at : null;

        // At the latest when the poll closes, so that the coordinator knows before they plan.
        DateTimeOffset? Escalates(Poll poll) =>
            poll is not { Until: { } until, EscalatedAt: null } || !poll.Answers.IsEmpty || terms.EscalationHours == 0 ? null
            : Allowed(poll.RemindedAt?.AddHours(terms.EscalationHours) is { } due && due < until ? due : until, session.Coordinator);

        static DateTimeOffset? Closes(Poll poll) => poll is { ClosedAt: null } ? poll.Until : null;

        DateTimeOffset Allowed(DateTimeOffset due, string person) => terms.Quiet.Next(due > now ? due : now, zoneOf(person));
    }

    /// <summary>Who the coordinator was to be told of and has not answered yet, by id.</summary>
    public static IReadOnlyList<string> InVain(Session session) =>
        PollVerbs.WhyClosed(session) is null ? [.. session.Polls.Where(p => p.EscalatedAt is not null && p.Answers.IsEmpty).Select(p => p.Person)] : [];
}

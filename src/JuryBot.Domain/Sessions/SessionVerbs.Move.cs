using JuryBot.Domain.Planning;

namespace JuryBot.Domain.Sessions;

public static partial class SessionVerbs
{
    /// <summary>Puts another plan in the place of the one that was read: a sitting of it was moved, pinned or let go of, that is undone, or another proposal is taken. Nobody is told.</summary>
    /// <param name="seen">Fingerprint of the plan that was read.</param>
    /// <param name="changed"><c>null</c> when there is nothing to undo.</param>
    public static Decision<Session> ChangePlan(Session session, string seen, PlanReference? changed)
    {
        if (WhyNotMovable(session) is { } refusal)
        {
            return refusal;
        }

        if (session.Plan!.Sha256 != seen)
        {
            return new Refusal("PlanChanged");
        }

        return changed is null
            ? new Refusal("NothingToUndo")
            : Decision<Session>.Accept(session with { Plan = changed, PlanProblem = null }, new IndexSession(session.Id));
    }

    /// <summary>Why nothing of the plan can be moved before it is convened; <c>null</c> when it can.</summary>
    public static Refusal? WhyNotMovable(Session session) =>
        session.State is SessionState.Convening or SessionState.Convened || session.Cursor > 0 ? new Refusal("AlreadyConvened")
        : session.State != SessionState.Planned || session.Plan is null ? new Refusal("NoPlan")
        : null;

    /// <summary>Why no sitting of the session may lie there, whoever is in it; <c>null</c> when one may.</summary>
    /// <param name="at">From the first exam's beginning to the last one's end, local.</param>
    /// <param name="earliest">Local; nothing moves to before.</param>
    public static Refusal? WhyNotThere(Session session, LocalRange at, string room, DateTime earliest)
    {
        if (!session.Rooms.Contains(room))
        {
            return new Refusal("RoomNotOfSession");
        }

        if (at.From < earliest)
        {
            return Past();
        }

        var (from, to) = (TimeOnly.FromDateTime(at.From), TimeOnly.FromDateTime(at.To));
        var date = DateOnly.FromDateTime(at.From);
        if (!session.Window.WorkingDays().Contains(date) || DateOnly.FromDateTime(at.To) != date || from < session.Window.DayFrom || to > session.Window.DayTo)
        {
            return OutsideWindow(session);
        }

        var within = session.Stretches().Where(stretch => stretch.From <= from && to <= stretch.To).ToList();
        return within.Count == 0 ? OverLunch(session)
            : (from - within[0].From).TotalMinutes % Session.SlotMinutes != 0 ? new Refusal("OffGrid", Session.SlotMinutes)
            : null;
    }

    /// <summary>What is refused to whoever moves a sitting before now.</summary>
    public static Refusal Past() => new Refusal("MovedToPast");

    /// <summary>What is refused to whoever moves a sitting out of the session's days and hours.</summary>
    public static Refusal OutsideWindow(Session session) => session.Window is var window && window.From == window.To
        ? new Refusal("OutsideDay", window.From, window.DayFrom, window.DayTo)
        : new Refusal("OutsideWindow", window.From, window.To, window.DayFrom, window.DayTo);

    /// <summary>What is refused to whoever moves a sitting over the pause at midday.</summary>
    public static Refusal OverLunch(Session session) => new Refusal("OverLunch", session.Lunch?.From, session.Lunch?.To);
}

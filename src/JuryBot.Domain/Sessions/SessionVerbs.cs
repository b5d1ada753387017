using JuryBot.Domain.Certifications;
using JuryBot.Domain.Deposits;

namespace JuryBot.Domain.Sessions;

/// <summary>Pure verbs on a session, in the order of its life: create, appoint, plan, convene.</summary>
public static partial class SessionVerbs
{
    /// <summary>Makes a session. The same request again changes nothing; another one under the same id is refused.</summary>
    public static Decision<Session> Create(Session? known, Session wanted, Certification certification)
    {
        if (known is not null)
        {
            return AskedTheSame(known, wanted) ? known : new Refusal("SessionExists");
        }

        if (wanted.Candidates.IsEmpty)
        {
            return new Refusal("NoCandidates");
        }

        if (wanted.Kind == JuryKind.Intermediate && (wanted.Block is null || certification.Blocks.All(b => b.Id != wanted.Block)))
        {
            return new Refusal("UnknownBlock", wanted.Block);
        }

        if (wanted.Rooms.IsEmpty)
        {
            return new Refusal("NoRooms");
        }

        var window = wanted.Window;
        if (window.To < window.From || window.To.DayNumber - window.From.DayNumber > 61)
        {
            return new Refusal("WindowInvalid", window.From, window.To);
        }

        if (window.DayTo <= window.DayFrom)
        {
            return new Refusal("HoursInvalid", window.DayFrom, window.DayTo);
        }

        if (wanted.ExamMinutes is < 10 or > 240 || wanted.CandidatesPerSitting is < 1 or > 20)
        {
            return new Refusal("PaceInvalid", wanted.ExamMinutes, wanted.CandidatesPerSitting);
        }

        if (wanted.Lunch is { } lunch && lunch.To <= lunch.From)
        {
            return new Refusal("LunchInvalid", lunch.From, lunch.To);
        }

        if (wanted.Break is { } pause && (pause.AfterExams is < 1 or > 20 || pause.Minutes is < 5 or > 120))
        {
            return new Refusal("BreakInvalid", pause.AfterExams, pause.Minutes);
        }

        if (wanted.Deposits is { DaysBefore: < 0 or > DepositTerm.MostDays } term)
        {
            return new Refusal("DepositTermInvalid", term.DaysBefore, DepositTerm.MostDays);
        }

        var longest = LongestStretch(wanted);
        if (wanted.ExamMinutes > longest)
        {
            return new Refusal("ExamLongerThanHalfDay", wanted.ExamMinutes, longest);
        }

        return WhyNotGroups(wanted, certification) is { } refusal ? refusal
            : Decision<Session>.Accept(wanted, [new IndexSession(wanted.Id), .. AwaitsAppointment(wanted, certification) ? [new AskAppointment(wanted.Id)] : Array.Empty<Effect>()]);
    }

    /// <summary>Whether nobody is appointed yet for a seat that the director appoints.</summary>
    public static bool AwaitsAppointment(Session session, Certification certification) =>
        session.Kind == JuryKind.Final && certification.Final.Roles.Any(r => r.AppointedByDirector) && session.Presidents.IsEmpty;

    // Everything a coordinator asks for; not what has happened since.
    private static bool AskedTheSame(Session known, Session wanted) =>
        known.Candidates.Take(wanted.Candidates.Count).SequenceEqual(wanted.Candidates) // who joins late comes after them
        && known.Groups.SequenceEqual(wanted.Groups)
        && known.Rooms.SequenceEqual(wanted.Rooms)
        && wanted == known with
        {
            Candidates = wanted.Candidates, Groups = wanted.Groups, Rooms = wanted.Rooms, CreatedAt = wanted.CreatedAt, State = wanted.State, Presidents = wanted.Presidents,
            Plan = wanted.Plan, PlanProblem = wanted.PlanProblem, Cursor = wanted.Cursor, Added = wanted.Added, Revision = wanted.Revision, Sittings = wanted.Sittings, Polls = wanted.Polls, Declarations = wanted.Declarations, PlanForgottenAt = wanted.PlanForgottenAt,
            Documents = wanted.Documents, LooksAt = wanted.LooksAt,
        };

    /// <summary>The director appoints who may preside, substitutes included. Appointments add up.</summary>
    public static Decision<Session> Appoint(Session session, IReadOnlyList<Appointment> presidents)
    {
        var added = presidents.Where(p => session.Presidents.TrueForAll(known => known.Person != p.Person)).ToList();
        return added.Count == 0 ? session : Decision<Session>.Accept(session with { Presidents = session.Presidents.AddRange(added) }, new IndexSession(session.Id));
    }

    /// <summary>Asks for a plan; a new request replaces an earlier plan as long as no sitting of it is convened.</summary>
    public static Decision<Session> RequestPlan(Session session, Certification certification, string request)
    {
        if (session.State is SessionState.Convening or SessionState.Convened || session.Cursor > 0)
        {
            return new Refusal("AlreadyConvened");
        }

        if (AwaitsAppointment(session, certification))
        {
            return new Refusal("NoPresidentAppointed");
        }

        return Decision<Session>.Accept(
            session with { State = SessionState.Planning, PlanProblem = null, PlanForgottenAt = null },
            new PlanSession(session.Id, request),
            new IndexSession(session.Id));
    }

    /// <summary>Keeps the plan that was found, or why there is none.</summary>
    public static Decision<Session> RecordPlan(Session session, PlanReference? plan, Refusal? problem) =>
        session.State != SessionState.Planning
            ? session
            : Decision<Session>.Accept(
                session with { State = plan is null ? SessionState.Draft : SessionState.Planned, Plan = plan, PlanProblem = problem },
                new IndexSession(session.Id));

    /// <summary>Starts convening the plan, sitting by sitting, or goes on where it had to stop.</summary>
    /// <param name="seen">Fingerprint of the plan that was read: no other is convened in its stead.</param>
    public static Decision<Session> Convene(Session session, string seen)
    {
        if (session.State is SessionState.Convening or SessionState.Convened)
        {
            return new Refusal("AlreadyConvened");
        }

        if (session.State != SessionState.Planned || session.Plan is null)
        {
            return new Refusal("NoPlan");
        }

        if (session.Plan.Sha256 != seen)
        {
            return new Refusal("PlanChanged");
        }

        return Decision<Session>.Accept(
            session with { State = SessionState.Convening, PlanProblem = null },
            new ConveneNext(session.Id, session.Cursor),
            new IndexSession(session.Id));
    }

    /// <summary>Moves the cursor past a sitting that has been convened and goes on with the next. The first one closes the polls.</summary>
    public static Decision<Session> Convened(Session session, int index)
    {
        if (session.State != SessionState.Convening || index != session.Cursor)
        {
            return session;
        }

        var next = session with { Cursor = index + 1 };
        Effect[] effects = index == 0 && !session.Polls.IsEmpty ? [new RefreshPolls(session.Id, null), new IndexSession(session.Id)] : [new IndexSession(session.Id)];
        return next.Cursor < next.Plan!.Sittings
            ? Decision<Session>.Accept(next, [new ConveneNext(session.Id, next.Cursor), .. effects])
            : Decision<Session>.Accept(next with { State = SessionState.Convened }, effects);
    }

    /// <summary>Stops at a sitting that cannot be convened as planned: once it can be, convening goes on from there; while nothing is convened, another plan may be made.</summary>
    public static Decision<Session> StopConvening(Session session, int index, Refusal problem) =>
        session.State != SessionState.Convening || index != session.Cursor
            ? session
            : Decision<Session>.Accept(session with { State = SessionState.Planned, PlanProblem = problem }, new IndexSession(session.Id));

    /// <summary>Takes in how a sitting stands now.</summary>
    public static Decision<Session> Project(Session session, SittingSummary summary)
    {
        var known = session.Sittings.Find(s => s.Id == summary.Id);
        var sittings = known is null ? session.Sittings.Add(summary) : session.Sittings.Replace(known, summary);
        return known is not null && known with { Candidates = summary.Candidates } == summary && known.Candidates?.SequenceEqual(summary.Candidates!) == true ? session : session with { Sittings = sittings.Sort((a, b) => a.Index.CompareTo(b.Index)) };
    }
}

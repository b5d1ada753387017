using JuryBot.Domain.People;

namespace JuryBot.Domain.Sessions;

public static partial class SessionVerbs
{
    /// <summary>Forgets what a person said of their time.</summary>
    public static Decision<Session> ForgetPoll(Session session, string person) =>
        session.PollOf(person) is { } poll ? session with { Polls = session.Polls.Remove(poll) } : session;

    /// <summary>Forgets how the session was planned: who could come when, and what was proposed. The documents are deleted before.</summary>
    public static Decision<Session> ForgetPlan(Session session, DateTimeOffset now) =>
        session.PlanForgottenAt is not null ? session : session with { Polls = [], PlanProblem = null, Revision = null, PlanForgottenAt = now };

    /// <summary>Forgets the audit files, which hold the letters of somebody who is erased; they can be issued again without. The files are deleted
    /// before.</summary>
    public static Decision<Session> ForgetAudits(Session session) => session.Documents.IsEmpty ? session : session with { Documents = [] };

    /// <summary>Forgets the names of who could preside and of groups, the declarations of independence, and the audit files, which hold the minutes.
    /// The files are deleted before.</summary>
    public static Decision<Session> ForgetPresidents(Session session) =>
        session.Documents.IsEmpty && session.Groups.IsEmpty && session.Declarations.IsEmpty && session.Presidents.TrueForAll(president => president.Name == Erasure.Name)
            ? session
            : Decision<Session>.Accept(session with { Documents = [], Groups = [], Declarations = [], Presidents = session.Presidents.ConvertAll(president => president with { Name = Erasure.Name }) });
}

using JuryBot.Domain.People;

namespace JuryBot.Domain.Sessions;

public static partial class SessionVerbs
{
    /// <summary>Forgets what a person said of their time.</summary>
    public static Decision<Session> ForgetPoll(Session session, string person) =>
        session.PollOf(person) is { } poll ? session with { Polls = session.Polls.Remove(poll) } : session;

    /// <summary>Forgets names and availabilities, when the session's minutes are as old as they may become. Its plan's documents are deleted before.</summary>
    public static Decision<Session> Forget(Session session) =>
        session is { Polls.IsEmpty: true, PlanProblem: null, Revision: null } && session.Presidents.TrueForAll(president => president.Name == Erasure.Name) ? session : session with
        {
            Presidents = session.Presidents.ConvertAll(president => president with { Name = Erasure.Name }),
            Polls = [],
            PlanProblem = null,
            Revision = null,
        };
}

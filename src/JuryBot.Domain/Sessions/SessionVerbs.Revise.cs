using System.Collections.Immutable;
using JuryBot.Domain.Certifications;

namespace JuryBot.Domain.Sessions;

public static partial class SessionVerbs
{
    /// <summary>Asks how the convened plan may change, late candidates included; an earlier proposal is put away.</summary>
    /// <param name="late">Candidates who join the session; those it has already are not counted twice.</param>
    /// <param name="groups">The groups from now on; <c>null</c> leaves them as they are.</param>
    /// <param name="moves">Where sittings were put; <c>null</c> leaves them where the proposal that is read has them.</param>
    /// <param name="seen">With moves, the request of the proposal that was read; <c>null</c> when there was none.</param>
    public static Decision<Session> Revise(
        Session session, IReadOnlyList<string> late, ImmutableList<CandidateGroup>? groups, Certification certification, string request, ImmutableList<SittingMove>? moves = null, string? seen = null)
    {
        if (session.Cursor == 0 || session.State is not (SessionState.Convened or SessionState.Planned))
        {
            return new Refusal("NothingConvened");
        }

        if (session.Revision?.State == RevisionState.Applying)
        {
            return new Refusal("RevisionApplying");
        }

        var read = session.Revision is { State: RevisionState.Working or RevisionState.Proposed } known ? known : null;
        if (moves is not null && read?.Request != seen)
        {
            return new Refusal("PlanChanged");
        }

        var revised = session with
        {
            Candidates = session.Candidates.AddRange(late.Except(session.Candidates)),
            Groups = groups ?? session.Groups,
            Revision = new Revision { Request = request, Moves = moves ?? read?.Moves ?? [] },
        };
        return WhyNotGroups(revised, certification) is { } refusal
            ? refusal
            : Decision<Session>.Accept(revised, new ReviseSession(session.Id, request), new IndexSession(session.Id));
    }

    /// <summary>Keeps the proposal that was found, or why there is none.</summary>
    /// <param name="steps">Steps that would carry it out.</param>
    public static Decision<Session> Propose(Session session, string request, string? document, string? sha256, int steps, Refusal? problem) =>
        session.Revision is not { State: RevisionState.Working } revision || revision.Request != request
            ? session
            : session with { Revision = revision with { State = RevisionState.Proposed, Document = document, Sha256 = sha256, Steps = steps, Problem = problem } };

    /// <summary>Puts a proposal, or what is known of the last revision, away: nothing is sent.</summary>
    public static Decision<Session> Discard(Session session, string request) =>
        session.Revision is not { } revision || revision.Request != request ? session
        : revision.State == RevisionState.Applying ? new Refusal("RevisionApplying")
        : session with { Revision = null };

    /// <summary>Starts carrying a proposal out, the one that was read; again, it changes nothing.</summary>
    /// <param name="added">Sittings it adds.</param>
    public static Decision<Session> Apply(Session session, string request, int added)
    {
        if (session.Revision is { State: RevisionState.Applying or RevisionState.Applied } begun && begun.Request == request)
        {
            return session;
        }

        return session.Revision is { State: RevisionState.Proposed, Steps: > 0 } revision && revision.Request == request
            ? Decision<Session>.Accept(
                session with { State = SessionState.Convened, PlanProblem = null, Added = session.Added + added, Revision = revision with { State = RevisionState.Applying } },
                new ApplyNext(session.Id, request, 0),
                new IndexSession(session.Id))
            : new Refusal("NoProposal");
    }

    /// <summary>Moves past a step that was carried out, or refused, and goes on with the next.</summary>
    public static Decision<Session> Applied(Session session, string request, int step, Refusal? refused)
    {
        if (session.Revision is not { State: RevisionState.Applying } revision || revision.Request != request || revision.Cursor != step)
        {
            return session;
        }

        var next = revision with { Cursor = step + 1, Refused = refused is null ? revision.Refused : revision.Refused.Add(new RefusedStep(step, refused)) };
        return next.Cursor < next.Steps
            ? Decision<Session>.Accept(session with { Revision = next }, new ApplyNext(session.Id, request, next.Cursor))
            : session with { Revision = next with { State = RevisionState.Applied } };
    }
}

using System.Collections.Immutable;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Planning;
using JuryBot.Domain.Sessions;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Sessions;

/// <param name="Candidates">Who joins the session late; none when only the plan is to be looked at again.</param>
/// <param name="Groups">The session's groups from now on; <c>null</c> leaves them as they are.</param>
/// <param name="Moves">Where the coordinator puts sittings; <c>null</c> leaves them where the proposal that is read has them.</param>
/// <param name="Seen">With moves, the request of the proposal that was read, <c>null</c> when there was none: another one is not changed in its stead.</param>
public sealed record RevisionRequest(IReadOnlyList<string>? Candidates = null, IReadOnlyList<GroupRequest>? Groups = null, IReadOnlyList<MoveRequest>? Moves = null, string? Seen = null);

/// <summary>POST /api/sessions/{id}/revision: asks how the convened plan may change. Nothing is sent.</summary>
internal sealed class StartRevision(Store store, SessionCandidates candidates, WorkOutRevision revisions, OrganisationSettings organisation, RefusalTexts texts, TimeProvider time)
{
    public async Task<Results<Accepted, NotFound, Refused>> HandleAsync(string id, RevisionRequest request, HttpContext http)
    {
        var caller = http.Caller();
        if (await store.ReadAsync(Aggregates.Sessions, id, http.RequestAborted) is not { } session)
        {
            return TypedResults.NotFound();
        }

        var late = (request.Candidates ?? []).Except(session.Candidates).ToList();
        if (await candidates.CheckAsync(session with { Candidates = [.. late] }, http.RequestAborted) is { } refusal)
        {
            return texts.Problem(refusal, caller);
        }

        var groups = request.Groups is null ? null : GroupRequest.Read(request.Groups);
        if (groups is not null && await WhyApartAsync(session, groups, http.RequestAborted) is { } apart)
        {
            return texts.Problem(apart, caller);
        }

        var moves = (request.Moves ?? []).Select(move => new SittingMove(move.Sitting, move.Start.ToMoment(organisation.TimeZone), move.Room)).DistinctBy(move => move.Sitting).ToImmutableList();
        foreach (var move in moves)
        {
            if (await WhyNotMoveAsync(session, move, http.RequestAborted) is { } stays)
            {
                return texts.Problem(stays, caller);
            }
        }

        var key = caller.CommitId ?? Guid.CreateVersion7().ToString("N");
        var outcome = await store.ExecuteAsync(
            Aggregates.Sessions,
            id,
            caller.Command("session.revise"),
            known => SessionVerbs.Revise(known!, late, groups, organisation.Certification(known!.Certification), key, request.Moves is null ? null : moves, request.Seen),
            ct: http.RequestAborted);
        return outcome.Refusal is { } refused ? texts.Problem(refused, caller) : TypedResults.Accepted($"/api/sessions/{id}");
    }

    private async Task<Refusal?> WhyNotMoveAsync(Session session, SittingMove move, CancellationToken cancellation)
    {
        if (!session.Convened().Any(index => session.SittingId(index) == move.Sitting) || await store.ReadAsync(Aggregates.Sittings, move.Sitting, cancellation) is not { State: not SittingState.Cancelled } sitting)
        {
            return new Refusal("UnknownSitting");
        }

        return WorkOutRevision.Stays(sitting, time.GetUtcNow())
            ? new Refusal("SittingBegun", sitting.Start)
            : SessionVerbs.WhyNotThere(session, new LocalRange(move.Start.In(organisation.TimeZone), (sitting.End + (move.Start - sitting.Start)).In(organisation.TimeZone)), move.Room, revisions.Earliest(time.GetUtcNow()));
    }

    // Who has been heard with a group, or is about to be, stays of it, and nobody joins it any more: they could not be heard together.
    private async Task<Refusal?> WhyApartAsync(Session session, ImmutableList<CandidateGroup> groups, CancellationToken cancellation)
    {
        foreach (var index in session.Convened())
        {
            if (await store.ReadAsync(Aggregates.Sittings, session.SittingId(index), cancellation) is not { State: not SittingState.Cancelled } sitting || !WorkOutRevision.Stays(sitting, time.GetUtcNow()))
            {
                continue;
            }

            if (sitting.Exams.Find(e => e.State != ExamState.NotHeld && GroupOf(e.Candidate)?.Name != e.Group) is { } moved)
            {
                return new Refusal("GroupBegun", moved.Name, sitting.Start);
            }

            var heard = sitting.Exams.Where(e => e.Group is not null).ToLookup(e => e.Group, e => e.Candidate);
            if (groups.Find(group => heard.Contains(group.Name) && group.Candidates.Except(heard[group.Name]).Any()) is { } joined)
            {
                return new Refusal("GroupJoinedLate", joined.Name, sitting.Start);
            }
        }

        return null;

        CandidateGroup? GroupOf(string candidate) => groups.Find(group => group.Candidates.Contains(candidate));
    }
}

using System.Text.Json.Serialization;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Planning;
using JuryBot.Domain.Sessions;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Sessions;

/// <summary>Where a sitting is put.</summary>
/// <param name="Sitting">Its id, as the board gives it.</param>
/// <param name="Start">Of its first exam, local to the organisation, <c>yyyy-MM-ddTHH:mm</c>.</param>
/// <param name="Room">The room's address.</param>
public sealed record MoveRequest(string Sitting, [property: JsonConverter(typeof(LocalMinuteConverter))] DateTime Start, string Room);

/// <param name="Seen">Fingerprint of the plan that was read: another one is neither changed nor convened in its stead.</param>
public sealed record PlanSeen(string Seen);

/// <summary>A move of a plan that is not convened.</summary>
/// <param name="Seen">Fingerprint of the plan that the board showed.</param>
/// <param name="Pinned">Whether the sitting stays there when the plan is made again; one that is let go of stays only until then.</param>
public sealed record PlanMove(string Seen, string Sitting, [property: JsonConverter(typeof(LocalMinuteConverter))] DateTime Start, string Room, bool Pinned = true);

/// <summary>POST /api/sessions/{id}/moves and /moves/undo: puts a sitting of the plan elsewhere, whole, and back. Nobody is told: the plan is not convened.
/// A place where a rule is broken is taken all the same, so that two sittings can change places; the board says which rule, and the plan is not convened like that.</summary>
internal sealed class MoveSitting(Store store, SessionPlans plans, ReadBoard board, OrganisationSettings organisation, RefusalTexts texts, TimeProvider time)
{
    public async Task<Results<Ok<ShownBoard>, NotFound, Refused>> HandleAsync(string id, PlanMove move, HttpContext http)
    {
        var caller = http.Caller();
        if (await store.ReadAsync(Aggregates.Sessions, id, http.RequestAborted) is not { } session)
        {
            return TypedResults.NotFound();
        }

        var request = caller.CommitId ?? Guid.CreateVersion7().ToString("N");
        if (session.Plan?.Document == SessionPlans.Document(session, request))
        {
            return await board.ShowAsync(session, http);
        }

        // Before anything is worked out or written: what comes again late must not touch what a later plan goes back to.
        if (session.Plan?.Sha256 != move.Seen)
        {
            return await DecideAsync(session, "session.move", move.Seen, null, http);
        }

        var (changed, refusal) = await ChangeAsync(session, move, request, http.RequestAborted);
        return refusal is null ? await DecideAsync(session, "session.move", move.Seen, changed, http) : texts.Problem(refusal, caller);
    }

    public async Task<Results<Ok<ShownBoard>, NotFound, Refused>> UndoAsync(string id, PlanSeen seen, HttpContext http)
    {
        if (await store.ReadAsync(Aggregates.Sessions, id, http.RequestAborted) is not { } session)
        {
            return TypedResults.NotFound();
        }

        var before = session.Plan?.Sha256 == seen.Seen ? (await plans.ReadAsync(session.Plan, http.RequestAborted))?.Before : null;
        return before is not null && await plans.ReadAsync(before, http.RequestAborted) is null
            ? texts.Problem(new Refusal("PlanGone"), http.Caller())
            : await DecideAsync(session, "session.move-undo", seen.Seen, before, http);
    }

    private async Task<Results<Ok<ShownBoard>, NotFound, Refused>> DecideAsync(Session session, string verb, string seen, PlanReference? changed, HttpContext http)
    {
        var outcome = await store.ExecuteAsync(
            Aggregates.Sessions, session.Id, http.Caller().Command(verb), known => SessionVerbs.ChangePlan(known!, seen, changed), ct: http.RequestAborted);
        return outcome.Refusal is { } refusal ? texts.Problem(refusal, http.Caller()) : await board.ShowAsync(outcome.State!, http);
    }

    private async Task<(PlanReference? Changed, Refusal? Refusal)> ChangeAsync(Session session, PlanMove move, string request, CancellationToken cancellation)
    {
        if (SessionVerbs.WhyNotMovable(session) is { } stays)
        {
            return (null, stays);
        }

        if (await plans.ReadAsync(session.Plan!, cancellation) is not { } plan)
        {
            return (null, new Refusal("PlanGone"));
        }

        var place = Enumerable.Range(0, plan.Sittings.Count).FirstOrDefault(index => session.SittingId(index) == move.Sitting, -1);
        if (place < 0)
        {
            return (null, new Refusal("UnknownSitting"));
        }

        var (sitting, start) = (plan.Sittings[place], move.Start.ToMoment(organisation.TimeZone));
        var at = new LocalRange(move.Start, (sitting.End + (start - sitting.Start)).In(organisation.TimeZone));
        if (SessionVerbs.WhyNotThere(session, at, move.Room, time.GetUtcNow().In(organisation.TimeZone)) is { } outside)
        {
            return (null, outside);
        }

        var (draft, unknown) = await board.DraftAsync(session, UnderWay.Nothing(organisation.TimeZone), cancellation);
        if (draft?.RoomAt(move.Room) is not { } room)
        {
            return (null, unknown ?? new Refusal("RoomNotOfSession"));
        }

        var sittings = plan.Sittings.Select((known, index) => index == place ? known.MovedTo(start, room.Mail, room.Name) : known).ToList();
        var heard = sitting.Candidates.Select(c => c.Id);
        // By hand it is neither the planner's best nor one of its proposals.
        var moved = plan with
        {
            Status = "feasible",
            Others = [],
            Sittings = sittings,
            Pinned = [.. move.Pinned ? plan.Pinned.Union(heard) : plan.Pinned.Except(heard)],
            Conflicts = PlanConflict.Find(draft, draft.ToProblem(), sittings),
            Before = session.Plan,
        };
        return (await plans.KeepAsync(session, moved, request, cancellation), null);
    }
}

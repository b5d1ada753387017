using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Planning;
using JuryBot.Domain.Sessions;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Sessions;

/// <summary>POST /api/sessions/{id}/plan and /convene: start long work; the session's page shows how far it is.</summary>
internal sealed class StartWork(Store store, SessionPlans plans, ReadBoard board, SessionCandidates candidates, OrganisationSettings organisation, RefusalTexts texts, TimeProvider time)
{
    public Task<Results<Accepted, NotFound, Refused>> PlanAsync(string id, HttpContext http) => StartAsync(id, "session.plan", http, (session, request) =>
        SessionVerbs.RequestPlan(session, organisation.Certification(session.Certification), request));

    public async Task<Results<Accepted, NotFound, Refused>> ConveneAsync(string id, PlanSeen plan, HttpContext http) =>
        await store.ReadAsync(Aggregates.Sessions, id, http.RequestAborted) is { State: SessionState.Planned } session && session.Plan?.Sha256 == plan.Seen && await WhyNotNowAsync(session, http.RequestAborted) is { } refusal
            ? texts.Problem(refusal, http.Caller())
            : await StartAsync(id, "session.convene", http, (known, _) => SessionVerbs.Convene(known, plan.Seen));

    // A plan may be old: its hours gone by, people away since, or a candidate decided on by another jury.
    private async Task<Refusal?> WhyNotNowAsync(Session session, CancellationToken cancellation)
    {
        if (await plans.ReadAsync(session.Plan!, cancellation) is not { } plan)
        {
            return new Refusal("PlanGone");
        }

        var left = plan.Sittings.Skip(session.Cursor).ToList();
        var first = left.Min(s => s.Start);
        return first <= time.GetUtcNow() ? new Refusal("PlanPast", first)
            : WhoSaidNo(session, left)
                ?? await candidates.CheckAsync(session with { Candidates = [.. left.SelectMany(s => s.Candidates).Select(c => c.Id)] }, cancellation)
                ?? await WhatIsBrokenAsync(session, plan, cancellation);
    }

    private async Task<Refusal?> WhatIsBrokenAsync(Session session, SessionPlan plan, CancellationToken cancellation)
    {
        var conflicts = plan.Conflicts;
        try
        {
            var (draft, unknown) = await board.DraftAsync(session, UnderWay.Nothing(organisation.TimeZone), cancellation);
            if (draft is null)
            {
                return unknown;
            }

            conflicts = PlanConflict.Find(draft, draft.ToProblem(), plan.Sittings);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested && Outage.IsOne(failure))
        {
            // Nobody waits for calendars that do not answer: what the last move knew is all there is.
        }

        var broken = conflicts.Select(conflict => conflict.Sitting).Where(place => place >= session.Cursor).Distinct().Count();
        return broken > 0 ? new Refusal("PlanConflicts", broken) : null;
    }

    // A juror may have corrected their answer since the plan was made.
    private Refusal? WhoSaidNo(Session session, IEnumerable<PlannedSitting> sittings) => sittings
        .SelectMany(sitting => sitting.Panel.Select(seat => (Sitting: sitting, Seat: seat)))
        .Where(planned => session.PollOf(planned.Seat.Person)?.Refuses(new LocalRange(planned.Sitting.Start.In(organisation.TimeZone), planned.Sitting.End.In(organisation.TimeZone)), session.Window) == true)
        .Select(planned => new Refusal("SaidNo", planned.Seat.Name, planned.Sitting.Start))
        .FirstOrDefault();

    private async Task<Results<Accepted, NotFound, Refused>> StartAsync(string id, string verb, HttpContext http, Func<Session, string, Decision<Session>> decide)
    {
        var caller = http.Caller();
        if (await store.ReadAsync(Aggregates.Sessions, id, http.RequestAborted) is null)
        {
            return TypedResults.NotFound();
        }

        var request = caller.CommitId ?? Guid.CreateVersion7().ToString("N");
        var outcome = await store.ExecuteAsync(
            Aggregates.Sessions, id, caller.Command(verb), session => decide(session!, request), ct: http.RequestAborted);
        return outcome.Refusal is { } refusal ? texts.Problem(refusal, caller) : TypedResults.Accepted($"/api/sessions/{id}");
    }
}

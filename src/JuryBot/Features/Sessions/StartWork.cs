using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Planning;
using JuryBot.Domain.Sessions;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Sessions;

/// <summary>POST /api/sessions/{id}/plan and /convene: start long work; the session's page shows how far it is.</summary>
internal sealed class StartWork(Store store, SessionPlans plans, SessionCandidates candidates, OrganisationSettings organisation, RefusalTexts texts, TimeProvider time)
{
    public Task<Results<Accepted, NotFound, Refused>> PlanAsync(string id, HttpContext http) => StartAsync(id, "session.plan", http, (session, request) =>
        SessionVerbs.RequestPlan(session, organisation.Certification(session.Certification), request));

    public async Task<Results<Accepted, NotFound, Refused>> ConveneAsync(string id, PlanSeen plan, HttpContext http) =>
        await store.ReadAsync(Aggregates.Sessions, id, http.RequestAborted) is { State: SessionState.Planned } session && session.Plan?.Sha256 == plan.Seen && await WhyNotNowAsync(session, http.RequestAborted) is { } refusal
            ? texts.Problem(refusal, http.Caller())
            : await StartAsync(id, "session.convene", http, (known, _) => SessionVerbs.Convene(known, plan.Seen));

    // A plan may be old: its hours gone by, or a candidate decided on by another jury since.
    private async Task<Refusal?> WhyNotNowAsync(Session session, CancellationToken cancellation)
    {
        if (await plans.ReadAsync(session.Plan!, cancellation) is not { } plan)
        {
            return new Refusal("PlanGone");
        }

        var left = plan.Sittings.Skip(session.Cursor).ToList();
        var first = left.Min(s => s.Start);
        return first <= time.GetUtcNow() ? new Refusal("PlanPast", first)
            : plan.Conflicts.Count > 0 ? new Refusal("PlanConflicts", plan.Conflicts.Select(conflict => conflict.Sitting).Distinct().Count())
            : WhoSaidNo(session, left) ?? await candidates.CheckAsync(session with { Candidates = [.. left.SelectMany(s => s.Candidates).Select(c => c.Id)] }, cancellation);
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

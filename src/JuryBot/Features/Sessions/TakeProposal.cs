using JuryBot.Domain;
using JuryBot.Domain.Sessions;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Sessions;

/// <param name="Plan">Fingerprint of the plan that was read: nothing is taken of another one's proposals.</param>
/// <param name="Proposal">Number of the proposal.</param>
public sealed record ProposalChoice(string Plan, int Proposal);

/// <summary>POST /api/sessions/{id}/plan/choice: another of the proposals becomes the plan. Nothing is sent, and the one before may be taken again.</summary>
internal sealed class TakeProposal(Store store, SessionPlans plans, RefusalTexts texts)
{
    public async Task<Results<NoContent, NotFound, Refused>> HandleAsync(string id, ProposalChoice choice, HttpContext http)
    {
        var caller = http.Caller();
        if (await store.ReadAsync(Aggregates.Sessions, id, http.RequestAborted) is not { } session)
        {
            return TypedResults.NotFound();
        }

        var taken = session.Plan?.Sha256 == choice.Plan ? (await plans.ReadAsync(session.Plan, http.RequestAborted))?.Take(choice.Proposal) : null;
        var plan = taken is null ? null : await plans.KeepAsync(session, taken, Guid.CreateVersion7().ToString("N"), http.RequestAborted);
        var outcome = await store.ExecuteAsync(
            Aggregates.Sessions, id, caller.Command("session.choose"), known => plan is null ? new Refusal("PlanChanged") : SessionVerbs.ChangePlan(known!, choice.Plan, plan), ct: http.RequestAborted);
        return outcome.Refusal is { } refusal ? texts.Problem(refusal, caller) : TypedResults.NoContent();
    }
}

using JuryBot.Domain;
using JuryBot.Domain.Sessions;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Sessions;

/// <param name="Candidates">Who joins the session late; none when only the plan is to be looked at again.</param>
public sealed record RevisionRequest(IReadOnlyList<string>? Candidates = null);

/// <summary>POST /api/sessions/{id}/revision: asks how the convened plan may change. Nothing is sent.</summary>
internal sealed class StartRevision(Store store, SessionCandidates candidates, RefusalTexts texts)
{
    public async Task<IResult> HandleAsync(string id, RevisionRequest request, HttpContext http)
    {
        var caller = http.Caller();
        if (await store.ReadAsync(Aggregates.Sessions, id, http.RequestAborted) is not { } session)
        {
            return Results.NotFound();
        }

        var late = (request.Candidates ?? []).Except(session.Candidates).ToList();
        if (await candidates.CheckAsync(session with { Candidates = [.. late] }, http.RequestAborted) is { } refusal)
        {
            return texts.Problem(refusal, caller);
        }

        var key = caller.CommitId ?? Guid.CreateVersion7().ToString("N");
        var outcome = await store.ExecuteAsync(
            Aggregates.Sessions, id, caller.Command("session.revise"), known => SessionVerbs.Revise(known!, late, key), ct: http.RequestAborted);
        return outcome.Refusal is { } refused ? texts.Problem(refused, caller) : Results.Accepted($"/api/sessions/{id}");
    }
}

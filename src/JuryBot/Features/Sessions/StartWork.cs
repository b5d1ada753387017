using JuryBot.Configuration;
using JuryBot.Domain.Sessions;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Sessions;

/// <summary>POST /api/sessions/{id}/plan and /convene: start long work; the session's page shows how far it is.</summary>
internal sealed class StartWork(Store store, OrganisationSettings organisation, RefusalTexts texts)
{
    public Task<IResult> PlanAsync(string id, HttpContext http) => StartAsync(id, "session.plan", http, (session, request) =>
        SessionVerbs.RequestPlan(session, organisation.Certification(session.Certification), request));

    public Task<IResult> ConveneAsync(string id, HttpContext http) => StartAsync(id, "session.convene", http, (session, _) => SessionVerbs.Convene(session));

    private async Task<IResult> StartAsync(string id, string verb, HttpContext http, Func<Session, string, Domain.Decision<Session>> decide)
    {
        var caller = http.Caller();
        if (await store.ReadAsync(Aggregates.Sessions, id, http.RequestAborted) is null)
        {
            return Results.NotFound();
        }

        var request = caller.CommitId ?? Guid.CreateVersion7().ToString("N");
        var outcome = await store.ExecuteAsync(
            Aggregates.Sessions, id, caller.Command(verb), session => decide(session!, request), ct: http.RequestAborted);
        return outcome.Refusal is { } refusal ? texts.Problem(refusal, caller) : Results.Accepted($"/api/sessions/{id}");
    }
}

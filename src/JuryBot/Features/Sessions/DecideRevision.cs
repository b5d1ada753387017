using System.Text.Json;
using JuryBot.Domain;
using JuryBot.Domain.Sessions;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Sessions;

/// <param name="Request">Which proposal was read: another one is neither applied nor put away in its stead.</param>
public sealed record RevisionDecision(string Request);

/// <summary>POST /api/sessions/{id}/revision/apply and /discard: people are told, or the proposal is put away and nobody hears of it.</summary>
internal sealed class DecideRevision(Store store, Blobs documents, RefusalTexts texts)
{
    public async Task<Results<Accepted, NotFound, Refused>> ApplyAsync(string id, RevisionDecision decision, HttpContext http)
    {
        var session = await store.ReadAsync(Aggregates.Sessions, id, http.RequestAborted);
        var proposal = session?.Revision?.Document is { } name && await documents.GetAsync(name, http.RequestAborted) is { } document
            ? JsonSerializer.Deserialize<Proposal>(document, Json.Options)
            : null;
        return await DecideAsync(session, "session.apply", known => SessionVerbs.Apply(known, decision.Request, proposal?.Sittings.Count(s => s.Before is null) ?? 0), http);
    }

    public async Task<Results<Accepted, NotFound, Refused>> DiscardAsync(string id, RevisionDecision decision, HttpContext http) =>
        await DecideAsync(await store.ReadAsync(Aggregates.Sessions, id, http.RequestAborted), "session.discard", known => SessionVerbs.Discard(known, decision.Request), http);

    private async Task<Results<Accepted, NotFound, Refused>> DecideAsync(Session? session, string verb, Func<Session, Decision<Session>> decide, HttpContext http)
    {
        if (session is null)
        {
            return TypedResults.NotFound();
        }

        var outcome = await store.ExecuteAsync(Aggregates.Sessions, session.Id, http.Caller().Command(verb), known => decide(known!), ct: http.RequestAborted);
        return outcome.Refusal is { } refusal ? texts.Problem(refusal, http.Caller()) : TypedResults.Accepted($"/api/sessions/{session.Id}");
    }
}

using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Sessions;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Sessions;

/// <summary>PUT /api/sessions/{id}: makes a session; the same request again changes nothing.</summary>
internal sealed class CreateSession(Store store, SessionCandidates candidates, OrganisationSettings organisation, RefusalTexts texts, TimeProvider time)
{
    public async Task<Results<Created, Refused>> HandleAsync(string id, SessionRequest request, HttpContext http)
    {
        var caller = http.Caller();
        if (!Guid.TryParseExact(id, "N", out _) && !Guid.TryParse(id, out _))
        {
            return texts.Problem(new Refusal("IdUnreadable"), caller, StatusCodes.Status400BadRequest);
        }

        if (!organisation.Certifications.TryGetValue(request.Certification, out var certification))
        {
            return texts.Problem(new Refusal("UnknownCertification", request.Certification), caller, StatusCodes.Status400BadRequest);
        }

        var (session, unreadable) = request.ToSession(id, caller.Person.Id, certification, time.GetUtcNow());
        if (session is null)
        {
            return texts.Problem(unreadable!, caller, StatusCodes.Status400BadRequest);
        }

        if (session.Window.From < DateOnly.FromDateTime(time.GetUtcNow().In(organisation.TimeZone)) && await store.ReadAsync(Aggregates.Sessions, id, http.RequestAborted) is null)
        {
            return texts.Problem(new Refusal("WindowPast", session.Window.From), caller);
        }

        if (await candidates.CheckAsync(session, http.RequestAborted) is { } refusal)
        {
            return texts.Problem(refusal, caller);
        }

        var outcome = await store.ExecuteAsync(
            Aggregates.Sessions, id, caller.Command("session.create"), known => SessionVerbs.Create(known, session, certification), ct: http.RequestAborted);
        return outcome.Refusal is { } refused ? texts.Problem(refused, caller) : TypedResults.Created($"/api/sessions/{id}");
    }
}

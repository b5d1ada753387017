using System.Security.Cryptography;
using JuryBot.Configuration;
using JuryBot.Domain.Transmissions;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Accrochage;

/// <summary>PUT and DELETE /api/accrochage/{id}/birth: a coordinator enters a candidate's birth data, or erases it. It goes by
/// itself with a title that is annulled.</summary>
internal sealed class EnterBirth(Store store, RefusalTexts texts, OrganisationSettings organisation, TimeProvider time)
{
    public async Task<Results<NoContent, NotFound, Refused>> PutAsync(string id, BirthData birth, HttpContext http)
    {
        var caller = http.Caller();
        if (await store.ReadAsync(Aggregates.Candidates, id, http.RequestAborted) is not { } record)
        {
            return TypedResults.NotFound();
        }

        var salt = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var today = DateOnly.FromDateTime(time.GetUtcNow().In(organisation.TimeZone));
        var outcome = await store.ExecuteAsync(
            Aggregates.Transmissions, id, caller.Command("accrochage.birth"), known => TransmissionVerbs.EnterBirth(known, record, birth, salt, today), ct: http.RequestAborted);
        return outcome.Refusal switch
        {
            null => TypedResults.NoContent(),
            { Details.Count: > 0 } wrong => texts.Problem(wrong, caller, StatusCodes.Status422UnprocessableEntity),
            { } refusal => texts.Problem(refusal, caller),
        };
    }

    public async Task<Results<NoContent, NotFound>> DeleteAsync(string id, HttpContext http)
    {
        if (await store.ReadAsync(Aggregates.Transmissions, id, http.RequestAborted) is null)
        {
            return TypedResults.NotFound();
        }

        await store.ExecuteAsync(
            Aggregates.Transmissions, id, http.Caller().Command("accrochage.birth-erase"), known => TransmissionVerbs.EraseBirth(known!), ct: http.RequestAborted);
        return TypedResults.NoContent();
    }

    public async Task ForgetAsync(ForgetBirth effect, Delivery delivery, CancellationToken cancellation)
    {
        if (await store.ReadAsync(Aggregates.Candidates, effect.Candidate, cancellation) is { } record && await store.ReadAsync(Aggregates.Transmissions, effect.Candidate, cancellation) is { Birth: not null })
        {
            await store.ExecuteAsync(
                Aggregates.Transmissions, effect.Candidate, new Command("accrochage.birth-unneeded", effect.By, Cause: delivery.Cause), known => TransmissionVerbs.EraseUnneeded(known!, record), ct: cancellation);
        }
    }
}

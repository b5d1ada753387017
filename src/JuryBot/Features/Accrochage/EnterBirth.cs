using System.Security.Cryptography;
using System.Text;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Transmissions;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Accrochage;

/// <summary>Birth data as it is read and entered.</summary>
/// <param name="Seen">Fingerprint of what was kept when it was read, <c>null</c> for nothing: what was entered since is not written over unread.</param>
public sealed record BirthForm(BirthData Data, string? Seen = null);

/// <summary>PUT and DELETE /api/accrochage/{id}/birth: a coordinator enters a candidate's birth data, or erases it. It goes by
/// itself with a title that is annulled.</summary>
internal sealed class EnterBirth(Store store, RefusalTexts texts, OrganisationSettings organisation, TimeProvider time)
{
    /// <summary>Of the salt, which is another whenever the data is; it says nothing of either.</summary>
    public static string? SeenOf(CandidateTransmission? known) => known?.Birth is { } birth ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(birth.Salt))) : null;

    public async Task<Results<NoContent, NotFound, Refused>> PutAsync(string id, BirthForm birth, HttpContext http)
    {
        var caller = http.Caller();
        if (await store.ReadAsync(Aggregates.Candidates, id, http.RequestAborted) is not { } record)
        {
            return TypedResults.NotFound();
        }

        var salt = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var today = DateOnly.FromDateTime(time.GetUtcNow().In(organisation.TimeZone));
        var outcome = await store.ExecuteAsync(
            Aggregates.Transmissions,
            id,
            caller.Command("accrochage.birth"),
            known =>
            {
                // A button pressed twice changes nothing the second time, whatever its window had seen.
                var decision = TransmissionVerbs.EnterBirth(known, record, birth.Data, salt, today);
                return decision.State is { } state && state != known && SeenOf(known) != birth.Seen ? new Refusal("BirthSavedElsewhere") : decision;
            },
            ct: http.RequestAborted);
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

using JuryBot.Domain.Exams;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Sittings;

/// <summary>POST /api/sittings/{id}/links/{person}: sends somebody their personal links anew; what they had opens nothing from then on.</summary>
internal sealed class SendLinks(Store store, RefusalTexts texts)
{
    public async Task<Results<Accepted, NotFound, Refused>> HandleAsync(string id, string person, HttpContext http)
    {
        var caller = http.Caller();
        if (await store.ReadAsync(Aggregates.Sittings, id, http.RequestAborted) is null)
        {
            return TypedResults.NotFound();
        }

        var outcome = await store.ExecuteAsync(Aggregates.Sittings, id, caller.Command("sitting.send-links"), sitting => SittingVerbs.SendLinks(sitting!, person), ct: http.RequestAborted);
        return outcome.Refusal is { } refusal ? texts.Problem(refusal, caller) : TypedResults.Accepted((string?)null);
    }
}

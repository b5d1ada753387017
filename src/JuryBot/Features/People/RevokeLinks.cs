using JuryBot.Domain.People;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.People;

/// <summary>DELETE /api/people/{person}/links: a person's personal links open nothing any more, at once; the person's ledger holds who revoked
/// them, and when. Who is to have one again is sent it anew.</summary>
internal sealed class RevokeLinks(Store store, PersonalLinks links, TimeProvider time)
{
    public async Task<Results<NoContent, NotFound>> HandleAsync(string person, HttpContext http)
    {
        if (await store.ReadAsync(Aggregates.People, person, http.RequestAborted) is null)
        {
            return TypedResults.NotFound();
        }

        var now = time.GetUtcNow();
        await store.ExecuteAsync(Aggregates.People, person, http.Caller().Command("links.revoke"), known => PersonVerbs.RevokeLinks(known!, now), ct: http.RequestAborted);
        return TypedResults.NoContent();
    }

    /// <summary>Deletes what is kept of the links; they open nothing since the decision.</summary>
    public Task DropAsync(DropLinks effect, CancellationToken cancellation) => links.RevokeAsync(effect.Person, effect.Until, cancellation);
}

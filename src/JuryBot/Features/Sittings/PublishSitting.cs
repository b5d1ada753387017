using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Sittings;

/// <summary>POST /api/sittings/{id}/publication: candidates are told; it cannot be taken back.</summary>
internal sealed class PublishSitting(Store store, RefusalTexts texts, TimeProvider time)
{
    public async Task<Results<NoContent, NotFound, Refused>> HandleAsync(string id, HttpContext http)
    {
        var caller = http.Caller();
        if (await store.ReadAsync(Aggregates.Sittings, id, http.RequestAborted) is null)
        {
            return TypedResults.NotFound();
        }

        var outcome = await store.ExecuteAsync(
            Aggregates.Sittings,
            id,
            caller.Command("sitting.publish"),
            sitting => sitting!.Exam(caller.Person.Id) is not null ? new Refusal("OwnExam") : SittingVerbs.Publish(sitting!, caller.Person.Id, time.GetUtcNow()),
            ct: http.RequestAborted);
        return outcome.Refusal is { } refusal ? texts.Problem(refusal, caller) : TypedResults.NoContent();
    }
}

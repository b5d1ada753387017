using JuryBot.Domain;
using JuryBot.Domain.Sessions;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Availability;

/// <param name="Answers">By half-day: <c>yes</c>, <c>ifNeedBe</c>, <c>no</c>, or empty to take an answer back.</param>
public sealed record EnteredAnswer(IReadOnlyDictionary<string, string> Answers);

/// <summary>POST /api/sessions/{id}/availability/{person}: a coordinator enters what a juror said by phone; that they did is kept.</summary>
internal sealed class EnterAnswer(Store store, UnknownJurors unknown, PeopleRegister people, RefusalTexts texts, TimeProvider time)
{
    public async Task<Results<NoContent, NotFound, Refused>> HandleAsync(string id, string person, EnteredAnswer request, HttpContext http)
    {
        var caller = http.Caller();
        if (await store.ReadAsync(Aggregates.Sessions, id, http.RequestAborted) is not { } session)
        {
            return TypedResults.NotFound();
        }

        if ((await unknown.ListAsync(session, http.RequestAborted)).All(juror => juror.Person.Id != person))
        {
            return texts.Problem(new Refusal("NobodyToAsk", (await people.GetAsync(person, http.RequestAborted))?.Name ?? person), caller);
        }

        var outcome = await store.ExecuteAsync(
            Aggregates.Sessions,
            id,
            caller.Command("availability.enter"),
            known => PollVerbs.Enter(known!, person, request.Answers, caller.Person.Id, time.GetUtcNow()),
            ct: http.RequestAborted);
        return outcome.Refusal is { } refusal ? texts.Problem(refusal, caller) : TypedResults.NoContent();
    }
}

using JuryBot.Domain;
using JuryBot.Domain.Sessions;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Independence;

/// <param name="People">Ids of jurors who have not signed, or not for everybody.</param>
public sealed record AskDeclarationsRequest(IReadOnlyList<string> People);

/// <summary>POST /api/sessions/{id}/declarations/asks: asks jurors for what is outstanding of their declarations by a message of its own, or asks them again.</summary>
internal sealed class AskDeclarations(Store store, SessionPanels panels, PeopleRegister people, RefusalTexts texts, TimeProvider time)
{
    // A row and a delivery each, well inside one transaction.
    private const int AtOnce = 40;

    public async Task<Results<Accepted, NotFound, Refused>> HandleAsync(string id, AskDeclarationsRequest request, HttpContext http)
    {
        var caller = http.Caller();
        if (await store.ReadAsync(Aggregates.Sessions, id, http.RequestAborted) is not { } session)
        {
            return TypedResults.NotFound();
        }

        var sittings = await panels.AllAsync(session, http.RequestAborted);
        if (request.People.FirstOrDefault(person => DeclarationVerbs.Outstanding(session, person, panels.Owed(person, sittings)).Count == 0) is { } other)
        {
            return texts.Problem(new Refusal("NothingToDeclare", (await people.GetAsync(other, http.RequestAborted))?.Name ?? other), caller);
        }

        foreach (var (index, some) in request.People.Distinct().Chunk(AtOnce).Index())
        {
            var command = caller.Command("declaration.ask") with { CommitId = caller.CommitId is { } key ? $"{key}-{index}" : null };
            await store.ExecuteAsync(Aggregates.Sessions, id, command, known => DeclarationVerbs.Ask(known!, some, time.GetUtcNow()), ct: http.RequestAborted);
        }

        return TypedResults.Accepted($"/api/sessions/{id}/declarations");
    }
}

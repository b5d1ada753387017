using JuryBot.Domain;
using JuryBot.Domain.Reminders;
using JuryBot.Domain.Sessions;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Availability;

/// <param name="Until">The last day to answer, local to the organisation; <c>null</c>: as the organisation has set.</param>
public sealed record AskRequest(IReadOnlyList<string> People, DateOnly? Until = null);

/// <summary>POST /api/sessions/{id}/availability/asks: asks jurors whose calendar cannot be read, or asks them again.</summary>
internal sealed class AskJurors(Store store, UnknownJurors unknown, PeopleRegister people, ReminderTerms terms, RefusalTexts texts, TimeProvider time)
{
    // A row and a delivery each, well inside one transaction.
    private const int AtOnce = 40;

    public async Task<Results<Accepted, NotFound, Refused>> HandleAsync(string id, AskRequest request, HttpContext http)
    {
        var caller = http.Caller();
        if (await store.ReadAsync(Aggregates.Sessions, id, http.RequestAborted) is not { } session)
        {
            return TypedResults.NotFound();
        }

        var unknownIds = (await unknown.ListAsync(session, http.RequestAborted)).Where(j => j.IsUnknown).Select(j => j.Person.Id).ToHashSet();
        if (request.People.FirstOrDefault(person => !unknownIds.Contains(person)) is { } other)
        {
            return texts.Problem(new Refusal("NobodyToAsk", (await people.GetAsync(other, http.RequestAborted))?.Name ?? other), caller);
        }

        var now = time.GetUtcNow();
        var until = request.Until is { } day ? terms.EndOf(day) : terms.PollCloses(session.Window, now);
        foreach (var (index, some) in request.People.Distinct().Chunk(AtOnce).Index())
        {
            var command = caller.Command("availability.ask") with { CommitId = caller.CommitId is { } key ? $"{key}-{index}" : null };
            var outcome = await store.ExecuteAsync(Aggregates.Sessions, id, command, known => PollVerbs.Ask(known!, some, now, until), ct: http.RequestAborted);
            if (outcome.Refusal is { } refusal)
            {
                return texts.Problem(refusal, caller);
            }
        }

        return TypedResults.Accepted($"/api/sessions/{id}/availability");
    }
}

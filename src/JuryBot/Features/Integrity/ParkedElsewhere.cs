using JuryBot.Domain.People;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Integrity;

internal sealed record ParkedProblems(IReadOnlyList<Problem> Problems);

/// <summary>GET /api/parked, POST /api/parked/problems/{problem}/retry and …/dismissal: what was given up of what has no page of its own (people, deposits, transmissions, mailboxes).</summary>
internal sealed class ParkedElsewhere(Poison poison, Problems problems, PeopleRegister people)
{
    private static readonly string[] WithPage = [TableNames.Sittings, TableNames.Sessions, TableNames.Candidates];

    public async Task<Ok<ParkedProblems>> ListAsync(HttpContext http)
    {
        var names = (await people.ListAsync(http.RequestAborted)).ToDictionary(person => person.Id, person => person.Name);
        return TypedResults.Ok(new ParkedProblems(await problems.SayAllAsync(
                await AllAsync(http.RequestAborted),
                parked => parked.Recipient.Split('|').Append(parked.Partition).Select(part => names.GetValueOrDefault(part)).FirstOrDefault(name => name is not null),
                http.Caller().Language,
                http.RequestAborted)));
    }

    public async Task<Results<Accepted, NotFound>> RetryAsync(string problem, HttpContext http) =>
        await FindAsync(problem, http) is not null && await poison.RetryAsync(problem, http.RequestAborted) ? TypedResults.Accepted((string?)null) : TypedResults.NotFound();

    public async Task<Results<NoContent, NotFound>> DismissAsync(string problem, HttpContext http) =>
        await FindAsync(problem, http) is { } parked && await problems.DismissAsync(parked, http.Caller().Person, http.RequestAborted) ? TypedResults.NoContent() : TypedResults.NotFound();

    private async Task<PoisonedDelivery?> FindAsync(string problem, HttpContext http) => (await AllAsync(http.RequestAborted)).FirstOrDefault(parked => parked.Id == problem);

    private async Task<IEnumerable<PoisonedDelivery>> AllAsync(CancellationToken cancellation) => (await poison.ListAsync(cancellation)).Where(parked => !WithPage.Contains(parked.Table));
}

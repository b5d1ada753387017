using JuryBot.Domain.People;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Integrity;

/// <summary>GET /api/parked, POST /api/parked/problems/{problem}/retry and …/dismissal: what was given up of what has no page of its own (people, deposits, transmissions, mailboxes).</summary>
internal sealed class ParkedElsewhere(Poison poison, Problems problems, PeopleRegister people)
{
    private static readonly string[] WithPage = [TableNames.Sittings, TableNames.Sessions, TableNames.Candidates];

    public async Task<IResult> ListAsync(HttpContext http)
    {
        var names = (await people.ListAsync(http.RequestAborted)).ToDictionary(person => person.Id, person => person.Name);
        var listed = new List<Problem>();
        foreach (var (table, partition) in (await AllAsync(http.RequestAborted)).Select(parked => (parked.Table, parked.Partition)).Distinct())
        {
            listed.AddRange(await problems.ListAsync(
                table, partition, recipient => recipient.Split('|').Append(partition).Select(part => names.GetValueOrDefault(part)).FirstOrDefault(name => name is not null), http.Caller().Language, http.RequestAborted));
        }

        return Results.Ok(new { Problems = listed });
    }

    public async Task<IResult> RetryAsync(string problem, HttpContext http) =>
        await FindAsync(problem, http) is { } parked ? await problems.RetryAsync(parked.Table, parked.Partition, problem, http.RequestAborted) : Results.NotFound();

    public async Task<IResult> DismissAsync(string problem, HttpContext http) =>
        await FindAsync(problem, http) is { } parked ? await problems.DismissAsync(parked.Table, parked.Partition, problem, http) : Results.NotFound();

    private async Task<PoisonedDelivery?> FindAsync(string problem, HttpContext http) => (await AllAsync(http.RequestAborted)).FirstOrDefault(parked => parked.Id == problem);

    private async Task<IEnumerable<PoisonedDelivery>> AllAsync(CancellationToken cancellation) => (await poison.ListAsync(cancellation)).Where(parked => !WithPage.Contains(parked.Table));
}

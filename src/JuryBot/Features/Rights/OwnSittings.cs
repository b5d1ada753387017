using JuryBot.Domain.Exams;
using JuryBot.Storage;

namespace JuryBot.Features.Rights;

/// <summary>Finds every sitting of a person: by the time it holds of theirs, and by what it wrote into their record.</summary>
internal sealed class OwnSittings(Store store, Reservations reservations)
{
    // Azure Tables knows no moment before 1601.
    private static readonly DateTimeOffset Always = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero), Ever = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>In the order they were held in.</summary>
    public async Task<IReadOnlyList<Sitting>> ListAsync(string person, CancellationToken cancellation)
    {
        var recorded = (await store.ReadAsync(Aggregates.Candidates, person, cancellation))?.Sittings ?? [];
        var ids = (await HeldAsync(person, cancellation)).Concat(recorded).Distinct();
        return [.. (await store.ReadAllAsync(Aggregates.Sittings, ids, cancellation)).Where(s => s.Exam(person) is not null || s.Member(person) is not null).OrderBy(s => s.Start)];
    }

    /// <summary>Lets all the time of a person go.</summary>
    public async Task ForgetAsync(string person, CancellationToken cancellation)
    {
        foreach (var sitting in await HeldAsync(person, cancellation))
        {
            await reservations.DeleteAsync(person, sitting, cancellation);
        }
    }

    private async Task<IReadOnlyList<string>> HeldAsync(string person, CancellationToken cancellation) =>
        [.. (await reservations.ListAsync(person, Always, Ever, cancellation)).Select(held => held.Sitting)];
}

using JuryBot.Domain.Awards;
using JuryBot.Domain.Exams;
using JuryBot.Storage;

namespace JuryBot.Features;

/// <summary>The sittings of a candidate: those that hold time of theirs, from a year ago to two years ahead, and those that wrote into their record.</summary>
internal sealed class CandidateSittings(Store store, Reservations reservations, TimeProvider time)
{
    private static readonly TimeSpan Past = TimeSpan.FromDays(366), Ahead = TimeSpan.FromDays(731);

    public async Task<IReadOnlyList<Sitting>> ListAsync(CandidateRecord record, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var held = await reservations.ListAsync(record.Id, now - Past, now + Ahead, cancellation);
        return [.. (await store.ReadAllAsync(Aggregates.Sittings, held.Select(h => h.Sitting).Concat(record.Sittings).Distinct(), cancellation)).Where(sitting => sitting.Exam(record.Id) is not null)];
    }
}

using JuryBot.Domain.People;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Rights;

/// <summary>What links jurors to a candidate. It decides who may read the minutes of their exams, and so is kept as long as these.</summary>
internal sealed class DeclaredLinks(Store store, PeopleRegister people)
{
    public async Task<IReadOnlyList<(Person Person, Link Link)>> ToAsync(string candidate, CancellationToken cancellation) =>
        [.. (await people.ListAsync(cancellation)).SelectMany(person => person.Links.Where(link => link.Candidate == candidate).Select(link => (person, link)))];

    /// <summary>Forgets those with an erased candidate, unless minutes of theirs are still kept.</summary>
    /// <returns>How many people's links were forgotten.</returns>
    public async Task<int> ForgetAsync(string candidate, string actor, CancellationToken cancellation)
    {
        if (await store.ReadAsync(Aggregates.Candidates, candidate, cancellation) is { ErasedAt: not null } record
            && (await store.ReadAllAsync(Aggregates.Sittings, record.Sittings, cancellation)).All(sitting => sitting.MinutesForgottenAt is not null))
        {
            var linked = (await ToAsync(candidate, cancellation)).Select(link => link.Person.Id).Distinct().ToList();
            foreach (var person in linked)
            {
                await store.ExecuteAsync(Aggregates.People, person, new Command("person.unlink", actor), known => PersonVerbs.Unlink(known!, candidate), ct: cancellation);
                await people.IndexAsync(person, cancellation);
            }

            return linked.Count;
        }

        return 0;
    }
}

using JuryBot.Domain.Awards;
using JuryBot.Domain.People;
using JuryBot.Domain.Transmissions;
using JuryBot.Identity;
using JuryBot.Storage;
using NodaTime;

namespace JuryBot.Features.Accrochage;

/// <summary>A title, whose it is, and where its transmission stands.</summary>
internal sealed record Dossier(CandidateRecord Record, AwardedTitle Title, CandidateTransmission Transmission)
{
    public TitleTransmission Standing => Transmission.Of(Title.Id);

    /// <summary>Published, and not recorded yet by the Caisse des Dépôts.</summary>
    public bool IsOwed => Title.Stands && Standing.State != TransmissionState.Accepted;

    /// <summary>The last day for transmitting it. Only of a published title.</summary>
    public DateOnly DueOn(DateTimeZone zone) => AwardedTitle.DueOn(DateOnly.FromDateTime(Title.Award.PublishedAt!.Value.In(zone)));
}

/// <summary>Finds every title of every candidate.</summary>
internal sealed class Dossiers(Store store, PeopleRegister people)
{
    private const int ReadsInFlight = 16;

    /// <summary>Annulled and unpublished ones too, in the order of names.</summary>
    public async Task<IReadOnlyList<Dossier>> ListAsync(CancellationToken cancellation)
    {
        var candidates = (await people.ListAsync(cancellation)).Where(person => person.Is(PersonRole.Candidate)).Select(person => person.Id).ToList();
        var found = new IReadOnlyList<Dossier>[candidates.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, candidates.Count),
            new ParallelOptions { MaxDegreeOfParallelism = ReadsInFlight, CancellationToken = cancellation },
            async (i, ct) => found[i] = await OfAsync(candidates[i], ct));
        return [.. found.SelectMany(each => each)];
    }

    /// <summary>The titles of one candidate; none of somebody unknown.</summary>
    public async Task<IReadOnlyList<Dossier>> OfAsync(string candidate, CancellationToken cancellation)
    {
        if (await store.ReadAsync(Aggregates.Candidates, candidate, cancellation) is not { } record || record.Courses.SelectMany(course => AwardedTitle.Of(course).Select(title => (course, title))).ToList() is not { Count: > 0 } titles)
        {
            return [];
        }

        var transmission = await store.ReadAsync(Aggregates.Transmissions, candidate, cancellation) ?? new CandidateTransmission { Candidate = candidate };
        return [.. titles.Select(one => new Dossier(one.course, one.title, transmission))];
    }
}

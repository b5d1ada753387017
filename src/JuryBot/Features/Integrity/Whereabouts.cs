using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Integrity;

/// <summary>What an aggregate is about, for whoever reads that something of it was given up.</summary>
internal sealed class Whereabouts(Store store, PeopleRegister people, OrganisationSettings organisation)
{
    /// <returns>Its name, if it has one, and what marks a fictitious registration.</returns>
    public async Task<(string? Where, string? Mark)> OfAsync(string table, string partition, string language, CancellationToken cancellation) => table switch
    {
        TableNames.Sittings when await store.ReadAsync(Aggregates.Sittings, partition, cancellation) is { } sitting =>
            ($"{sitting.Start.Long(organisation.TimeZone, language)}, {sitting.RoomName}", organisation.Mark(sitting, language)),
        TableNames.Sessions when await store.ReadAsync(Aggregates.Sessions, partition, cancellation) is { } session => (null, organisation.Mark(session, language)),
        _ => ((await people.GetAsync(partition, cancellation))?.Name,
            await store.ReadAsync(Aggregates.Candidates, partition, cancellation) is { } record ? organisation.Mark(record, language) : null),
    };
}

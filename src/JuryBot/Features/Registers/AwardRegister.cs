using System.Text.Json;
using JuryBot.Configuration;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Exams;
using JuryBot.Storage;

namespace JuryBot.Features.Registers;

/// <summary>A line of the award register as it is kept: what it says stays when the sitting's own rows are gone.</summary>
/// <param name="Candidate">Id of the candidate.</param>
/// <param name="SittingStart">When the jury sat; <c>null</c> when the sitting is not known.</param>
/// <param name="President">Who chaired the jury; <c>null</c> when the sitting is not known.</param>
internal sealed record RegisteredAward(AwardEntry Entry, string Candidate, string Name, string Certification, string Route, string Promotion, DateTimeOffset? SittingStart, string? President);

/// <summary>The award register: one row per title or certificate in one partition, written at its publication and at every change of it.</summary>
internal sealed class AwardRegister(Store store, Lookups lookups, OrganisationSettings organisation)
{
    private const string Kind = "index";
    private const string Awards = "awards";

    public async Task HandleAsync(IndexAward effect, Delivery delivery, CancellationToken cancellation)
    {
        await WriteAsync(await store.ReadAsync(Aggregates.Candidates, effect.Candidate, cancellation) ?? throw new PoisonException("The record is gone."), cancellation);
    }

    /// <summary>Writes every line anew from the records, whenever its award was published. May be repeated.</summary>
    /// <returns>How many lines.</returns>
    public async Task<int> RebuildAsync(CancellationToken cancellation)
    {
        var lines = 0;
        await foreach (var candidate in store.PartitionsAsync(Aggregates.Candidates, cancellation))
        {
            lines += await WriteAsync((await store.ReadAsync(Aggregates.Candidates, candidate, cancellation))!, cancellation);
        }

        return lines;
    }

    /// <summary>By date, then number.</summary>
    public async Task<IReadOnlyList<RegisteredAward>> ListAsync(CancellationToken cancellation) =>
        [.. (await lookups.ListAsync(Kind, Awards, cancellation)).Select(row => Read(row.Value))
            .OrderBy(award => award.Entry.At).ThenBy(award => award.Entry.Number, StringComparer.Ordinal)];

    private async Task<int> WriteAsync(CandidateRecord record, CancellationToken cancellation)
    {
        var entries = record.RegisterEntries();
        foreach (var entry in entries)
        {
            var (start, president) = await lookups.GetAsync(Kind, Awards, entry.Number, cancellation) is { } kept
                ? (Read(kept).SittingStart, Read(kept).President)
                : await store.ReadAsync(Aggregates.Sittings, entry.Sitting, cancellation) is { } sitting ? (sitting.Start, Chair(sitting)) : ((DateTimeOffset?)null, null);
            var course = record.Numbered(entry.Number);
            var award = new RegisteredAward(entry, record.Id, record.Name, course.Certification, course.Route, course.Promotion, start, president);
            await lookups.PutAsync(Kind, Awards, entry.Number, JsonSerializer.Serialize(award, Json.Options), cancellation);
        }

        return entries.Count;
    }

    private static RegisteredAward Read(string json) => JsonSerializer.Deserialize<RegisteredAward>(json, Json.Options)!;

    private string? Chair(Sitting sitting)
    {
        var certification = organisation.CertificationOf(sitting);
        return sitting.Panel.Find(member => member.Present != false && SittingVerbs.Chairs(sitting, certification, member))?.Name;
    }
}

using System.Collections.Concurrent;
using System.Text.Json;
using JuryBot.Domain.People;
using JuryBot.Storage;

namespace JuryBot.Identity;

/// <summary>Finds people by what the outside knows them by. Lookups point; the partition in <c>People</c> is the truth.</summary>
public sealed class PeopleRegister(Store store, Lookups lookups)
{
    private const string ByEntra = "entra";
    private const string ByMail = "mail";
    private const string Index = "index";
    private const string Everybody = "people";
    private const int MostSeen = 100_000;

    /// <summary>Whose an account was when last seen here, to save the lookup. Only where to look: the person themself says whether it is so.</summary>
    private readonly ConcurrentDictionary<string, string> seen = new(StringComparer.Ordinal);

    public async Task<Person?> GetAsync(string person, CancellationToken cancellation = default)
    {
        var found = await store.ReadAsync(Aggregates.People, person, cancellation);
        if (found?.EntraId is { } entraId)
        {
            if (seen.Count >= MostSeen)
            {
                seen.Clear();
            }

            seen[entraId] = person;
        }

        return found;
    }

    public async Task<Person?> FindByEntraAsync(string entraId, CancellationToken cancellation = default) =>
        seen.TryGetValue(entraId, out var id) && await GetAsync(id, cancellation) is { } known && known.EntraId == entraId ? known
        : await FollowAsync(ByEntra, entraId, cancellation) is { } person && person.EntraId == entraId ? person : null;

    public async Task<Person?> FindByMailAsync(string mail, CancellationToken cancellation = default) =>
        await FollowAsync(ByMail, mail.ToLowerInvariant(), cancellation) is { } person && person.Mail.Equals(mail, StringComparison.OrdinalIgnoreCase) ? person : null;

    /// <summary>The id that stands for an account, or for a mail address without one; a new id when nobody had either. An account is one
    /// person, whatever addresses it goes by; <c>null</c> when the address is that of somebody with another account.</summary>
    public async Task<string?> ClaimAsync(string mail, string? entraId, CancellationToken cancellation = default)
    {
        if (entraId is not null && await lookups.GetAsync(ByEntra, entraId, cancellation) is { } known)
        {
            return known;
        }

        var id = await lookups.AddAsync(ByMail, mail.ToLowerInvariant(), Guid.CreateVersion7().ToString("N"), cancellation);
        if (entraId is not null && (await GetAsync(id, cancellation))?.EntraId is { } other && other != entraId)
        {
            return null;
        }

        return entraId is null ? id : await lookups.AddAsync(ByEntra, entraId, id, cancellation);
    }

    public async Task<IReadOnlyList<Person>> ListAsync(CancellationToken cancellation = default) =>
        [.. (await lookups.ListAsync(Index, Everybody, cancellation)).Select(row => JsonSerializer.Deserialize<Person>(row.Value, Json.Options)!).OrderBy(p => p.Name, StringComparer.Create(Texts.Culture("fr"), ignoreCase: true))];

    /// <summary>Brings the lookups of a person up to date; safe to repeat, and to do twice at once: what is written last is read again.</summary>
    public async Task IndexAsync(string id, CancellationToken cancellation = default)
    {
        for (Person? person = await GetAsync(id, cancellation), indexed = null; person is not null && person != indexed; person = await GetAsync(id, cancellation))
        {
            await IndexAsync(person, cancellation);
            indexed = person;
        }
    }

    /// <summary>Every account that leads to a person: a walk over all of them, for work that nobody waits for.</summary>
    public async Task<IReadOnlyList<string>> AccountsAsync(string id, CancellationToken cancellation = default) =>
        await lookups.WalkAsync(ByEntra, cancellation).Where(account => account.Value == id).Select(account => account.Key).ToListAsync(cancellation);

    /// <summary>Deletes every address and account that leads to a person, old ones included. Safe to repeat.</summary>
    public async Task ForgetAsync(string id, CancellationToken cancellation = default)
    {
        foreach (var kind in new[] { ByMail, ByEntra })
        {
            foreach (var key in await lookups.WalkAsync(kind, cancellation).Where(row => row.Value == id).Select(row => row.Key).ToListAsync(cancellation))
            {
                await lookups.DeleteAsync(kind, key, cancellation);
            }
        }

        await lookups.DeleteAsync(Index, Everybody, id, cancellation);
    }

    private async Task IndexAsync(Person person, CancellationToken cancellation)
    {
        if (person.Erased is not null)
        {
            await lookups.DeleteAsync(Index, Everybody, person.Id, cancellation);
            return;
        }

        await lookups.PutAsync(ByMail, person.Mail, person.Id, cancellation);
        if (person.EntraId is { } entra)
        {
            await lookups.PutAsync(ByEntra, entra, person.Id, cancellation);
        }

        await lookups.PutAsync(Index, Everybody, person.Id, JsonSerializer.Serialize(person, Json.Options), cancellation);
    }

    private async Task<Person?> FollowAsync(string kind, string key, CancellationToken cancellation) =>
        await lookups.GetAsync(kind, key, cancellation) is { } id ? await GetAsync(id, cancellation) : null;
}

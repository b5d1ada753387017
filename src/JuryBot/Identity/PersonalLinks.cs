using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using JuryBot.Storage;

namespace JuryBot.Identity;

/// <summary>What a personal link lets its holder do, for whom and until when: whoever opens it is that person, for that purpose only.</summary>
/// <param name="About">Id of what it is about, such as a session.</param>
public sealed record PersonalLink(string Purpose, string Person, string About, DateTimeOffset Expires)
{
    /// <summary>When it was made; the earliest moment for a link of before this was kept.</summary>
    public DateTimeOffset Issued { get; init; }
}

/// <summary>Links for people whom Teams does not reach. The token stands in the mail alone: what is kept is its SHA-256. A person has one link
/// for a purpose and what it is about: the newest.</summary>
public sealed class PersonalLinks
{
    private const string ByToken = "link";
    private const string OfPerson = "links";
    private const string Index = "index";
    private const string ByExpiry = "links";
    private const int TokenBytes = 32;

    private readonly Lookups lookups;
    private readonly Deadlines deadlines;
    private readonly TimeProvider time;

    internal PersonalLinks(Lookups lookups, Deadlines deadlines, TimeProvider time) => (this.lookups, this.deadlines, this.time) = (lookups, deadlines, time);

    /// <summary>Makes a token that nobody can guess, good for this link. An older one for the same opens nothing from then on.</summary>
    public async Task<string> IssueAsync(PersonalLink link, CancellationToken cancellation)
    {
        link = link with { Issued = time.GetUtcNow() };
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        await WillExpireAsync(link.Expires, cancellation);
        var replaced = await CurrentAsync(link.Person, link.Purpose, link.About, cancellation);
        await lookups.PutAsync(Index, ByExpiry, Expiry(link, Key(token)), "", cancellation);
        await lookups.PutAsync(ByToken, Key(token), JsonSerializer.Serialize(link, Json.Options), cancellation);
        await lookups.PutAsync(OfPerson, link.Person, Row(link), Key(token), cancellation);
        if (replaced is not null)
        {
            await DropAsync(replaced, cancellation);
        }

        return token;
    }

    /// <summary>The link a token opens for a purpose; <c>null</c> for one that is unknown, expired, revoked, replaced or for something else.</summary>
    public async Task<PersonalLink?> FindAsync(string token, string purpose, CancellationToken cancellation) =>
        await ReadAsync(Key(token), cancellation) is { } link && link.Purpose == purpose && time.GetUtcNow() < link.Expires
            && await CurrentAsync(link.Person, link.Purpose, link.About, cancellation) == Key(token)
            ? link
            : null;

    /// <summary>Until when a person has a link for a purpose; <c>null</c> when they have none.</summary>
    public async Task<DateTimeOffset?> ExpiryAsync(string person, string purpose, string about, CancellationToken cancellation) =>
        await CurrentAsync(person, purpose, about, cancellation) is { } key ? (await ReadAsync(key, cancellation))?.Expires : null;

    /// <summary>The links a person has.</summary>
    public async Task<IReadOnlyList<PersonalLink>> ListAsync(string person, CancellationToken cancellation)
    {
        var links = new List<PersonalLink>();
        foreach (var (_, key) in await lookups.ListAsync(OfPerson, person, cancellation))
        {
            if (await ReadAsync(key, cancellation) is { } link)
            {
                links.Add(link);
            }
        }

        return links;
    }

    /// <summary>Deletes what is kept of the links that this person had been issued by then. Safe to repeat.</summary>
    public async Task RevokeAsync(string person, DateTimeOffset until, CancellationToken cancellation)
    {
        foreach (var (row, key) in await lookups.ListAsync(OfPerson, person, cancellation))
        {
            if (await ReadAsync(key, cancellation) is { } link && link.Issued <= until)
            {
                await lookups.DeleteAsync(OfPerson, person, row, cancellation);
                await DropAsync(key, cancellation);
            }
        }
    }

    /// <summary>Sees to it that what is kept of links goes when they have expired, whichever version made them. Safe to repeat.</summary>
    public async Task ExpectExpiryAsync(CancellationToken cancellation) => await ExpectAsync(await lookups.ListAsync(Index, ByExpiry, cancellation), cancellation);

    /// <summary>Deletes what is kept of expired links; they opened nothing any more. Safe to repeat.</summary>
    public async Task ForgetExpiredAsync(CancellationToken cancellation)
    {
        var now = Stamp(time.GetUtcNow());
        var kept = await lookups.ListAsync(Index, ByExpiry, cancellation);
        var expired = kept.TakeWhile(r => string.CompareOrdinal(r.Row, now) <= 0).ToList();
        await ExpectAsync(kept.Skip(expired.Count), cancellation);
        foreach (var (row, _) in expired)
        {
            var key = row[(row.IndexOf('|', StringComparison.Ordinal) + 1)..];
            if (await ReadAsync(key, cancellation) is { } link)
            {
                if (await CurrentAsync(link.Person, link.Purpose, link.About, cancellation) == key)
                {
                    await lookups.DeleteAsync(OfPerson, link.Person, Row(link), cancellation);
                }

                await lookups.DeleteAsync(ByToken, key, cancellation);
            }

            await lookups.DeleteAsync(Index, ByExpiry, row, cancellation);
        }
    }

    // One deadline for all that expire on a day, whoever made them.
    private Task WillExpireAsync(DateTimeOffset expires, CancellationToken cancellation)
    {
        var midnight = new DateTimeOffset(expires.UtcTicks - (expires.UtcTicks % TimeSpan.TicksPerDay), TimeSpan.Zero).AddDays(1);
        return deadlines.AddAsync(DeliveryRow.New(TableNames.People, ByExpiry, 0, 0, new ForgetExpiredLinks { NotBefore = midnight }, time.GetUtcNow()), cancellation);
    }

    // The first to expire: when it has, the next is expected.
    private async Task ExpectAsync(IEnumerable<(string Row, string Value)> kept, CancellationToken cancellation)
    {
        if (kept.Select(r => r.Row).FirstOrDefault() is { } first)
        {
            await WillExpireAsync(new DateTimeOffset(long.Parse(first[..first.IndexOf('|', StringComparison.Ordinal)], CultureInfo.InvariantCulture), TimeSpan.Zero), cancellation);
        }
    }

    private async Task DropAsync(string key, CancellationToken cancellation)
    {
        if (await ReadAsync(key, cancellation) is { } link)
        {
            await lookups.DeleteAsync(ByToken, key, cancellation);
            await lookups.DeleteAsync(Index, ByExpiry, Expiry(link, key), cancellation);
        }
    }

    private async Task<PersonalLink?> ReadAsync(string key, CancellationToken cancellation) =>
        await lookups.GetAsync(ByToken, key, cancellation) is { } json ? JsonSerializer.Deserialize<PersonalLink>(json, Json.Options) : null;

    private async Task<string?> CurrentAsync(string person, string purpose, string about, CancellationToken cancellation) =>
        (await lookups.ListAsync(OfPerson, person, cancellation)).FirstOrDefault(row => row.Row == $"{purpose}|{about}").Value;

    private static string Row(PersonalLink link) => $"{link.Purpose}|{link.About}";

    private static string Expiry(PersonalLink link, string key) => $"{Stamp(link.Expires)}|{key}";

    // Sorts as the moments do.
    private static string Stamp(DateTimeOffset moment) => moment.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    private static string Key(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

using JuryBot.Domain.Panels;

namespace JuryBot.Domain.People;

/// <summary>Keeps the list of people current (a row per person in one place, so that listing needs no scan).</summary>
public sealed record IndexPerson(string Person) : Effect
{
    public override string Recipient => $"person|{Person}";
}

/// <summary>Delete a person's personal links of before a moment.</summary>
/// <param name="Until">Links issued later are others, and stay.</param>
public sealed record DropLinks(string Person, DateTimeOffset Until) : Effect
{
    public override string Recipient => $"person|{Person}";
}

/// <summary>Pure verbs on a person.</summary>
public static partial class PersonVerbs
{
    /// <summary>Gives the roles a directory seeds, each of them once.</summary>
    /// <param name="unknown">Who it is when nobody knows them yet.</param>
    public static Decision<Person> Seed(Person? known, Person unknown, IReadOnlyCollection<PersonRole> roles)
    {
        if (known?.Erased is not null)
        {
            return new Refusal("PersonErased");
        }

        var person = known ?? unknown;
        var seeded = person with
        {
            EntraId = person.EntraId ?? unknown.EntraId,
            Roles = person.Roles.Union(roles.Where(r => !person.Seeded.Contains(r))),
            Seeded = person.Seeded.Union(roles),
        };
        return seeded == known ? seeded : Decision<Person>.Accept(seeded, new IndexPerson(seeded.Id));
    }

    /// <summary>From now on no personal link of this person that there is opens anything: the person says until when they were revoked, so that it
    /// holds with this decision, whatever still is kept of the links.</summary>
    public static Decision<Person> RevokeLinks(Person person, DateTimeOffset now) =>
        Decision<Person>.Accept(person with { LinksRevokedAt = now }, new DropLinks(person.Id, now));

    /// <summary>What the person declares of their links for a session, in the place of what they had declared for it before. What a roster says, or
    /// another session's declaration, stays: nobody takes back what others know.</summary>
    public static Decision<Person> Declare(Person person, string session, IEnumerable<Link> links)
    {
        var next = person.Links.RemoveAll(link => link.Session == session).AddRange(links.Select(link => link with { Session = session }));
        return person.Erased is not null ? new Refusal("PersonErased")
            : next.SequenceEqual(person.Links) ? person
            : Decision<Person>.Accept(person with { Links = next }, new IndexPerson(person.Id));
    }

    /// <summary>What a roster says about a person. <c>null</c> leaves what is known; what the person declared stays in any case.</summary>
    public static Decision<Person> Register(Person? known, string id, string name, string mail, string? entraId, string language, PersonRole role, JurorProfile? juror, IReadOnlyList<Link>? links = null)
    {
        if (known?.Erased is not null)
        {
            return new Refusal("PersonErased");
        }

        var person = (known ?? new Person { Id = id, Name = name, Mail = mail, Language = language }) with
        {
            Name = name,
            Mail = mail,
            EntraId = entraId ?? known?.EntraId,
            Language = language,
            Juror = juror ?? known?.Juror,
            Links = links is null ? known?.Links ?? [] : [.. links, .. (known?.Links ?? []).Where(link => link.Session is not null)],
        };
        person = person with { Roles = person.Roles.Add(role) };
        return person == known ? person : Decision<Person>.Accept(person, new IndexPerson(id));
    }
}

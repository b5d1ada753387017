using JuryBot.Domain.Panels;

namespace JuryBot.Domain.People;

/// <summary>Keeps the list of people current (a row per person in one place, so that listing needs no scan).</summary>
public sealed record IndexPerson(string Person) : Effect
{
    public override string Recipient => $"person|{Person}";
}

/// <summary>Pure verbs on a person.</summary>
public static class PersonVerbs
{
    /// <summary>What a roster, or a first sign-in, says about a person. <c>null</c> leaves what is known.</summary>
    public static Decision<Person> Register(Person? known, string id, string name, string mail, string? entraId, string language, PersonRole role, JurorProfile? juror)
    {
        var person = (known ?? new Person { Id = id, Name = name, Mail = mail, Language = language }) with
        {
            Name = name,
            Mail = mail,
            EntraId = entraId ?? known?.EntraId,
            Language = language,
            Juror = juror ?? known?.Juror,
        };
        person = person with { Roles = person.Roles.Add(role) };
        return person == known ? person : Decision<Person>.Accept(person, new IndexPerson(id));
    }
}

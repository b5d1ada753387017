using JuryBot.Domain.Exams;

namespace JuryBot.Domain.People;

/// <summary>Delete what else is kept of an erased person: in their record, in sittings and sessions, and where they were written to.</summary>
public sealed record ForgetPerson(string Person) : Effect
{
    public override string Recipient => $"person|{Person}";
}

public static partial class PersonVerbs
{
    /// <summary>Erases a candidate or juror on the director's word (GDPR, article 17): the row keeps that it was done, and of the person nothing. Refused
    /// while a sitting of theirs is not over, since those who wait for it need them, and to who holds an office, whose acts bear their id.</summary>
    /// <param name="sittings">Every sitting they are on the list or the panel of.</param>
    /// <param name="language">What the organisation speaks.</param>
    public static Decision<Person> Erase(Person person, IEnumerable<Sitting> sittings, string by, string? reason, string language, DateTimeOffset now)
    {
        if (person.Erased is not null)
        {
            return person;
        }

        if (person.Is(PersonRole.Coordinator) || person.Is(PersonRole.Director))
        {
            return new Refusal("ErasureOfOffice", person.Name);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new Refusal("ErasureNeedsReason");
        }

        if (sittings.FirstOrDefault(sitting => !sitting.IsOver) is { } current)
        {
            return new Refusal("ErasureTooEarly", person.Name, current.Start);
        }

        return Decision<Person>.Accept(
            new Person { Id = person.Id, Name = Erasure.Name, Mail = "", Language = language, LinksRevokedAt = now, Erased = new Erasure(by, now, reason.Trim()) },
            new DropLinks(person.Id, now),
            new ForgetPerson(person.Id));
    }

    /// <summary>Forgets what links a person to a candidate.</summary>
    public static Decision<Person> Unlink(Person person, string candidate) =>
        person.Links.Exists(link => link.Candidate == candidate) ? person with { Links = person.Links.RemoveAll(link => link.Candidate == candidate) } : person;
}

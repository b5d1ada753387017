using System.Globalization;
using System.Text;

namespace JuryBot.Sandbox.People;

/// <summary>Makes an organisation from a seed.</summary>
internal sealed class OrganisationGenerator(int seed)
{
    private static readonly (string Capacity, string Title, string? College, bool External)[] Jurors =
    [
        ("president", "Représentante ou représentant des employeurs", "employer", true),
        ("employeeRepresentative", "Représentante ou représentant des salariés", "employee", true),
        ("directorRepresentative", "Représentante ou représentant de la direction", null, false),
        ("trainer", "Enseignement et formation", null, false),
        ("pedagogicManager", "Responsabilité pédagogique", null, false),
        ("professional", "Intervention professionnelle", null, true),
    ];

    private static readonly string[] Routes = ["initial", "initial", "continuing", "initial", "vae", "initial", "professionalisation", "initial"];

    private readonly Random chance = new(seed);
    private readonly HashSet<string> taken = [];

    public Organisation Generate(int jurors, int candidates)
    {
        var (tenant, app, client) = (NextId(), NextId(), NextId());
        var people = new List<Person>
        {
            Someone(PersonKind.Coordinator, "Coordination des jurys"),
            Someone(PersonKind.Coordinator, "Coordination des jurys") with { Language = "en" },
            Someone(PersonKind.Director, "Direction"),
        };
        people.AddRange(Unknown([.. Enumerable.Range(0, jurors).Select(Juror)]));
        people.AddRange(Enumerable.Range(0, candidates).Select(i => Candidate(i, last: i == candidates - 1)));
        return new Organisation(tenant, app, client, people, Rooms());
    }

    private Person Juror(int i)
    {
        var (capacity, title, college, external) = Jurors[i % Jurors.Length];
        var person = Someone(PersonKind.Juror, title);
        return person with
        {
            // Somebody signs in with another name than their address, as happens in every tenant.
            UserPrincipalName = i == 1 ? $"j{person.Id[..8]}@{Organisation.Domain}" : person.Mail,
            Capacities = external && capacity != "professional" ? [capacity, "professional"] : [capacity],
            College = college,
            External = external,
            Employer = external ? Names.Employers[i / Jurors.Length % Names.Employers.Length] : null,
            Language = i % 11 == 5 ? "en" : "fr",
        };
    }

    private Person Candidate(int i, bool last)
    {
        var person = Someone(PersonKind.Candidate, "Candidature") with { Route = Routes[i % Routes.Length], Language = i % 9 == 4 ? "en" : "fr" };
        return last ? Outside(person) : person;
    }

    // Of those who are professionals and nothing else, the last has no account, and the one before a calendar that cannot be read.
    private static List<Person> Unknown(List<Person> jurors)
    {
        if (jurors.FindAll(juror => juror.Capacities is ["professional"]) is [.., var hidden, var outside])
        {
            jurors[jurors.IndexOf(hidden)] = hidden with { CalendarIsHidden = true };
            jurors[jurors.IndexOf(outside)] = Outside(outside);
        }

        return jurors;
    }

    private static Person Outside(Person person) => person with { HasAccount = false, Mail = person.Mail.Replace(Organisation.Domain, "courriel.example", StringComparison.Ordinal) };

    private Person Someone(PersonKind kind, string title)
    {
        while (true)
        {
            var (first, last) = (Names.First[chance.Next(Names.First.Length)], Names.Last[chance.Next(Names.Last.Length)]);
            var local = Ascii($"{first}.{last}");
            if (taken.Add(local))
            {
                return new Person(NextId().ToString(), first, last, $"{local}@{Organisation.Domain}", kind) { Title = title };
            }

            // more people than names: the same name again, numbered
            if (taken.Count >= Names.First.Length * Names.Last.Length / 2 && taken.Add(local + taken.Count.ToString(CultureInfo.InvariantCulture)))
            {
                return new Person(NextId().ToString(), first, last, $"{local}{taken.Count - 1}@{Organisation.Domain}", kind) { Title = title };
            }
        }
    }

    private List<Room> Rooms() =>
    [
        new(NextId().ToString(), "Salle Griset", $"salle.griset@{Organisation.Domain}", "Paris", "1 cité Griset", "75011", 12),
        new(NextId().ToString(), "Salle Oberkampf", $"salle.oberkampf@{Organisation.Domain}", "Paris", "1 cité Griset", "75011", 10),
        new(NextId().ToString(), "Salle Parmentier", $"salle.parmentier@{Organisation.Domain}", "Paris", "1 cité Griset", "75011", 8),
        new(NextId().ToString(), "Salle Bellecour", $"salle.bellecour@{Organisation.Domain}", "Lyon", "Campus de Lyon", "69002", 10),
    ];

    private Guid NextId()
    {
        var bytes = new byte[16];
        chance.NextBytes(bytes);
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes);
    }

    private static string Ascii(string text) => string.Concat(text.Normalize(NormalizationForm.FormD)
        .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant().Replace(' ', '-');
}

using System.Text.Json.Nodes;
using JuryBot.Sandbox.People;

namespace JuryBot.Sandbox.Season.Full;

/// <summary>Who lives what in a full season. Candidates beside these pass everything.</summary>
internal sealed class Cast(Organisation organisation)
{
    /// <summary>Candidates a full season needs.</summary>
    public const int Fewest = 12;

    private readonly Person[] people = [.. organisation.Candidates];
    private Dictionary<string, string> ids = [];

    /// <summary>Passes everything and is awarded the title.</summary>
    public Person Laureate => people[0];

    /// <summary>Passes everything, and is refused the title with a reason.</summary>
    public Person Refused => people[1];

    /// <summary>Awarded the title, whose decision is annulled after it was transmitted; decided anew by another jury.</summary>
    public Person Revoked => people[2];

    /// <summary>Comes neither before an intermediate jury nor before the final one, which acquires them every block all the same; awarded the title at N+1.</summary>
    public Person Absent => people[3];

    /// <summary>By livret 2; validated in part, one block by the president's casting vote.</summary>
    public Person Vae => people[4];

    /// <summary>Excused before an intermediate jury.</summary>
    public Person Excused => people[5];

    /// <summary>Comes for two blocks only.</summary>
    public Person BlockOnly => people[6];

    /// <summary>Of an earlier promotion: fails a block at N+1, and comes again later with a reason.</summary>
    public Person Returning => people[7];

    /// <summary>A member steps back from them, the panel falls short, and another jury hears them.</summary>
    public Person Unheard => people[8];

    /// <summary>Acquires nothing; erased in the end.</summary>
    public Person Failing => people[9];

    /// <summary>Their decision is annulled, and decided anew by the same jury.</summary>
    public Person Anew => people[10];

    /// <summary>They work together for block 4, where not all of them pass.</summary>
    public IReadOnlyList<Person> Group => [Laureate, Failing, Anew];

    /// <summary>Has no account.</summary>
    public Person Outside => people[^1];

    public IEnumerable<RosterEntry> Roster() => people.Select(person =>
        person == Vae ? new RosterEntry(person, "vae", Play.Promotion)
        : person == Revoked || person == Anew ? new RosterEntry(person, "continuing", Play.Promotion)
        : person == BlockOnly ? new RosterEntry(person, "professionalisation", Play.Promotion, "1 ; 4")
        : person == Returning ? new RosterEntry(person, "initial", Play.Promotion - 1)
        : new RosterEntry(person, "initial", Play.Promotion));

    /// <summary>How everybody does until the first final jury.</summary>
    public Verdicts FirstVerdicts => new(new Dictionary<string, string[]>
    {
        [Vae.Mail] = ["4"],
        [Returning.Mail] = ["5"],
        [Failing.Mail] = ["1", "2", "3", "4", "5"],
        [Excused.Mail] = ["2"],
    });

    /// <summary>How those who come again do.</summary>
    public Verdicts SecondVerdicts => new(new Dictionary<string, string[]>());

    public void Take(JsonArray listed) => ids = listed.ToDictionary(c => c!["mail"]!.ToString(), c => c!["id"]!.ToString());

    public string IdOf(Person candidate) => ids[candidate.Mail];

    /// <summary>Those an intermediate jury hears.</summary>
    public IReadOnlyList<string> HeardFor(string block) => [.. people.Where(p => p != Vae && (p != BlockOnly || block is "1" or "4")).Select(IdOf)];

    public IReadOnlyList<string> Everybody => [.. people.Select(IdOf)];
}

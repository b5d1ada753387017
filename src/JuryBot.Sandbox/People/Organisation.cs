namespace JuryBot.Sandbox.People;

/// <summary>The tenant's directory: who and what there is. The same seed and numbers give the same organisation.</summary>
public sealed class Organisation
{
    private readonly Dictionary<string, Person> people = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Room> rooms = new(StringComparer.OrdinalIgnoreCase);

    internal Organisation(Guid tenantId, Guid appId, Guid clientId, IReadOnlyList<Person> people, IReadOnlyList<Room> rooms)
    {
        (TenantId, AppId, ClientId, People, Rooms) = (tenantId, appId, clientId, people, rooms);
        foreach (var person in people)
        {
            this.people[person.Id] = this.people[person.Mail] = this.people[person.TeamsId] = this.people[person.ConversationId] = person;
        }

        foreach (var room in rooms)
        {
            this.rooms[room.Id] = this.rooms[room.Mail] = room;
        }
    }

    public const string Domain = "metiers-culture.example";

    /// <summary>A mailbox of nobody's, that juries can be run from.</summary>
    public const string SharedMailbox = $"jurys@{Domain}";

    public string Name => "École des métiers de la culture (démonstration)";

    public string TimeZone => "Europe/Paris";

    public Guid TenantId { get; }

    /// <summary>JuryBot's bot and API.</summary>
    public Guid AppId { get; }

    /// <summary>JuryBot's web pages.</summary>
    public Guid ClientId { get; }

    public IReadOnlyList<Person> People { get; }

    public IReadOnlyList<Room> Rooms { get; }

    public IEnumerable<Person> Coordinators => Of(PersonKind.Coordinator);

    public Person Director => Of(PersonKind.Director).First();

    public IEnumerable<Person> Jurors => Of(PersonKind.Juror);

    public IEnumerable<Person> Candidates => Of(PersonKind.Candidate);

    /// <param name="key">Object id, mail address, Teams id or conversation id.</param>
    public Person? Find(string? key) => key is null ? null : people.GetValueOrDefault(key);

    /// <param name="key">Id or mail address.</param>
    public Room? Room(string? key) => key is null ? null : rooms.GetValueOrDefault(key);

    private IEnumerable<Person> Of(PersonKind kind) => People.Where(person => person.Kind == kind);
}

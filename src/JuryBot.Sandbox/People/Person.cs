using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace JuryBot.Sandbox.People;

public enum PersonKind
{
    Coordinator,
    Director,
    Juror,
    Candidate,
}

/// <summary>Someone of the organisation.</summary>
/// <param name="Id">Entra object id.</param>
/// <param name="Mail">Mail address.</param>
public sealed record Person(string Id, string FirstName, string LastName, string Mail, PersonKind Kind)
{
    /// <summary>Whether the tenant knows them; who has no account is reached by mail alone.</summary>
    public bool HasAccount { get; init; } = true;

    /// <summary>Whether nobody can ask when they are busy: their mailbox is kept elsewhere.</summary>
    public bool CalendarIsHidden { get; init; }

    /// <summary>What they sign in with: their mail address unless told.</summary>
    public string UserPrincipalName { get => field ?? Mail; init; }

    /// <summary>fr or en.</summary>
    public string Language { get; init; } = "fr";

    /// <summary>What they are, in French, for the portal.</summary>
    public required string Title { get; init; }

    /// <summary>A juror's capacities: president, employeeRepresentative, directorRepresentative, trainer,
    /// pedagogicManager, professional.</summary>
    public IReadOnlyList<string> Capacities { get; init; } = [];

    /// <summary>employer, employee or <c>null</c>.</summary>
    public string? College { get; init; }

    public bool External { get; init; }

    public string? Employer { get; init; }

    /// <summary>A candidate's access route: initial, continuing, professionalisation or vae.</summary>
    public string? Route { get; init; }

    public string Name => $"{FirstName} {LastName}";

    /// <summary>Their id in Teams.</summary>
    public string TeamsId => $"29:1{Hashed("user")}";

    /// <summary>Their one-to-one conversation with JuryBot.</summary>
    public string ConversationId => $"a:1{Hashed("conversation")}";

    /// <summary>Entra app roles.</summary>
    public IReadOnlyList<string> AppRoles => Kind switch
    {
        PersonKind.Coordinator => ["Coordinator"],
        PersonKind.Director => ["Director"],
        _ => [],
    };

    private string Hashed(string purpose) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{purpose} {Id}")));
}

using System.Collections.Immutable;
using JuryBot.Configuration;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Panels;
using JuryBot.Domain.People;

namespace JuryBot.Features.Rosters;

/// <summary>A link with a candidate as the roster says.</summary>
/// <param name="Mail">The candidate's, in lower case.</param>
internal sealed record DeclaredLink(string Mail, LinkKind Kind);

/// <summary>A juror as the roster says.</summary>
/// <param name="Links"><c>null</c> where the roster says nothing: what is known stays. A dash says that there are none.</param>
internal sealed record JurorLine(string LastName, string FirstName, string Mail, JurorProfile Profile, string Language, IReadOnlyList<DeclaredLink>? Links)
    : RosterLine(LastName, FirstName, Mail, Language);

/// <summary>The jurors' roster: its columns and its rules.</summary>
internal sealed class JurorRoster(Certification certification, OrganisationSettings organisation)
{
    private static readonly RosterColumn LastName = new("LastName", true);
    private static readonly RosterColumn FirstName = new("FirstName", true);
    private static readonly RosterColumn Mail = new("Mail", true);
    private static readonly RosterColumn Capacities = new("Capacities", true);
    private static readonly RosterColumn College = new("College", false);
    private static readonly RosterColumn External = new("External", true);
    private static readonly RosterColumn Employer = new("Employer", false);
    private static readonly RosterColumn Language = new("Language", false);

    /// <summary>A part for each link: the candidate's address, a colon, the kind.</summary>
    public static readonly RosterColumn Links = new("Links", false);

    public static readonly IReadOnlyList<RosterColumn> Columns = [LastName, FirstName, Mail, Capacities, College, External, Employer, Language, Links];

    /// <summary>The lines of the sheet; all that is wrong is in its faults, and then nothing may be stored.</summary>
    public IReadOnlyList<JurorLine> Read(RosterSheet sheet)
    {
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        return [.. sheet.Rows.Select(row => new JurorLine(
            row[LastName] ?? "",
            row[FirstName] ?? "",
            Cells.Mail(row, Mail, seen),
            ReadProfile(row),
            Cells.Language(row, Language) ?? organisation.Language,
            ReadLinks(row)))];
    }

    private JurorProfile ReadProfile(RosterRow row)
    {
        var college = ReadCollege(row);
        var external = Cells.YesNo(row, External) ?? false;
        var capacities = ReadCapacities(row);
        if (capacities.Contains("president") && row[External] is not null && (!external || college != JuryBot.Domain.Panels.College.Employer))
        {
            row.Fault(Capacities, "PresidentNotEmployer");
        }

        if (capacities.Contains("employeeRepresentative") && row[External] is not null && (!external || college != JuryBot.Domain.Panels.College.Employee))
        {
            row.Fault(Capacities, "RepresentativeNotEmployee");
        }

        if (external && row[Employer] is null)
        {
            row.Fault(Employer, "EmployerMissing");
        }

        return new JurorProfile(capacities, college, external, row[Employer]);
    }

    private ImmutableSortedSet<string> ReadCapacities(RosterRow row)
    {
        var known = certification.Final.Roles.Concat(certification.Intermediate.Roles).ToList();
        var capacities = ImmutableSortedSet.CreateBuilder<string>();
        foreach (var typed in Cells.Parts(row[Capacities] ?? ""))
        {
            var plain = Texts.Plain(typed);
            var role = known.Find(r => plain == Texts.Plain(r.Capacity) || plain == Texts.Plain(r.Name.Fr) || plain == Texts.Plain(r.Name.En)
                || plain == Texts.Plain(RosterTexts.Get("fr", $"Capacity.{r.Capacity}")) || plain == Texts.Plain(RosterTexts.Get("en", $"Capacity.{r.Capacity}")));
            if (role is null)
            {
                row.Fault(Capacities, "CapacityUnknown", typed, string.Join(", ", known.Select(r => RosterTexts.Get("fr", $"Capacity.{r.Capacity}")).Distinct()));
            }
            else
            {
                capacities.Add(role.Capacity);
            }
        }

        return capacities.ToImmutable();
    }

    private static List<DeclaredLink>? ReadLinks(RosterRow row)
    {
        if (row[Links] is not { } typed)
        {
            return null;
        }

        var links = new List<DeclaredLink>();
        foreach (var part in typed == "-" ? [] : Cells.Parts(typed))
        {
            var (mail, words) = part.LastIndexOf(':') is var colon and > 0 ? (part[..colon].Trim().ToLowerInvariant(), part[(colon + 1)..]) : ("", "");
            if (mail.Length == 0 || FindKind(Texts.Plain(words)) is not { } kind)
            {
                row.Fault(Links, "LinkUnreadable", part, string.Join(", ", Enum.GetValues<LinkKind>().Select(k => RosterTexts.Get("fr", $"Link.{k}"))));
                continue;
            }

            links.Add(new DeclaredLink(mail, kind));
        }

        return links;
    }

    private static LinkKind? FindKind(string plain) => Enum.GetValues<LinkKind>().Cast<LinkKind?>()
        .FirstOrDefault(kind => plain == Texts.Plain(RosterTexts.Get("fr", $"Link.{kind}")) || plain == Texts.Plain(RosterTexts.Get("en", $"Link.{kind}")));

    private static College? ReadCollege(RosterRow row)
    {
        switch (Texts.Plain(row[College] ?? ""))
        {
            case "" or "-" or "aucun" or "none": return null;
            case "employeur" or "employeurs" or "employer" or "employers": return JuryBot.Domain.Panels.College.Employer;
            case "salarie" or "salaries" or "employee" or "employees": return JuryBot.Domain.Panels.College.Employee;
            default:
                row.Fault(College, "CollegeUnknown", row[College]);
                return null;
        }
    }
}

using JuryBot.Domain.Certifications;
using JuryBot.Domain.Panels;

namespace JuryBot.Domain.Tests.Panels;

/// <summary>Panels of the built-in certification, in which everybody is what their role asks.</summary>
internal static class Panel
{
    public static readonly string[] FinalRoles =
        ["president", "employeeRepresentative", "directorRepresentative", "trainer", "pedagogicManager", "employerRepresentative"];

    public static PanelMember Seat(string person, string role) => role switch
    {
        "president" => new(person, role, true, College.Employer, Appointed: true),
        "employerRepresentative" => new(person, role, true, College.Employer, Appointed: false),
        "employeeRepresentative" => new(person, role, true, College.Employee, Appointed: false),
        _ => new(person, role, false, null, Appointed: false),
    };

    public static List<PanelMember> Of(params IEnumerable<string> roles) => [.. roles.Select((role, index) => Seat($"p{index}", role))];

    /// <summary>The five of the sheet.</summary>
    public static List<PanelMember> Five() => Of(FinalRoles[..5]);

    public static IReadOnlyList<Finding> Check(IReadOnlyList<PanelMember> members) => Certification.Rncp31168.Ruleset.Check(Certification.Rncp31168.Final, members);

    /// <summary>The rules broken, in order.</summary>
    public static IEnumerable<string> Broken(IReadOnlyList<PanelMember> members) => Check(members).Select(finding => finding.Rule);
}

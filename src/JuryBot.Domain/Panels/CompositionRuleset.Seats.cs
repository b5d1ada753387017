using JuryBot.Domain.Certifications;

namespace JuryBot.Domain.Panels;

public sealed partial record CompositionRuleset
{
    /// <summary>What concerns each seat by itself.</summary>
    private static IEnumerable<Finding> Seats(JuryDefinition jury, IReadOnlyList<PanelMember> members)
    {
        foreach (var member in members)
        {
            foreach (var finding in Seat(jury, member))
            {
                yield return finding;
            }
        }

        var chair = jury.Chair;
        if (members.Count(member => member.Role == chair.Id) is > 1 and var chairs)
        {
            yield return Error(FindingRules.OneChairOnly, chair.Quotation, chair.Id, chairs);
        }

        foreach (var several in members.GroupBy(member => member.Person, StringComparer.Ordinal).Where(held => held.Count() > 1))
        {
            var roles = several.Select(member => member.Role).ToList();
            yield return Error(FindingRules.OnePersonOneRole, jury.FindRole(roles[^1])?.Quotation ?? jury.Quotation, [several.Key, .. roles]);
        }
    }

    private static IEnumerable<Finding> Seat(JuryDefinition jury, PanelMember member)
    {
        if (jury.FindRole(member.Role) is not { } role)
        {
            yield return Error(FindingRules.UnknownRole, jury.Quotation, member.Role, member.Person);
            yield break;
        }

        if (role.External && !member.External)
        {
            yield return Error(FindingRules.ExternalRequired, role.Quotation, role.Id, member.Person);
        }

        if (role.College is { } college && member.College != college)
        {
            yield return Error(FindingRules.CollegeRequired, role.Quotation, role.Id, member.Person, Name(college));
        }

        if (role.AppointedByDirector && !member.Appointed)
        {
            yield return Error(FindingRules.AppointmentRequired, role.Quotation, role.Id, member.Person);
        }
    }

    private static string Name(College college) => college == College.Employer ? "employer" : "employee";
}

using JuryBot.Domain.Certifications;

namespace JuryBot.Domain.Panels;

public sealed partial record CompositionRuleset
{
    private static IEnumerable<Finding> Missing(JuryDefinition jury, IReadOnlyList<PanelMember> members) =>
        from role in jury.Roles
        let there = members.Count(member => member.Role == role.Id)
        where there < role.Count
        select Error(FindingRules.RoleMissing, role.Quotation, role.Id, role.Count, there);

    /// <summary>Share and parity, in integers, over the members who count: in an external role, from outside, of that role's college.</summary>
    private IEnumerable<Finding> Shares(JuryDefinition jury, IReadOnlyList<PanelMember> members)
    {
        var counted = members
            .Where(member => member.External && jury.FindRole(member.Role) is { External: true } role && role.College == member.College)
            .ToList();
        var employers = counted.Count(member => member.College == College.Employer);
        var employees = counted.Count - employers;
        if (100 * counted.Count < MinExternalPercent * members.Count)
        {
            yield return Error(FindingRules.ExternalShare, Quotation, counted.Count, members.Count, MinExternalPercent);
        }

        if (Parity && employers != employees)
        {
            yield return Error(FindingRules.CollegeParity, Quotation, employers, employees);
        }
    }

    /// <summary>The sheet gives intermediate juries no numbers, so that these are warnings.</summary>
    private static IEnumerable<Finding> Professionals(JuryDefinition jury, IReadOnlyList<PanelMember> members)
    {
        if (members.Count < jury.Minimum)
        {
            yield return Warning(FindingRules.FewProfessionals, jury.Quotation, members.Count, jury.Minimum);
        }

        if (members.All(member => member.Role != jury.Chair.Id))
        {
            yield return Warning(FindingRules.ChairMissing, jury.Quotation, jury.Chair.Id);
        }
    }
}

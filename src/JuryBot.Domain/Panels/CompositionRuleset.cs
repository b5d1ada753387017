using JuryBot.Domain.Certifications;

namespace JuryBot.Domain.Panels;

/// <summary>A version of the rules a panel must satisfy. A sitting keeps the one it was convened under.</summary>
public sealed partial record CompositionRuleset
{
    public required string Id { get; init; }

    /// <summary>The least share of counted externals in a final jury, in percent of its members, 1 to 100; the president counts.</summary>
    public required int MinExternalPercent { get; init; }

    /// <summary>As many employers as employees among the counted externals. With a share above zero this means at least one of each.</summary>
    public required bool Parity { get; init; }

    /// <summary>The sheet's words on the share and the parity.</summary>
    public required LocalizedText Quotation { get; init; }

    /// <summary>Everything wrong with a panel as it stands: who is convened, or who is really there for one candidate.</summary>
    /// <returns>Empty for a panel that satisfies every rule. A panel with a warning only may sit.</returns>
    public IReadOnlyList<Finding> Check(JuryDefinition jury, IReadOnlyList<PanelMember> members)
    {
        if (members.Count == 0)
        {
            return [Error(FindingRules.NobodyPresent, jury.Quotation)];
        }

        return jury.Kind == JuryKind.Final
            ? [.. Seats(jury, members), .. Missing(jury, members), .. Shares(jury, members)]
            : [.. Seats(jury, members), .. Professionals(jury, members)];
    }

    /// <summary>Sizes a panel of the final jury may have, ascending, up to <paramref name="largest"/>.</summary>
    public IReadOnlyList<int> ValidSizes(JuryDefinition jury, int largest)
    {
        int Least(College? college) => jury.Roles.Where(role => role.College == college).Sum(role => role.Count);
        bool CanGrow(College college) => jury.Roles.Concat(jury.OptionalRoles).Any(role => role.College == college && !role.Chairs);

        var (employers, employees, others) = (Least(College.Employer), Least(College.Employee), Least(null));
        return
        [
            .. from size in Enumerable.Range(1, largest)
               where (from employer in Enumerable.Range(0, size + 1)
                      from employee in Enumerable.Range(0, size + 1 - employer)
                      where employer == employers || (employer > employers && CanGrow(College.Employer))
                      where employee == employees || (employee > employees && CanGrow(College.Employee))
                      where size - employer - employee >= others
                      where !Parity || employer == employee
                      select 100 * (employer + employee) >= MinExternalPercent * size).Any(enough => enough)
               select size,
        ];
    }

    private static Finding Error(string rule, LocalizedText quotation, params IReadOnlyList<object?> arguments) =>
        new(rule, Severity.Error, quotation.Fr, arguments);

    private static Finding Warning(string rule, LocalizedText quotation, params IReadOnlyList<object?> arguments) =>
        new(rule, Severity.Warning, quotation.Fr, arguments);
}

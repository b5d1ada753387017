using JuryBot.Domain.Certifications;

namespace JuryBot.Domain.Panels;

/// <summary>A rule of composition that a panel does not satisfy. Its text for people is the resource <c>Finding.{Rule}</c>.</summary>
/// <param name="Rule">One of <see cref="FindingRules"/>.</param>
/// <param name="Quotation">The sheet's French words that the rule rests on.</param>
/// <param name="Arguments">Numbers, role ids, person ids and colleges (<c>employer</c>, <c>employee</c>), as the rule documents.</param>
public sealed record Finding(string Rule, Severity Severity, string Quotation, IReadOnlyList<object?> Arguments)
{
    /// <summary>The same finding with names in the place of ids, for people: roles and colleges in both languages, people by <paramref name="person"/>.</summary>
    public Finding Named(JuryDefinition jury, Func<string, string?> person) => this with
    {
        Arguments = [.. Arguments.Select(argument => argument switch
        {
            "employer" => new LocalizedText("employeurs", "employers"),
            "employee" => new LocalizedText("salariés", "employees"),
            string id when jury.FindRole(id) is { } role => role.Name,
            string id => person(id) ?? id,
            _ => argument,
        })],
    };

    public bool Equals(Finding? other) => other is not null && (Rule, Severity, Quotation) == (other.Rule, other.Severity, other.Quotation)
        && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => HashCode.Combine(Rule, Severity, Quotation);
}

using JuryBot.Domain.Certifications;
using JuryBot.Domain.Panels;

namespace JuryBot.Domain.Tests.Panels;

public sealed class IntermediateComposition
{
    private static readonly PanelMember Chair = new("a", "chair", false, null, false);
    private static readonly PanelMember Professional = new("b", "professional", true, College.Employer, false);

    [Fact]
    public void Two_professionals_may_sit() => Assert.Empty(Check(Chair, Professional));

    [Fact]
    public void More_may_sit() => Assert.Empty(Check(Chair, Professional, Professional with { Person = "c" }));

    [Fact]
    public void Fewer_than_the_minimum_is_a_warning()
    {
        var finding = Assert.Single(Check(Chair));
        Assert.Equal(("FewProfessionals", Severity.Warning), (finding.Rule, finding.Severity));
        Assert.Equal([1, 2], finding.Arguments);
        Assert.Equal("jurys d’évaluations intermédiaires composés d’intervenants professionnels", finding.Quotation);
    }

    [Fact]
    public void The_organisation_sets_the_minimum()
    {
        var strict = Certification.Rncp31168.With(intermediateMinimum: 3);
        Assert.Equal(["FewProfessionals"], strict.Ruleset.Check(strict.Intermediate, [Chair, Professional]).Select(finding => finding.Rule));
    }

    [Fact]
    public void Without_its_chair_somebody_else_has_to_lead_it()
    {
        var finding = Assert.Single(Check(Professional, Professional with { Person = "c" }));
        Assert.Equal(("ChairMissing", Severity.Warning), (finding.Rule, finding.Severity));
        Assert.Equal(["chair"], finding.Arguments);
    }

    [Fact]
    public void Nobody_two_chairs_one_person_twice_or_a_foreign_role_are_errors()
    {
        Assert.Equal(["NobodyPresent"], Errors());
        Assert.Equal(["OneChairOnly"], Errors(Chair, Chair with { Person = "c" }));
        Assert.Equal(["OnePersonOneRole"], Errors(Chair, Professional with { Person = "a" }));
        Assert.Equal(["UnknownRole"], Errors(Chair, Professional, Professional with { Person = "c", Role = "trainer" }));
    }

    private static IReadOnlyList<Finding> Check(params IReadOnlyList<PanelMember> members) =>
        Certification.Rncp31168.Ruleset.Check(Certification.Rncp31168.Intermediate, members);

    private static IEnumerable<string> Errors(params IReadOnlyList<PanelMember> members) =>
        Check(members).Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Rule);
}

using JuryBot.Domain.Certifications;
using JuryBot.Domain.Panels;

namespace JuryBot.Domain.Tests.Panels;

public sealed class NamedFindings
{
    private static readonly JuryDefinition Final = Certification.Rncp31168.Final;

    [Fact]
    public void People_roles_and_colleges_are_named_and_numbers_stay()
    {
        var finding = new Finding("X", Severity.Error, "", ["trainer", "paul", "stranger", "employer", "employee", 3]);
        Assert.Equal(
            [Final.FindRole("trainer")!.Name, "Paul Petit", "stranger", new LocalizedText("employeurs", "employers"), new LocalizedText("salariés", "employees"), 3],
            finding.Named(Final, id => id == "paul" ? "Paul Petit" : null).Arguments);
    }

    [Theory]
    [InlineData("employeeRepresentative", "employee")]
    [InlineData("employerRepresentative", "employer")]
    public void A_seat_of_a_college_names_the_college_it_is_for(string role, string college)
    {
        var panel = Panel.Of([.. Panel.FinalRoles, "employeeRepresentative"]);
        var at = panel.FindIndex(member => member.Role == role);
        panel[at] = panel[at] with { College = null };
        Assert.Contains(Panel.Check(panel), finding => finding.Rule == FindingRules.CollegeRequired && finding.Arguments.SequenceEqual([role, panel[at].Person, college]));
    }

    [Fact]
    public void Who_sits_twice_is_told_in_the_words_of_the_last_seat()
    {
        var twice = Panel.Check([.. Panel.Five(), Panel.Seat("p3", "pedagogicManager")]).First(finding => finding.Rule == FindingRules.OnePersonOneRole);
        Assert.Equal(["p3", "trainer", "pedagogicManager"], twice.Arguments);
        Assert.Equal(Final.FindRole("pedagogicManager")!.Quotation.Fr, twice.Quotation);
    }

    [Fact]
    public void Two_findings_are_the_same_only_when_all_they_say_is()
    {
        var finding = new Finding("X", Severity.Error, "q", ["a", 1]);
        Assert.Equal(finding, finding with { Arguments = ["a", 1] });
        Finding[] others = [finding with { Rule = "Y" }, finding with { Severity = Severity.Warning }, finding with { Quotation = "r" }, finding with { Arguments = ["a", 2] }];
        Assert.All(others, other => Assert.NotEqual(finding, other));
        Assert.False(finding.Equals(null));
    }
}

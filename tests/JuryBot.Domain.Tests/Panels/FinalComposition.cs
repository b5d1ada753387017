using JuryBot.Domain.Certifications;
using JuryBot.Domain.Panels;

namespace JuryBot.Domain.Tests.Panels;

public sealed class FinalComposition
{
    private const string Share =
        "Parmi les membres du jury, 40 % sont membres extérieurs représentant/es à parts égales des Salarié/es et des Employeur/euses";

    [Fact]
    public void The_five_of_the_sheet_may_sit() => Assert.Empty(Panel.Check(Panel.Five()));

    [Fact]
    public void Valid_sizes_are_five_and_seven_or_more_never_six() =>
        Assert.Equal([5, .. Enumerable.Range(7, 24)], Certification.Rncp31168.Ruleset.ValidSizes(Certification.Rncp31168.Final, 30));

    [Theory]
    [InlineData("president", "RoleMissing ExternalShare CollegeParity")]
    [InlineData("employeeRepresentative", "RoleMissing ExternalShare CollegeParity")]
    [InlineData("directorRepresentative", "RoleMissing")]
    [InlineData("trainer", "RoleMissing")]
    [InlineData("pedagogicManager", "RoleMissing")]
    public void Nobody_may_be_missing(string role, string rules)
    {
        var panel = Panel.Five();
        panel.RemoveAll(member => member.Role == role);
        Assert.Equal(rules.Split(' '), Panel.Broken(panel));
        var missing = Panel.Check(panel)[0];
        Assert.Equal([role, 1, 0], missing.Arguments);
        Assert.Equal(Certification.Rncp31168.Final.FindRole(role)!.Quotation.Fr, missing.Quotation);
    }

    [Fact]
    public void Two_externals_of_six_are_too_few()
    {
        var finding = Assert.Single(Panel.Check([.. Panel.Five(), Panel.Seat("p5", "trainer")]));
        Assert.Equal(new Finding("ExternalShare", Severity.Error, Share, [2, 6, 40]), finding);
    }

    [Fact]
    public void Three_externals_of_six_are_not_at_parity()
    {
        var finding = Assert.Single(Panel.Check([.. Panel.Five(), Panel.Seat("p5", "employeeRepresentative")]));
        Assert.Equal(new Finding("CollegeParity", Severity.Error, Share, [1, 2]), finding);
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(2, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 0)]
    [InlineData(3, 6)]
    public void Larger_panels_grow_by_both_colleges_and_then_by_others(int k, int others)
    {
        List<PanelMember> panel =
        [
            .. Panel.Five(),
            .. Enumerable.Range(1, k - 1).Select(i => Panel.Seat($"employer{i}", "employerRepresentative")),
            .. Enumerable.Range(1, k - 1).Select(i => Panel.Seat($"employee{i}", "employeeRepresentative")),
            .. Enumerable.Range(1, others).Select(i => Panel.Seat($"other{i}", "trainer")),
        ];
        Assert.Empty(Panel.Check(panel));
    }

    [Fact]
    public void The_president_comes_from_outside_is_an_employer_and_is_appointed()
    {
        var panel = Panel.Five();
        panel[0] = panel[0] with { External = false, College = null, Appointed = false };
        Assert.Equal(["ExternalRequired", "CollegeRequired", "AppointmentRequired", "ExternalShare", "CollegeParity"], Panel.Broken(panel));
        Assert.Equal(["president", "p0", "employer"], Panel.Check(panel)[1].Arguments);
        panel[0] = panel[0] with { External = true, College = College.Employer };
        Assert.Equal(["AppointmentRequired"], Panel.Broken(panel));
    }

    [Fact]
    public void An_external_of_no_college_does_not_count()
    {
        var panel = Panel.Five();
        panel[1] = panel[1] with { College = null };
        Assert.Equal(["CollegeRequired", "ExternalShare", "CollegeParity"], Panel.Broken(panel));
        Assert.Equal([1, 5, 40], Panel.Check(panel)[1].Arguments);
    }

    [Fact]
    public void A_representative_from_inside_does_not_count()
    {
        var panel = Panel.Five();
        panel[1] = panel[1] with { External = false };
        Assert.Equal(["ExternalRequired", "ExternalShare", "CollegeParity"], Panel.Broken(panel));
    }

    [Fact]
    public void The_other_three_roles_never_count_as_external()
    {
        var panel = Panel.Of(Panel.FinalRoles[..5]).ConvertAll(member => member with { External = true, College = member.College ?? College.Employee });
        Assert.Empty(Panel.Check(panel));
        Assert.Equal(["ExternalShare"], Panel.Broken([.. panel, new("p5", "trainer", true, College.Employer, false)]));
    }

    [Fact]
    public void One_person_holds_one_role()
    {
        var panel = Panel.Five();
        panel[4] = panel[4] with { Person = "p3" };
        var finding = Assert.Single(Panel.Check(panel));
        Assert.Equal("OnePersonOneRole", finding.Rule);
        Assert.Equal(["p3", "trainer", "pedagogicManager"], finding.Arguments);
    }

    [Fact]
    public void There_is_one_president()
    {
        var finding = Assert.Single(Panel.Check([.. Panel.Five(), Panel.Seat("p5", "president"), Panel.Seat("p6", "employeeRepresentative")]));
        Assert.Equal("OneChairOnly", finding.Rule);
        Assert.Equal(["president", 2], finding.Arguments);
    }

    [Fact]
    public void A_role_of_another_jury_is_unknown() =>
        Assert.Equal(["UnknownRole", "ExternalShare"], Panel.Broken([.. Panel.Five(), new("p5", "professional", false, null, false)]));

    [Fact]
    public void An_empty_panel_is_nobody() => Assert.Equal(["NobodyPresent"], Panel.Broken([]));

    [Fact]
    public void Every_finding_quotes_the_sheet()
    {
        List<PanelMember> worst =
        [
            new("a", "president", false, null, false), new("a", "president", false, College.Employee, false), new("b", "cook", true, null, false),
            new("c", "employeeRepresentative", true, College.Employee, false), new("d", "employeeRepresentative", true, College.Employee, false),
        ];
        Assert.All(Panel.Check(worst), finding => Assert.Contains(
            Certifications.SheetWords.Plain(finding.Quotation), Certifications.SheetWords.Text, StringComparison.Ordinal));
    }
}

using JuryBot.Domain.Certifications;
using JuryBot.Domain.Panels;

namespace JuryBot.Domain.Tests.Panels;

public sealed class IndependenceOfJurors
{
    private static readonly Certification Rncp = Certification.Rncp31168;

    public static TheoryData<LinkKind, string> EveryLinkAndRole =>
        new(from link in Enum.GetValues<LinkKind>() from role in Panel.FinalRoles select (link, role));

    [Theory]
    [MemberData(nameof(EveryLinkAndRole))]
    public void For_experience_every_link_past_ones_included_keeps_everybody_off(LinkKind link, string role) =>
        Assert.Equal(LinkEffect.Blocking, Independence.Check(link, Rncp.Route("vae"), Rncp.Final.FindRole(role)!));

    [Theory]
    [InlineData(LinkKind.Family)]
    [InlineData(LinkKind.Hierarchical)]
    [InlineData(LinkKind.Business)]
    [InlineData(LinkKind.Employer)]
    public void Family_hierarchy_business_and_employment_keep_everybody_off_on_every_route(LinkKind link) =>
        Assert.All(
            from route in Rncp.Routes from role in Panel.FinalRoles select Independence.Check(link, route, Rncp.Final.FindRole(role)!),
            effect => Assert.Equal(LinkEffect.Blocking, effect));

    [Theory]
    [InlineData("trainer", LinkEffect.Institutional, LinkEffect.Institutional)]
    [InlineData("pedagogicManager", LinkEffect.Institutional, LinkEffect.Institutional)]
    [InlineData("directorRepresentative", LinkEffect.Institutional, LinkEffect.Blocking)]
    [InlineData("president", LinkEffect.Blocking, LinkEffect.Blocking)]
    [InlineData("employeeRepresentative", LinkEffect.Blocking, LinkEffect.Blocking)]
    public void The_trainer_and_the_pedagogic_manager_know_the_candidate_by_design(string role, LinkEffect trained, LinkEffect accompanied)
    {
        Assert.Equal(trained, Independence.Check(LinkKind.Trained, Rncp.Route("initial"), Rncp.Final.FindRole(role)!));
        Assert.Equal(accompanied, Independence.Check(LinkKind.Accompanied, Rncp.Route("initial"), Rncp.Final.FindRole(role)!));
    }

    [Theory]
    [InlineData(LinkKind.PastPersonal)]
    [InlineData(LinkKind.PastProfessional)]
    public void What_is_past_counts_for_experience_only(LinkKind link) =>
        Assert.Equal(LinkEffect.None, Independence.Check(link, Rncp.Route("continuing"), Rncp.Final.Chair));

    [Fact]
    public void The_worst_of_several_links_counts()
    {
        var trainer = Rncp.Final.FindRole("trainer")!;
        Assert.Equal(LinkEffect.None, Independence.Check([], Rncp.Route("vae"), trainer));
        Assert.Equal(LinkEffect.Institutional, Independence.Check([LinkKind.PastPersonal, LinkKind.Trained], Rncp.Route("initial"), trainer));
        Assert.Equal(LinkEffect.Blocking, Independence.Check([LinkKind.Trained, LinkKind.Family], Rncp.Route("initial"), trainer));
    }
}

using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Panels;
using JuryBot.Domain.Sessions;
using JuryBot.Domain.Tests.Exams;

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

    [Fact]
    public void Having_sat_on_a_jury_is_no_link_on_any_route()
    {
        // There is nothing of the kind to declare, and nothing is made of it.
        Assert.Equal(["Family", "Hierarchical", "Business", "Employer", "Trained", "Accompanied", "PastPersonal", "PastProfessional"], Enum.GetNames<LinkKind>());
        foreach (var route in Rncp.Routes.Where(route => route.Open))
        {
            var before = Heard(Sample.Final("camille") with { Id = "before" });
            var open = Heard(SittingVerbs.Convene(null, Sample.Final("camille") with { Id = "now" }, Rncp, Sample.Noon).State!).Opened();
            Assert.Equal(before.Panel.Select(m => m.Person), open.Judging(open.Exams[0]).Select(m => m.Person));
            var owed = Assert.Single(Owed.Of("toni", [before with { State = SittingState.Closed }, open], _ => Rncp));
            Assert.False(owed.Settled);
            Assert.Equal(LinkEffect.None, Independence.Check([], route, owed.Seat));

            Sitting Heard(Sitting sitting) => sitting.With(sitting.Exams[0] with { Route = route.Id });
        }
    }
}

using JuryBot.Domain.Certifications;
using JuryBot.Domain.Panels;
using JuryBot.Domain.People;

namespace JuryBot.Domain.Tests.People;

public sealed class Judging
{
    private static readonly Certification Rncp = Certification.Rncp31168;

    private static Person Linked(LinkKind kind) => new() { Id = "p1", Name = "Camille Martin", Mail = "camille@exemple.fr", Language = "fr", Links = [new Link("c1", kind)] };

    [Theory]
    [InlineData(LinkKind.Family, "initial", "trainer", false)]
    [InlineData(LinkKind.Trained, "initial", "trainer", true)]
    [InlineData(LinkKind.Trained, "initial", "president", false)]
    [InlineData(LinkKind.Trained, "vae", "trainer", false)]
    [InlineData(LinkKind.PastProfessional, "initial", "president", true)]
    [InlineData(LinkKind.PastProfessional, "vae", "president", false)]
    public void A_link_keeps_somebody_off_according_to_route_and_seat(LinkKind kind, string route, string role, bool may)
    {
        var seat = Rncp.Final.FindRole(role)!;
        Assert.Equal(may, Linked(kind).MayJudge("c1", Rncp.Route(route), seat));
        Assert.True(Linked(kind).MayJudge("c2", Rncp.Route(route), seat));
        Assert.False(Linked(kind).MayJudge("p1", Rncp.Route(route), seat));
    }
}

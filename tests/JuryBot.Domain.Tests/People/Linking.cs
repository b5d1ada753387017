using JuryBot.Domain.Panels;
using JuryBot.Domain.People;

namespace JuryBot.Domain.Tests.People;

public sealed class Linking
{
    private static readonly DateTimeOffset Now = new(2019, 7, 12, 12, 0, 0, TimeSpan.Zero);

    private static readonly Person Camille = new()
    {
        Id = "p1", Name = "Camille Martin", Mail = "camille@exemple.fr", EntraId = "e1", Language = "en", TimeZone = "Indian/Reunion", Roles = [PersonRole.Candidate],
        Links = [new Link("c1", LinkKind.Family), new Link("c2", LinkKind.Trained)],
    };

    [Fact]
    public void A_link_to_a_candidate_is_forgotten_with_the_candidate_and_the_others_stay()
    {
        Assert.Equal([new Link("c2", LinkKind.Trained)], PersonVerbs.Unlink(Camille, "c1").State!.Links);
        Assert.Same(Camille, PersonVerbs.Unlink(Camille, "c3").State);
    }

    [Fact]
    public void Revoking_links_holds_for_all_that_there_are()
    {
        var revoked = PersonVerbs.RevokeLinks(Camille, Now);
        Assert.Equal(Camille with { LinksRevokedAt = Now }, revoked.State);
        Assert.Equal([new DropLinks("p1", Now)], revoked.Effects);
    }
}

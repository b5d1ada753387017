using JuryBot.Domain.Panels;
using JuryBot.Domain.People;

namespace JuryBot.Domain.Tests.People;

public sealed class Registering
{
    private static readonly JurorProfile Professional = new(["president", "professional"], College.Employer, true, "Acme");

    private static readonly Person Camille = new()
    {
        Id = "p1", Name = "Camille Martin", Mail = "camille@exemple.fr", EntraId = "e1", Language = "fr", TimeZone = "Indian/Reunion", Roles = [PersonRole.Juror],
        Seeded = [PersonRole.Director], Juror = Professional, Links = [new Link("c1", LinkKind.Trained)], LinksRevokedAt = DateTimeOffset.UnixEpoch,
    };

    private static Decision<Person> Register(
        Person? known, string name = "Camille Martin", string? entraId = null, PersonRole role = PersonRole.Juror, JurorProfile? juror = null, IReadOnlyList<Link>? links = null) =>
        PersonVerbs.Register(known, "p1", name, "camille@exemple.fr", entraId, "fr", role, juror, links);

    [Fact]
    public void Somebody_new_is_who_the_roster_says_and_is_listed()
    {
        var registered = Register(null, entraId: "e1", juror: Professional, links: [new Link("c1", LinkKind.Family)]);
        Assert.Equal(
            new Person
            {
                Id = "p1", Name = "Camille Martin", Mail = "camille@exemple.fr", EntraId = "e1", Language = "fr", Roles = [PersonRole.Juror],
                Juror = Professional, Links = [new Link("c1", LinkKind.Family)],
            },
            registered.State);
        Assert.Equal([new IndexPerson("p1")], registered.Effects);
        Assert.Empty(Register(null).State!.Links);
    }

    [Fact]
    public void What_the_roster_does_not_say_stays_as_it_is_known()
    {
        var again = Register(Camille);
        Assert.Equal(Camille, again.State);
        Assert.Empty(again.Effects);
        var renamed = Register(Camille, name: "Camille Durand");
        Assert.Equal(Camille with { Name = "Camille Durand" }, renamed.State);
        Assert.Equal([new IndexPerson("p1")], renamed.Effects);
    }

    [Fact]
    public void What_the_roster_says_replaces_what_is_known_and_a_role_is_added_to_the_others()
    {
        var juror = Professional with { Employer = "Beta" };
        Assert.Equal(
            Camille with { EntraId = "e2", Juror = juror, Links = [], Roles = [PersonRole.Juror, PersonRole.Candidate] },
            Register(Camille, entraId: "e2", role: PersonRole.Candidate, juror: juror, links: []).State);
    }

    /// <summary>A change that made no difference would be lost: nothing is listed anew then.</summary>
    [Fact]
    public void Two_people_are_the_same_only_when_all_that_is_known_of_them_is()
    {
        Assert.Equal(Camille, Camille with { Roles = [PersonRole.Juror], Links = [new Link("c1", LinkKind.Trained)], Juror = Professional with { Capacities = ["professional", "president"] } });
        Person[] others =
        [
            Camille with { Id = "p2" }, Camille with { Name = "C" }, Camille with { Mail = "c@exemple.fr" }, Camille with { EntraId = null }, Camille with { Language = "en" },
            Camille with { TimeZone = null }, Camille with { LinksRevokedAt = null }, Camille with { Erased = new Erasure("director", DateTimeOffset.UnixEpoch, "Demande") },
            Camille with { Roles = [] }, Camille with { Seeded = [] }, Camille with { Juror = null }, Camille with { Links = [] },
            Camille with { Juror = Professional with { Capacities = ["president"] } }, Camille with { Juror = Professional with { College = College.Employee } },
            Camille with { Juror = Professional with { External = false } }, Camille with { Juror = Professional with { Employer = null } },
        ];
        Assert.All(others, other => Assert.NotEqual(Camille, other));
        Assert.False(Professional.Equals(null));
        Assert.False(Camille.Equals(null));
    }
}

using JuryBot.Domain.People;

namespace JuryBot.Domain.Tests.People;

public sealed class Seeding
{
    private static readonly Person Camille = new() { Id = "p1", Name = "Camille Martin", Mail = "camille@exemple.fr", EntraId = "e1", Language = "fr" };

    [Fact]
    public void A_role_is_given_once_and_what_was_taken_away_does_not_come_back()
    {
        var juror = Camille with { Roles = [PersonRole.Juror] };

        var seeded = PersonVerbs.Seed(juror, Camille, [PersonRole.Director]).State!;
        Assert.Equal([PersonRole.Director, PersonRole.Juror], seeded.Roles);

        var taken = seeded with { Roles = [PersonRole.Juror] };
        var again = PersonVerbs.Seed(taken, Camille, [PersonRole.Director]);
        Assert.Equal(taken, again.State);
        Assert.Empty(again.Effects);

        Assert.Equal([PersonRole.Coordinator, PersonRole.Juror], PersonVerbs.Seed(taken, Camille, [PersonRole.Coordinator, PersonRole.Director]).State!.Roles);
    }

    [Fact]
    public void Somebody_new_becomes_a_person_with_their_roles()
    {
        var seeded = PersonVerbs.Seed(null, Camille, [PersonRole.Coordinator]);
        Assert.Equal(Camille with { Roles = [PersonRole.Coordinator], Seeded = [PersonRole.Coordinator] }, seeded.State);
        Assert.Equal([new IndexPerson("p1")], seeded.Effects);
    }

    [Fact]
    public void An_account_is_noted_once_and_not_replaced_by_another()
    {
        Assert.Equal("e1", PersonVerbs.Seed(Camille with { EntraId = null }, Camille, []).State!.EntraId);
        Assert.Equal("e1", PersonVerbs.Seed(Camille, Camille with { EntraId = "e2" }, []).State!.EntraId);
    }
}

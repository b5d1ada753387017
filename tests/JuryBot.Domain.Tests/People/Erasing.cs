using JuryBot.Domain.Exams;
using JuryBot.Domain.Panels;
using JuryBot.Domain.People;
using JuryBot.Domain.Tests.Exams;

namespace JuryBot.Domain.Tests.People;

public sealed class Erasing
{
    private static readonly DateTimeOffset Now = Sample.Noon.AddDays(30);

    private static readonly Person Camille = new()
    {
        Id = "p1", Name = "Camille Martin", Mail = "camille@exemple.fr", EntraId = "e1", Language = "en", TimeZone = "Indian/Reunion", Roles = [PersonRole.Candidate],
        Links = [new Link("c1", LinkKind.Family), new Link("c2", LinkKind.Trained)],
    };

    private static readonly Sitting Over = Sample.Final("p1") with { State = SittingState.Closed, PublishedAt = Sample.Noon };

    private static Decision<Person> Erase(Person person, string? reason = "Demande du 3 mai", params Sitting[] sittings) =>
        PersonVerbs.Erase(person, sittings, "director", reason, "fr", Now);

    [Fact]
    public void Of_who_is_erased_only_that_it_was_done_is_kept()
    {
        var erased = Erase(Camille, " Demande du 3 mai ", Over, Over with { State = SittingState.Cancelled, PublishedAt = null });
        Assert.Equal(
            new Person { Id = "p1", Name = "—", Mail = "", Language = "fr", LinksRevokedAt = Now, Erased = new Erasure("director", Now, "Demande du 3 mai") },
            erased.State);
        Assert.Equal([new DropLinks("p1", Now), new ForgetPerson("p1")], erased.Effects);

        var again = Erase(erased.State!, "Une autre raison");
        Assert.Same(erased.State, again.State);
        Assert.Empty(again.Effects);
    }

    [Fact]
    public void Nobody_is_erased_without_a_reason_nor_while_somebody_waits_for_them_nor_in_office()
    {
        Assert.All(new[] { null, "", "  " }, reason => Assert.Equal(new Refusal("ErasureNeedsReason"), Erase(Camille, reason).Refusal));
        Assert.Equal(new Refusal("ErasureTooEarly", "Camille Martin", Sample.Noon), Erase(Camille, "Demande", Over, Sample.Final("p1")).Refusal);
        Assert.Equal("ErasureTooEarly", Erase(Camille, "Demande", Over with { PublishedAt = null }).Refusal!.Rule);
        Assert.All(new[] { PersonRole.Coordinator, PersonRole.Director }, office =>
            Assert.Equal(new Refusal("ErasureOfOffice", "Camille Martin"), Erase(Camille with { Roles = [PersonRole.Juror, office] }, "Demande").Refusal));
    }

    [Fact]
    public void Who_was_erased_comes_back_by_no_roster_and_no_directory()
    {
        var erased = Erase(Camille).State!;
        Assert.Equal(new Refusal("PersonErased"), PersonVerbs.Seed(erased, Camille, [PersonRole.Director]).Refusal);
        Assert.Equal(new Refusal("PersonErased"), PersonVerbs.Register(erased, "p1", "Camille Martin", "camille@exemple.fr", null, "fr", PersonRole.Candidate, null).Refusal);
    }

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

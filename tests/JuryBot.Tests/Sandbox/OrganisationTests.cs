using JuryBot.Sandbox;
using JuryBot.Sandbox.People;

namespace JuryBot.Tests.Sandbox;

public sealed class OrganisationTests
{
    [Fact]
    public async Task The_same_seed_gives_the_same_people_with_the_same_appointments()
    {
        var options = new TenantOptions { Start = new DateTimeOffset(2027, 1, 4, 7, 0, 0, TimeSpan.Zero) };
        await using var one = await Tenant.StartAsync(options);
        await using var two = await Tenant.StartAsync(options);
        Assert.Equal(one.Organisation.People.Select(person => (person.Id, person.Mail)), two.Organisation.People.Select(person => (person.Id, person.Mail)));
        Assert.Equal(Busy(one), Busy(two));

        static IEnumerable<DateTimeOffset> Busy(Tenant tenant) => tenant.Organisation.People.SelectMany(person => tenant.Calendars.All(person.Mail)).Select(item => item.Start);
    }

    [Fact]
    public void There_are_people_for_every_role_and_a_juror_and_a_candidate_without_an_account()
    {
        var organisation = new OrganisationGenerator(1).Generate(24, 15);
        Assert.Equal(24, organisation.Jurors.Count());
        foreach (var capacity in (string[])["president", "employeeRepresentative", "directorRepresentative", "trainer", "pedagogicManager", "professional"])
        {
            Assert.True(organisation.Jurors.Count(juror => juror.Capacities.Contains(capacity)) >= 4, capacity);
        }

        Assert.Equal([PersonKind.Juror, PersonKind.Candidate], organisation.People.Where(person => !person.HasAccount).Select(person => person.Kind));
        Assert.Contains("professional", Assert.Single(organisation.Jurors, juror => juror.CalendarIsHidden).Capacities);
        Assert.Equal(["initial", "continuing", "vae", "professionalisation"], organisation.Candidates.Select(candidate => candidate.Route).Distinct());
        Assert.Equal(organisation.People.Count, organisation.People.Select(person => person.Mail).Distinct().Count());
    }

    [Fact]
    public void Many_more_people_than_names_still_have_an_address_each()
    {
        var organisation = new OrganisationGenerator(2).Generate(1500, 1500);
        Assert.Equal(3003, organisation.People.Select(person => person.Mail).Distinct().Count());
    }
}

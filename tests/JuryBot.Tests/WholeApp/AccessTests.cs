using JuryBot.Tests.Azurite;

namespace JuryBot.Tests.WholeApp;

public sealed class AccessTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_juror_and_a_candidate_may_ask_who_they_are_and_nothing_else_and_each_office_keeps_to_its_own()
    {
        await using var house = await House.StartAsync(azurite);
        await Jury.WithRostersAsync(house);
        var (juror, candidate) = (house.Organisation.Jurors.First(), house.Organisation.Candidates.First());
        (await house.GetAsync(house.Director, "api/me")).Accepted();
        var before = (await house.GetAsync(house.Coordinator, "api/people")).Text;

        foreach (var (method, path) in Doors.Calls(house))
        {
            foreach (var person in new[] { juror, candidate })
            {
                var status = await Doors.TryAsync(house, person, method, path);
                Assert.True(status == (path == "api/me" ? 200 : 403), $"{person.Kind} {method} {path}: {status}");
            }
        }

        Assert.Equal(403, await Doors.TryAsync(house, house.Coordinator, HttpMethod.Post, "api/sessions/none/presidents"));
        Assert.Equal(403, await Doors.TryAsync(house, house.Director, HttpMethod.Post, "api/sittings/none/publication"));
        Assert.Equal(403, await Doors.TryAsync(house, house.Director, HttpMethod.Post, "api/rosters/jurors"));
        Assert.Equal(before, (await house.GetAsync(house.Coordinator, "api/people")).Text);
        Assert.Equal(404, (await house.GetAsync(house.Coordinator, "api/sittings/none")).Status);
        Assert.Equal(404, (await house.GetAsync(house.Coordinator, "api/candidates/none")).Status);
    }
}

using System.Text.Json.Nodes;
using JuryBot.Tests.Azurite;

namespace JuryBot.Tests.WholeApp;

/// <summary>Keys from outside that storage cannot have are answered in words.</summary>
public sealed class OddKeyTests(AzuriteFixture azurite)
{
    private static readonly string[] Odd = ["a%23b", "a%2Fb", "a%5Cb", "a%3Fb", "%01", new string('x', 600)];

    [Fact]
    public async Task An_address_that_names_nothing_storable_is_not_found()
    {
        await using var house = await House.StartAsync(azurite);
        foreach (var path in Odd.SelectMany(key => new[] { $"api/sittings/{key}", $"api/sessions/{key}", $"api/candidates/{key}" }))
        {
            Assert.Equal((path, 404), (path, (await house.GetAsync(house.Coordinator, path)).Status));
            Assert.Equal((path, 404), (path, (await house.PostAsync(house.Coordinator, $"{path}/problems/x/retry")).Status));
        }

        Assert.Equal(404, (await house.PostAsync(house.Coordinator, "api/sittings/a%23b/publication")).Status);
    }

    [Fact]
    public async Task A_request_or_a_card_that_names_nothing_storable_is_refused_in_words()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.OpenedAsync(house);
        var (juror, id, _) = (await jury.PanelAsync())[0];
        var candidate = (await jury.ExamsAsync())[0];
        Assert.Equal(409, (await house.PostAsync(house.Coordinator, $"api/sittings/{jury.Sitting}/replacements", new JsonObject { ["declined"] = id, ["substitute"] = "a/b" })).Status);
        foreach (var (list, value) in new[] { ("candidates", (string?)null), ("candidates", "a/b"), ("rooms", null) })
        {
            var request = Jury.Request("1", [candidate], ["room@exemple.fr"]);
            request[list] = new JsonArray(value);
            Assert.InRange((await house.PutAsync(house.Coordinator, $"api/sessions/{Guid.NewGuid():N}", request)).Status, 400, 499);
        }

        Assert.InRange((await house.PostAsync(house.Director, $"{jury.Session}/presidents", new JsonObject { ["people"] = new JsonArray((string?)null) })).Status, 400, 499);

        var (message, _) = jury.Find(juror, "sheet.submit", candidate)!.Value;
        foreach (var verb in new[] { "sheet.save", "sheet.submit", "sitting.open", "deliberation.open", "deliberation.decide" })
        {
            foreach (var (sitting, exam) in new[] { ("", candidate), ("a#b", candidate), (jury.Sitting, ""), (jury.Sitting, "a/b") })
            {
                var data = new JsonObject { ["v"] = 1, ["verb"] = verb, ["sitting"] = sitting, ["candidate"] = exam };
                Assert.NotNull(Jury.Sentence(await house.Tenant.Teams.SendAsync(juror, message, "Action.Execute", verb, null, data)));
            }
        }
    }
}

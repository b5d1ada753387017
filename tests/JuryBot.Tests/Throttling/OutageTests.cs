using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using JuryBot.Tests.Storage;
using JuryBot.Tests.WholeApp;
using Microsoft.Extensions.DependencyInjection;

namespace JuryBot.Tests.Throttling;

/// <summary>When something JuryBot needs does not answer: people are told, what is decided waits, and goes out by itself.</summary>
public sealed class OutageTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task While_Graph_does_not_answer_who_asks_is_told_and_what_is_decided_waits_without_being_given_up()
    {
        Front? front = null;
        await using var house = await House.StartAsync(azurite, adapt: async tenant => new() { ["Graph:BaseUrl"] = (front = await Front.StartAsync(tenant.Address)).Address.ToString() });
        await using var graph = front!;
        var circuit = house.App.Services.GetRequiredService<Circuits>().Graph;
        var jury = await Jury.WithRostersAsync(house);
        await jury.PlanAsync("1", house.Organisation.Candidates);

        // What Graph answered until now is long ago.
        await house.SettleAsync();
        await house.Tenant.Clock.AdvanceAsync(TimeSpan.FromMinutes(2));
        graph.Instead = _ => new Told(502);
        for (var i = 0; i < 8; i++)
        {
            var answer = await house.GetAsync(house.Coordinator, "api/rooms");
            Assert.Equal(503, answer.Status);
            Assert.StartsWith("Microsoft 365 ne répond pas pour l'instant.", answer["title"].ToString(), StringComparison.Ordinal);
        }

        Assert.True(circuit.IsOpen);
        var seen = graph.Seen.Count;
        Assert.Equal(503, (await house.GetAsync(house.Coordinator, "api/rooms")).Status);
        Assert.Equal(seen, graph.Seen.Count);

        (await house.ConveneAsync(jury.Session)).Accepted();
        // More looks whether it is back than attempts make a delivery poison.
        for (var looks = 1; looks <= 10; looks++)
        {
            await house.UntilAsync($"look {looks} whether Graph is back", () => graph.Seen.Count >= seen + looks);
        }

        Assert.True(circuit.IsOpen);
        Assert.DoesNotContain(house.Tenant.Calendars.All(house.Coordinator.Mail), e => e.IsOrganizer && e.Properties.Count > 0);

        graph.Instead = _ => null;
        await house.UntilAsync("every convocation", () => house.Tenant.Calendars.All(house.Coordinator.Mail).Count(e => e.IsOrganizer && e.Properties.Count > 0) == 4);
        Assert.False(circuit.IsOpen);
        (await house.GetAsync(house.Coordinator, "api/rooms")).Accepted();
        Assert.Empty(await house.App.Services.GetRequiredService<Poison>().ListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Each_replica_finds_out_for_itself_and_both_tell_people_the_same()
    {
        Front? front = null;
        await using var house = await House.StartAsync(azurite, adapt: async tenant => new() { ["Graph:BaseUrl"] = (front = await Front.StartAsync(tenant.Address)).Address.ToString() });
        await using var graph = front!;
        var jury = await Jury.WithRostersAsync(house);
        await jury.PlanAsync("1", house.Organisation.Candidates);
        await using var second = await house.StartReplicaAsync();
        using var http = new HttpClient { BaseAddress = new Uri(second.Urls.Single()) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", house.Tenant.Tokens.User(house.Coordinator));
        var circuits = new[] { house.App, second }.Select(app => app.Services.GetRequiredService<Circuits>().Graph).ToArray();
        await house.SettleAsync();
        await house.Tenant.Clock.AdvanceAsync(TimeSpan.FromMinutes(2));

        graph.Instead = _ => new Told(502);
        string? told = null;
        for (var i = 0; i < 8; i++)
        {
            told = (await house.GetAsync(house.Coordinator, "api/rooms"))["title"].ToString();
        }

        Assert.StartsWith("Microsoft 365 ne répond pas pour l'instant.", told, StringComparison.Ordinal);
        Assert.Equal([true, false], circuits.Select(circuit => circuit.IsOpen));
        for (var i = 0; i < 8; i++)
        {
            using var answer = await http.GetAsync("api/rooms");
            Assert.Equal((503, told), ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["title"]!.ToString()));
        }

        Assert.Equal([true, true], circuits.Select(circuit => circuit.IsOpen));
        var seen = await house.SeenAsync(jury.Session);
        using (var convened = await http.PostAsJsonAsync($"{jury.Session}/convene", new { seen }))
        {
            Assert.True(convened.IsSuccessStatusCode);
            Assert.Contains("Microsoft Graph", Uri.UnescapeDataString(Assert.Single(convened.Headers.GetValues("JuryBot-Notice"))), StringComparison.Ordinal);
        }

        graph.Instead = _ => null;
        await house.UntilAsync("every convocation", () => house.Tenant.Calendars.All(house.Coordinator.Mail).Count(e => e.IsOrganizer && e.Properties.Count > 0) == 4);
        await house.UntilAsync("both to serve again", async () => (await house.GetAsync(house.Coordinator, "api/rooms")).Status == 200 && (await http.GetAsync("api/rooms")).IsSuccessStatusCode);
        Assert.Equal([false, false], circuits.Select(circuit => circuit.IsOpen));
    }

    [Fact]
    public async Task A_storage_that_refuses_is_tried_four_times_and_the_next_command_after_it_goes_through()
    {
        await using var host = await StorageHost.StartAsync(azurite);
        var refused = 0;
        host.Wire.BeforeAsync = request => request.Uri.Path.Contains(TableNames.Lookups, StringComparison.Ordinal) && Interlocked.Increment(ref refused) > 0 ? throw new RequestFailedException("refused") : Task.CompletedTask;

        await Assert.ThrowsAnyAsync<Exception>(() => host.Get<Lookups>().GetAsync("kind", "key"));
        Assert.Equal(4, refused);
        host.Wire.BeforeAsync = _ => Task.CompletedTask;
        Assert.Null(await host.Get<Lookups>().GetAsync("kind", "key"));
    }
}

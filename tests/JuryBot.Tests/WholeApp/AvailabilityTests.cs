using System.Text.Json.Nodes;
using JuryBot.Calendars;
using JuryBot.Domain.People;
using JuryBot.Identity;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using Microsoft.Extensions.DependencyInjection;

namespace JuryBot.Tests.WholeApp;

/// <summary>Unknown is not free, and nobody is in two places.</summary>
public sealed class AvailabilityTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset WindowStart = new(2026, 10, 12, 0, 0, 0, TimeSpan.Zero), WindowEnd = WindowStart.AddDays(3);

    [Fact]
    public async Task A_calendar_that_cannot_be_read_or_is_left_out_of_the_answer_is_unknown()
    {
        await using var house = await House.StartAsync(azurite);
        var (known, unknown) = (house.Organisation.Jurors.First().Mail, "nobody@metiers-culture.example");
        var busy = await house.App.Services.GetRequiredService<JuryCalendar>().GetBusyAsync(
            house.Coordinator.Mail, [known, unknown], WindowStart.DateTime, WindowEnd.DateTime, CancellationToken.None);
        Assert.NotNull(busy[known]);
        Assert.Null(busy[unknown]);

        using var silent = new HttpClient(new Silent());
        var graph = new Microsoft.Graph.GraphServiceClient(silent, new Microsoft.Kiota.Abstractions.Authentication.AnonymousAuthenticationProvider());
        var calendar = new JuryCalendar(
            graph,
            new GraphBatches(graph, house.App.Services.GetRequiredService<Slots>(), house.Tenant.Clock),
            house.App.Services.GetRequiredService<Configuration.OrganisationSettings>());
        Assert.Null((await calendar.GetBusyAsync("x", [known], WindowStart.DateTime, WindowEnd.DateTime, CancellationToken.None))[known]);
    }

    [Fact]
    public async Task Nothing_is_planned_on_a_candidate_whose_calendar_cannot_be_read_and_the_coordinator_is_told()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.WithRostersAsync(house);
        var candidate = house.Organisation.Candidates.Single(c => !c.HasAccount);
        await house.App.Services.GetRequiredService<Store>().ExecuteAsync(
            Aggregates.People, jury.IdOf(candidate), new Command("test.account", "test"), person => person! with { EntraId = Guid.NewGuid().ToString() });
        await house.App.Services.GetRequiredService<PeopleRegister>().IndexAsync(jury.IdOf(candidate));

        var session = await jury.AskForPlanAsync("1", [candidate]);

        Assert.Equal("draft", session["state"].ToString());
        Assert.Contains($"L'agenda de {candidate.Name} ne se lit pas", session["planProblem"].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_candidate_without_an_account_is_not_planned_where_another_sitting_has_them()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.WithRostersAsync(house);
        var candidate = house.Organisation.Candidates.Single(c => !c.HasAccount);
        var reservations = house.App.Services.GetRequiredService<Reservations>();
        await reservations.PutAsync(jury.IdOf(candidate), WindowStart, WindowEnd, "elsewhere");
        Assert.Equal("draft", (await jury.AskForPlanAsync("1", [candidate]))["state"].ToString());

        // Why is written in the coordinator's language, not the organisation's.
        var me = (await house.GetAsync(house.Coordinator, "api/me"))["person"].ToString();
        await house.App.Services.GetRequiredService<Store>().ExecuteAsync(Aggregates.People, me, new Command("test.language", "test"), person => person! with { Language = "en" });
        await house.App.Services.GetRequiredService<PeopleRegister>().IndexAsync(me);
        var why = (await jury.AskForPlanAsync("1", [candidate]))["planProblem"].ToString();
        Assert.StartsWith("No sitting fits.", why, StringComparison.Ordinal);
        Assert.Contains("The candidates are away", why, StringComparison.Ordinal);

        await reservations.DeleteAsync(jury.IdOf(candidate), "elsewhere");
        Assert.Equal("planned", (await jury.AskForPlanAsync("1", [candidate]))["state"].ToString());
    }

    [Fact]
    public async Task A_sitting_that_takes_who_another_already_has_says_so_and_a_substitute_who_is_held_is_refused()
    {
        await using var house = await House.StartAsync(azurite);
        var first = await Jury.WithRostersAsync(house);
        var second = new Jury(house, first);
        var candidates = house.Organisation.Candidates.ToList();
        await first.PlanAsync("1", candidates.Take(1));
        await second.PlanAsync("2", candidates.Skip(1).Take(1));
        await first.ConveneAsync();
        await house.SettleAsync();
        await second.ConveneAsync(unseen: true);

        var shared = (await first.PanelAsync()).Select(m => m.Person).Intersect((await second.PanelAsync()).Select(m => m.Person)).ToList();
        Assert.NotEmpty(shared);
        await house.UntilAsync("the problems", async () => (await second.ReadAsync())["problems"].AsArray().Count > shared.Count);
        var room = (await second.ReadAsync())["roomName"].ToString();
        var problems = (await second.ReadAsync())["problems"].AsArray().Select(p => p!["text"]!.ToString()).ToList();
        Assert.All(shared.Select(p => p.Name).Append(room), who => Assert.Contains(problems, p => p.StartsWith($"{who} est déjà pris", StringComparison.Ordinal) && p.Contains(room, StringComparison.Ordinal)));
        Assert.Empty((await first.ReadAsync())["problems"].AsArray());

        var leaving = (await first.PanelAsync())[^1];
        var substitute = (await house.GetAsync(house.Coordinator, $"api/sittings/{first.Sitting}/substitutes/{leaving.Id}")).Accepted().Body[0]!["person"]!.ToString();
        var start = DateTimeOffset.Parse((await first.ReadAsync())["start"].ToString(), System.Globalization.CultureInfo.InvariantCulture);
        await house.App.Services.GetRequiredService<Reservations>().PutAsync(substitute, start, start.AddMinutes(30), "elsewhere");
        var refused = await house.PostAsync(house.Coordinator, $"api/sittings/{first.Sitting}/replacements", new JsonObject { ["declined"] = leaving.Id, ["substitute"] = substitute });
        Assert.Equal((409, "urn:jurybot:refusal:HeldElsewhere"), (refused.Status, refused["type"].ToString()));
    }

    /// <summary>Answers every question with an empty list.</summary>
    private sealed class Silent : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new StringContent("""{"value":[]}""", System.Text.Encoding.UTF8, "application/json") });
    }
}

using System.Net.Http.Json;
using System.Text.Json.Nodes;
using JuryBot.Domain.Mailboxes;
using JuryBot.Sandbox.Wire;
using JuryBot.Tests.Azurite;

namespace JuryBot.Tests.WholeApp;

/// <summary>How JuryBot hears of changes: subscriptions made, renewed and made again, notifications taken from Graph alone, and what was lost caught all the same.</summary>
public sealed class NotificationTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task What_was_not_notified_is_read_when_Graph_says_so_when_it_removes_the_subscription_and_at_the_next_sweep()
    {
        await using var stand = await OutlookStand.StartAsync(azurite);
        var (house, jury, graph) = (stand.House, stand.Jury, stand.House.Tenant.Subscriptions);
        var panel = await jury.PanelAsync();
        graph.Dropping = true;
        Decline(0);
        graph.Say(graph.All[0].Id, "missed");
        await stand.ToldAsync(OutlookStand.Says($"{OutlookStand.Named(panel[0].Person)} ("));

        var first = graph.All[0].Id;
        Decline(1);
        graph.Remove(first);
        await stand.ToldAsync(OutlookStand.Says($"{OutlookStand.Named(panel[1].Person)} ("));
        Assert.NotEqual(first, Assert.Single(graph.All).Id);

        // Nobody says anything: it is read all the same, and the answer of whoever was never asked again stands.
        Assert.True(house.Tenant.Calendars.CallOff(house.JuryMailbox, stand.Theirs!.Id));
        await house.Tenant.Clock.AdvanceAsync(WatchVerbs.SweepBeside);
        await stand.ToldAsync(m => m.Card!.Action("event.restore") is not null);
        Assert.Empty(house.Tenant.Counters.Violations);

        void Decline(int member) => Assert.True(house.Tenant.Calendars.Respond(panel[member].Person.Mail, jury.Invitation(panel[member].Person)!, "declined"));
    }

    [Fact]
    public async Task A_subscription_is_renewed_before_it_ends_and_made_again_when_it_ended_during_a_stop()
    {
        await using var stand = await OutlookStand.StartAsync(azurite, day: 26);
        var (house, graph) = (stand.House, stand.House.Tenant.Subscriptions);
        var (id, expires) = (graph.All[0].Id, graph.All[0].Expires);
        await house.Tenant.Clock.AdvanceToAsync(expires - WatchVerbs.RenewalLead);
        await house.UntilAsync("the renewal", () => graph.All[0].Expires > expires);
        Assert.Equal(id, Assert.Single(graph.All).Id);

        graph.Say(id, "reauthorizationRequired");
        var renewed = graph.All[0].Expires;
        await house.Tenant.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));
        await house.UntilAsync("the renewal that was asked for", () => graph.All[0].Expires > renewed);

        // One that Graph will not renew is made anew, as one it does not know.
        house.Tenant.Wire.Hook = (request, moment) =>
            Task.FromResult(moment == Moment.Before && request.Method == "PATCH" && request.Target.Contains("subscriptions", StringComparison.Ordinal) ? new Interference(403) : null);
        graph.Say(id, "reauthorizationRequired");
        await house.Tenant.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));
        await house.UntilAsync("one in its place", () => graph.All is [{ } one] && one.Id != id);
        house.Tenant.Wire.Hook = null;
        id = graph.All[0].Id;

        await house.Tenant.Clock.AdvanceToAsync(graph.All[0].Expires);
        await house.UntilAsync("another subscription", () => graph.All is [{ } one] && one.Id != id && one.Expires > house.Tenant.Clock.GetUtcNow());
        await house.SettleAsync();
        Assert.Single(graph.All);
        Assert.Empty(house.Tenant.Counters.Violations);
        Assert.True((await house.VerifyAsync()).Ok);
    }

    [Fact]
    public async Task Only_who_knows_the_secret_is_heard_and_the_handshake_gives_back_the_token_as_plain_text()
    {
        await using var stand = await OutlookStand.StartAsync(azurite);
        var (house, subscription) = (stand.House, stand.House.Tenant.Subscriptions.All[0]);
        var secret = subscription.ClientState!;
        Assert.DoesNotContain(await house.RowsAsync(), row => row.Row.Contains(secret, StringComparison.Ordinal));
        var watch = Assert.Single(await AllAsync());
        var head = await stand.Store.LedgerHeadAsync(Aggregates.Mailboxes.Table, watch);

        foreach (var (id, state) in new (string?, string?)[] { (subscription.Id, "wrong"), (subscription.Id, null), (subscription.Id, ""), ("nobody", secret), (null, secret), ("a/b#c", secret), (new string('x', 5000), secret) })
        {
            Assert.Equal(202, await SayAsync("events", new JsonObject { ["value"] = new JsonArray(new JsonObject { ["subscriptionId"] = id, ["clientState"] = state, ["changeType"] = "updated" }) }));
            Assert.Equal(202, await SayAsync("lifecycle", new JsonObject { ["value"] = new JsonArray(new JsonObject { ["subscriptionId"] = id, ["clientState"] = state, ["lifecycleEvent"] = "subscriptionRemoved" }) }));
        }

        Assert.Equal(400, await SayAsync("events", new JsonObject { ["value"] = "x" }));
        Assert.Equal(400, await SayAsync("events", new JsonObject()));
        Assert.Equal(400, await SayAsync("events", new JsonObject { ["value"] = new JsonArray([.. Enumerable.Range(0, 1001).Select(_ => (JsonNode)new JsonObject())]) }));
        Assert.Equal(413, await SayAsync("events", new JsonObject { ["value"] = new string('x', 2_000_000) }));
        Assert.Equal(head, await stand.Store.LedgerHeadAsync(Aggregates.Mailboxes.Table, watch));
        Assert.Equal(202, await SayAsync("events", new JsonObject { ["value"] = new JsonArray(null, new JsonObject { ["subscriptionId"] = subscription.Id, ["clientState"] = secret }) }));
        Assert.NotEqual(head, await stand.Store.LedgerHeadAsync(Aggregates.Mailboxes.Table, watch));

        using var http = new HttpClient();
        const string token = "<script>alert(1)</script> é+&%";
        using var shaken = await http.PostAsync(new Uri(house.Address, $"notifications/events?validationToken={Uri.EscapeDataString(token)}"), null);
        Assert.Equal((200, "text/plain", token), ((int)shaken.StatusCode, shaken.Content.Headers.ContentType!.MediaType, await shaken.Content.ReadAsStringAsync()));
        Assert.Contains("nosniff", shaken.Headers.GetValues("X-Content-Type-Options"));
        using var endless = await http.PostAsync(new Uri(house.Address, $"notifications/events?validationToken={new string('x', 5000)}"), null);
        Assert.Equal(400, (int)endless.StatusCode);

        async Task<int> SayAsync(string door, JsonObject body) => (await house.SendAsync(null, HttpMethod.Post, $"notifications/{door}", JsonContent.Create(body))).Status;

        async Task<List<string>> AllAsync() => await stand.Store.PartitionsAsync(Aggregates.Mailboxes).ToListAsync();
    }

    [Fact]
    public async Task Where_Graph_does_not_reach_JuryBot_calendars_are_read_every_quarter_of_an_hour()
    {
        await using var stand = await OutlookStand.StartAsync(azurite, new() { ["Graph:NotificationUrl"] = "https://localhost:1/notifications" }, subscriptions: 0);
        var (house, jury) = (stand.House, stand.Jury);
        Assert.True(house.Tenant.Calendars.CallOff(house.JuryMailbox, stand.Theirs!.Id));
        await house.Tenant.Clock.AdvanceAsync(WatchVerbs.SweepAlone);
        await stand.ToldAsync(m => m.Card!.Action("event.restore")?.Data["candidate"]?.ToString() == jury.IdOf(stand.Candidate));
    }

    [Fact]
    public async Task Two_replicas_keep_one_subscription_and_tell_once()
    {
        await using var stand = await OutlookStand.StartAsync(azurite);
        var (house, jury) = (stand.House, stand.Jury);
        await using var other = await house.StartReplicaAsync();
        var panel = await jury.PanelAsync();
        Assert.True(house.Tenant.Calendars.Respond(panel[0].Person.Mail, jury.Invitation(panel[0].Person)!, "declined"));
        await stand.ToldAsync(OutlookStand.Says($"{OutlookStand.Named(panel[0].Person)} ("));
        await house.Tenant.Clock.AdvanceToAsync(house.Tenant.Subscriptions.All[0].Expires - WatchVerbs.RenewalLead);
        await house.SettleAsync();
        Assert.Single(house.Tenant.Subscriptions.All);
        Assert.Equal(1, stand.Told($"{OutlookStand.Named(panel[0].Person)} ("));
        Assert.True((await house.VerifyAsync()).Ok);
        Assert.Empty(house.Tenant.Counters.Violations);
        await other.StopAsync();
    }
}

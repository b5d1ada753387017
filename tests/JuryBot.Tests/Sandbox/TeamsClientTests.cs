using System.Text.Json.Nodes;
using JuryBot.Sandbox;
using JuryBot.Sandbox.Processes;
using JuryBot.Sandbox.Teams;
using Microsoft.IdentityModel.JsonWebTokens;

namespace JuryBot.Tests.Sandbox;

public sealed class TeamsClientTests
{
    [Fact]
    public async Task The_app_is_installed_for_everybody_with_an_account()
    {
        await using var harness = await Harness.StartAsync();
        await using var bot = await RecordingBot.StartAsync();
        harness.Tenant.JuryBots.Addresses = [bot.Address];
        await harness.Tenant.Teams.InstallEverywhereAsync();
        var people = harness.Organisation.People.Where(person => person.HasAccount).ToList();
        Assert.All(people, person => Assert.True(harness.Tenant.Chats.IsInstalled(person)));
        Assert.Equal(2 * people.Count, bot.Received.Count);
        Assert.Equal(people.Count, bot.Received.Count(received => received.Activity["type"]!.GetValue<string>() == "installationUpdate"));
        Assert.All(bot.Received, received => Assert.Equal(received.Activity["serviceUrl"]!.GetValue<string>(), new JsonWebToken(received.Token).GetClaim("serviceurl").Value));
    }

    [Fact]
    public async Task Executing_a_cards_action_sends_its_data_with_the_inputs_and_the_answers_card_takes_its_place()
    {
        await using var harness = await Harness.StartAsync();
        await using var bot = await RecordingBot.StartAsync();
        var (tenant, juror) = (harness.Tenant, harness.Juror);
        tenant.JuryBots.Addresses = [bot.Address];
        bot.Answer = _ => (200, new JsonObject { ["statusCode"] = 200, ["type"] = "application/vnd.microsoft.card.adaptive", ["value"] = new JsonObject { ["type"] = "AdaptiveCard", ["version"] = "1.5" } });
        tenant.Chats.Install(juror, true);
        using var posted = await harness.TeamsAsync(HttpMethod.Post, $"/{juror.ConversationId}/activities", Harness.CardMessage(ReceivedCardTests.Sheet()));

        var message = tenant.Chats.Cards(juror)[0];
        var answer = await tenant.Teams.PressAsync(juror, message.Id, message.Card!.Action("sheet.submit")!, new Dictionary<string, string> { ["j.1"] = "acquired" });
        Assert.Equal(200, answer.Body!["statusCode"]!.GetValue<int>());
        var activity = Assert.Single(bot.Received).Activity;
        Assert.Equal(("invoke", "adaptiveCard/action", message.Id), ((string)activity["type"]!, (string)activity["name"]!, (string)activity["replyToId"]!));
        Assert.Equal(juror.Id, (string)activity["from"]!["aadObjectId"]!);
        Assert.Equal(("sheet.submit", "s1", "acquired", "12"), ((string)activity["value"]!["action"]!["verb"]!, (string)activity["value"]!["action"]!["data"]!["sitting"]!, (string)activity["value"]!["action"]!["data"]!["j.1"]!, (string)activity["value"]!["action"]!["data"]!["m.1"]!));
        Assert.Empty(tenant.Chats.Cards(juror)[0].Card!.Actions);
        Assert.Equal(2, tenant.Counters.Cards);
    }

    [Fact]
    public async Task Submitting_a_card_is_a_message_with_a_value()
    {
        await using var harness = await Harness.StartAsync();
        await using var bot = await RecordingBot.StartAsync();
        harness.Tenant.JuryBots.Addresses = [bot.Address];
        await harness.Tenant.Teams.SendAsync(harness.Juror, "1700000000000", "Action.Submit", null, null, new JsonObject { ["verb"] = "sheet.submit" });
        var activity = Assert.Single(bot.Received).Activity;
        Assert.Equal(("message", "sheet.submit", "1700000000000"), ((string)activity["type"]!, (string)activity["value"]!["verb"]!, (string)activity["replyToId"]!));
        Assert.Null(activity["text"]);
    }

    [Fact]
    public async Task An_activity_is_delivered_again_with_its_id_once_JuryBot_is_back()
    {
        await using var harness = await Harness.StartAsync();
        var address = new Uri($"http://localhost:{Ports.Choose()}/");
        harness.Tenant.JuryBots.Addresses = [address];
        var saying = harness.Tenant.Teams.SayAsync(harness.Juror, "aide");
        Assert.False(harness.Tenant.Wire.QuietFor(TimeSpan.Zero));
        await using var bot = await RecordingBot.StartAsync(address);
        var failures = 1;
        bot.Answer = _ => (Interlocked.Decrement(ref failures) >= 0 ? 503 : 202, null);
        Assert.Equal(202, (await saying).Status);
        Assert.Equal(2, bot.Received.Count);
        Assert.Single(bot.Received.Select(received => (string)received.Activity["id"]!).Distinct());
        Assert.True(harness.Tenant.Counters.Redeliveries > 0);
        await harness.Tenant.Wire.WhenQuietAsync(TimeSpan.FromMilliseconds(20));
    }

    [Fact]
    public async Task An_activity_nobody_takes_is_given_up_after_a_while()
    {
        await using var harness = await Harness.StartAsync(new TenantOptions { Jurors = 6, Candidates = 2, RedeliverFor = TimeSpan.FromMilliseconds(300) });
        harness.Tenant.JuryBots.Addresses = [new Uri($"http://localhost:{Ports.Choose()}/")];
        Assert.Equal(0, (await harness.Tenant.Teams.SayAsync(harness.Juror, "aide")).Status);
    }
}

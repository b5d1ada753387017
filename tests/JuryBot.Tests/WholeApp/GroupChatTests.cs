using System.Text.Json.Nodes;
using JuryBot.Sandbox.People;
using JuryBot.Sandbox.Teams;
using JuryBot.Tests.Azurite;

namespace JuryBot.Tests.WholeApp;

public sealed class GroupChatTests(AzuriteFixture azurite)
{
    private const string InPrivate = "Écrivez-moi en privé : je ne réponds qu'en tête-à-tête.";

    [Theory]
    [InlineData("groupChat")]
    [InlineData("channel")]
    [InlineData(null)]
    public async Task Nothing_is_told_or_done_anywhere_but_one_to_one_and_people_stay_reached_where_they_were(string? kind)
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.WithRostersAsync(house);
        await jury.PlanAsync("1", house.Organisation.Candidates.Take(1));
        await jury.ConveneAsync();
        await jury.AnswerAsync();
        await jury.ComeAsync();
        var chair = await jury.ChairAsync();
        var stranger = await jury.StrangerAsync();
        await house.UntilAsync("the card that opens the sitting", () => jury.Find(chair, "sitting.open") is not null);
        await house.SettleAsync();
        var (message, open) = jury.Find(chair, "sitting.open")!.Value;
        var (before, heard) = (await house.SnapshotAsync(), house.Tenant.Chats.Of(stranger).Count);

        // The stranger's chat stands for a group that the chair is in.
        var activities = new Activities(house.Tenant);
        JsonObject[] said =
        [
            activities.Text(chair, "1", "mes jurys"), activities.Installation(chair, "2", "add"), activities.Joined(chair, "3"),
            activities.Submit(chair, "4", message, open.Fill()), activities.Installation(chair, "5", "remove"),
        ];
        foreach (var activity in said)
        {
            Assert.True((await house.Tenant.Teams.DeliverAsync(InGroup(activity, stranger, kind))).IsSuccess);
        }

        var pressed = await house.Tenant.Teams.DeliverAsync(InGroup(activities.Execute(chair, "f:6", message, open.Verb, open.Id, open.Fill()), stranger, kind));

        Assert.Equal(InPrivate, Jury.Sentence(pressed));
        Assert.All(house.Tenant.Chats.Of(stranger).Skip(heard), m => Assert.Equal((InPrivate, null), (m.Text, m.Card)));
        Assert.Equal(heard + 3, house.Tenant.Chats.Of(stranger).Count);
        Assert.Equal(before, await house.SnapshotAsync());

        Assert.False(Jury.IsRefusal(await jury.PressAsync(chair, "sitting.open", null)));
        var candidate = (await jury.ExamsAsync())[0];
        await house.UntilAsync("the chair's sheet where it always came", () => jury.Find(chair, "sheet.submit", candidate) is not null);
    }

    private static JsonObject InGroup(JsonObject activity, Person group, string? kind)
    {
        activity["conversation"]!["id"] = group.ConversationId;
        activity["conversation"]!["conversationType"] = kind;
        return activity;
    }
}

using System.Text.Json.Nodes;
using JuryBot.Sandbox.People;
using JuryBot.Sandbox.Teams;

namespace JuryBot.Tests.WholeApp;

/// <summary>What Teams may bring besides a first message and a first press.</summary>
public sealed class ChannelTests(SharedHouse shared) : IClassFixture<SharedHouse>
{
    private House House => shared.House;

    private Person Somebody(int number) => House.Organisation.Jurors.ElementAt(number);

    [Fact]
    public async Task A_message_and_an_installation_brought_again_are_answered_once()
    {
        var person = Somebody(0);
        var activities = new Activities(House.Tenant);
        foreach (var activity in new[] { activities.Text(person, "said", "aide"), activities.Installation(person, "installed", "add") })
        {
            var heard = House.Tenant.Chats.Of(person).Count;
            for (var time = 0; time < 3; time++)
            {
                Assert.Equal(200, (await House.Tenant.Teams.DeliverAsync(activity)).Status);
            }

            Assert.Equal(heard + 1, House.Tenant.Chats.Of(person).Count);
        }
    }

    [Fact]
    public async Task The_same_words_said_again_are_answered_again()
    {
        var person = Somebody(1);
        var activities = new Activities(House.Tenant);
        var heard = House.Tenant.Chats.Of(person).Count;

        await House.Tenant.Teams.DeliverAsync(activities.Text(person, "first", "aide"));
        await House.Tenant.Teams.DeliverAsync(activities.Text(person, "second", "aide"));

        Assert.Equal(heard + 2, House.Tenant.Chats.Of(person).Count);
    }

    [Theory]
    [InlineData("task/fetch")]
    [InlineData("task/submit")]
    public async Task A_dialog_is_answered_as_dialogs_are(string name)
    {
        foreach (var data in new JsonNode?[] { new JsonObject { ["verb"] = "nothing" }, new JsonObject(), JsonValue.Create(5), null })
        {
            var answer = await House.Tenant.Teams.DeliverAsync(Invoke(Somebody(2), name, new JsonObject { ["data"] = data?.DeepClone() }));

            Assert.Equal((200, "message"), (answer.Status, answer.Body!["task"]!["type"]!.ToString()));
            Assert.NotEmpty(answer.Body["task"]!["value"]!.ToString());
        }
    }

    [Fact]
    public async Task An_unknown_invoke_is_not_implemented() =>
        Assert.Equal(501, (await House.Tenant.Teams.DeliverAsync(Invoke(Somebody(2), "composeExtension/query", new JsonObject()))).Status);

    [Theory]
    [InlineData("event")]
    [InlineData("typing")]
    [InlineData("messageReaction")]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    [InlineData("somethingNew")]
    public async Task Other_activities_are_taken_without_a_word(string type)
    {
        var person = Somebody(3);
        var activity = new Activities(House.Tenant).Text(person, $"{type}-1", "aide");
        activity["type"] = type;
        var heard = House.Tenant.Chats.Of(person).Count;

        var answer = await House.Tenant.Teams.DeliverAsync(activity);

        Assert.Equal((200, null), (answer.Status, answer.Body));
        Assert.Equal(heard, House.Tenant.Chats.Of(person).Count);
    }

    [Theory]
    [InlineData("../../people")]
    [InlineData("{3f2504e0-4f89-11d3-9a0c-0305e82c3301}")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Who_has_no_id_of_the_directory_is_nobody(string? id)
    {
        var activity = new Activities(House.Tenant).Text(Somebody(4), $"odd-{id}", "aide");
        activity["from"]!["aadObjectId"] = id;

        Assert.Equal(200, (await House.Tenant.Teams.DeliverAsync(activity)).Status);
    }

    private JsonObject Invoke(Person person, string name, JsonObject value)
    {
        var activity = new Activities(House.Tenant).Execute(person, $"f:{Guid.NewGuid()}", "1", null, null, []);
        (activity["name"], activity["value"]) = (name, value);
        return activity;
    }
}

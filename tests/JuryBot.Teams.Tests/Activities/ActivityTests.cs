using System.Text.Json;

namespace JuryBot.Teams.Tests;

public sealed class ActivityTests
{
    [Fact]
    public void A_reference_keeps_what_writing_later_needs()
    {
        var reference = Read("message", """ "text":"x" """).GetConversationReference();

        Assert.Equal(
            ("a:ana", "https://smba.trafficmanager.net/emea/", "28:" + Bot.AppId, "29:ana", "msteams", Bot.TenantId, "1700000000000"),
            (reference.Conversation.Id, reference.ServiceUrl, reference.Bot?.Id, reference.User?.Id, reference.ChannelId, reference.TenantId, reference.ActivityId));
    }

    [Fact]
    public void The_tenant_is_found_in_the_channels_data()
    {
        var activity = Read("message", """ "text":"x" """);

        Assert.Equal(Bot.TenantId, (activity with { Conversation = activity.Conversation! with { TenantId = null } }).GetTenantId());
        Assert.Null((activity with { Conversation = activity.Conversation with { TenantId = null }, ChannelData = TeamsJson.ToElement("odd") }).GetTenantId());
    }

    [Fact]
    public void Members_who_came_and_went_are_read()
    {
        var activity = Read("conversationUpdate", """ "membersAdded":[{"id":"28:bot"},{"id":"29:bo"}],"membersRemoved":[{"id":"29:cy"}] """);

        Assert.Equal(["28:bot", "29:bo"], activity.MembersAdded!.Select(member => member.Id));
        Assert.Equal("29:cy", Assert.Single(activity.MembersRemoved!).Id);
    }

    [Fact]
    public void The_mention_of_the_bot_is_taken_out_of_the_text()
    {
        var activity = Read("message", $$"""
            "text":"<at>JuryBot</at> mes jurys de <at>Bo</at>\n",
            "entities":[
              {"type":"mention","mentioned":{"id":"28:{{Bot.AppId}}"},"text":"<at>JuryBot</at>"},
              {"type":"mention","mentioned":{"id":"29:bo"},"text":"<at>Bo</at>"},
              {"type":"clientInfo","locale":"fr-FR"}, 5]
            """);

        Assert.Equal("mes jurys de <at>Bo</at>", activity.GetTextWithoutBotMention());
    }

    [Fact]
    public void A_message_survives_another_serializer()
    {
        var message = MessageFactory.Card(new() { Body = [new TextBlock("é") { Size = TextSize.ExtraLarge }] }, "Résumé");

        var kept = JsonSerializer.Deserialize<Activity>(JsonSerializer.Serialize(message))!;

        Assert.Equal(JsonSerializer.Serialize(message, TeamsJson.Options), JsonSerializer.Serialize(kept, TeamsJson.Options));
    }

    [Fact]
    public void A_message_with_a_card_is_written_as_the_channel_wants_it() => Assert.Equal(
        """{"type":"message","summary":"Résumé","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","$schema":"http://adaptivecards.io/schemas/adaptive-card.json","version":"1.5","body":[]}}]}""",
        JsonSerializer.Serialize(MessageFactory.Card(new(), "Résumé"), TeamsJson.Options));

    private static Activity Read(string type, string more) =>
        JsonSerializer.Deserialize<Activity>(Wire.Activity(type, "https://smba.trafficmanager.net/emea/", more), TeamsJson.Options)!;
}

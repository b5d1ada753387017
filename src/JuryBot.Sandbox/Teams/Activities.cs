using System.Globalization;
using System.Text.Json.Nodes;
using JuryBot.Sandbox.People;

namespace JuryBot.Sandbox.Teams;

/// <summary>Activities as Teams writes them.</summary>
internal sealed class Activities(Tenant tenant)
{
    public string BotId => $"28:{tenant.Organisation.AppId}";

    public JsonObject Text(Person person, string id, string text)
    {
        var activity = Activity("message", person, id);
        activity["text"] = text;
        activity["textFormat"] = "plain";
        return activity;
    }

    public JsonObject Submit(Person person, string id, string messageId, JsonObject data)
    {
        var activity = Activity("message", person, id);
        activity["replyToId"] = messageId;
        activity["value"] = data.DeepClone();
        return activity;
    }

    public JsonObject Execute(Person person, string id, string messageId, string? verb, string? actionId, JsonObject data)
    {
        var activity = Activity("invoke", person, id);
        activity["name"] = "adaptiveCard/action";
        activity["replyToId"] = messageId;
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["id"] = actionId, ["verb"] = verb, ["data"] = data.DeepClone() },
            ["trigger"] = "manual",
        };
        return activity;
    }

    /// <param name="action">add or remove.</param>
    public JsonObject Installation(Person person, string id, string action)
    {
        var activity = Activity("installationUpdate", person, id);
        activity["action"] = action;
        return activity;
    }

    public JsonObject Joined(Person person, string id)
    {
        var activity = Activity("conversationUpdate", person, id);
        activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = person.TeamsId, ["aadObjectId"] = person.Id }, new JsonObject { ["id"] = BotId });
        return activity;
    }

    private JsonObject Activity(string type, Person person, string id)
    {
        var now = tenant.Clock.GetUtcNow();
        var zone = TimeZoneInfo.FindSystemTimeZoneById(tenant.Organisation.TimeZone);
        var locale = person.Language == "fr" ? "fr-FR" : "en-GB";
        return new JsonObject
        {
            ["type"] = type, ["id"] = id,
            ["timestamp"] = now.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            ["localTimestamp"] = TimeZoneInfo.ConvertTime(now, zone).ToString("O", CultureInfo.InvariantCulture),
            ["localTimezone"] = tenant.Organisation.TimeZone, ["locale"] = locale,
            ["serviceUrl"] = tenant.ServiceUrl, ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = person.TeamsId, ["name"] = person.Name, ["aadObjectId"] = person.Id },
            ["recipient"] = new JsonObject { ["id"] = BotId, ["name"] = "JuryBot" },
            ["conversation"] = new JsonObject { ["conversationType"] = "personal", ["tenantId"] = tenant.Organisation.TenantId.ToString(), ["id"] = person.ConversationId },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant.Organisation.TenantId.ToString() } },
            ["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = locale, ["country"] = "FR", ["platform"] = "Web", ["timezone"] = tenant.Organisation.TimeZone }),
        };
    }
}

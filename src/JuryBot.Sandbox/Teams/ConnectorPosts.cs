using System.Text.Json.Nodes;
using JuryBot.Sandbox.People;

namespace JuryBot.Sandbox.Teams;

/// <summary>What JuryBot writes: new conversations, messages, changes to them.</summary>
internal sealed class ConnectorPosts(Tenant tenant, ConnectorLimits limits)
{
    /// <summary>Opens the chat of the one member named, by Teams id or (as Teams allows) Entra id.</summary>
    public IResult Open(JsonObject? body)
    {
        var members = body?["members"] as JsonArray ?? [];
        if (body is null || members.Count != 1 || (body["tenantId"] ?? body["channelData"]?["tenant"]?["id"])?.GetValue<string>() != tenant.Organisation.TenantId.ToString())
        {
            return ConnectorEndpoints.Refuse(400, "BadSyntax", "A personal conversation has one member and names its tenant.");
        }

        return tenant.Organisation.Find(members[0]?["id"]?.GetValue<string>()) is not { HasAccount: true } person || !tenant.Chats.IsInstalled(person) ? Blocked()
            : ConnectorEndpoints.Answer(201, new JsonObject { ["id"] = person.ConversationId, ["activityId"] = null, ["serviceUrl"] = tenant.ServiceUrl });
    }

    public IResult Post(HttpContext http, string conversation, JsonObject? activity) => Checked(http, conversation, activity, person =>
    {
        if (activity!["type"]?.GetValue<string>() == "typing")
        {
            return ConnectorEndpoints.Answer(200, new JsonObject { ["id"] = tenant.Chats.NewId() });
        }

        var attachments = Attachments(activity);
        tenant.Counters.Message();
        if (attachments.Exists(CardRules.IsCard))
        {
            tenant.Counters.Card();
        }

        var message = tenant.Chats.Add(person, "bot", activity["text"]?.GetValue<string>(), attachments);
        return ConnectorEndpoints.Answer(201, new JsonObject { ["id"] = message.Id });
    });

    public IResult Put(HttpContext http, string conversation, string id, JsonObject? activity) => Checked(http, conversation, activity, person =>
        tenant.Chats.Change(person, id, message => (message.Text, message.Attachments) = (activity!["text"]?.GetValue<string>(), Attachments(activity)))
            ? ConnectorEndpoints.Answer(200, new JsonObject { ["id"] = id })
            : ConnectorEndpoints.Refuse(404, "ActivityNotFoundInConversation", "The activity is not in the conversation."));

    public IResult Delete(HttpContext http, string conversation, string id) => Allowed(http, conversation, person =>
        tenant.Chats.Change(person, id, message => message.Deleted = true) ? Results.Ok()
            : ConnectorEndpoints.Refuse(404, "ActivityNotFoundInConversation", "The activity is not in the conversation."));

    private IResult Checked(HttpContext http, string conversation, JsonObject? activity, Func<Person, IResult> then)
    {
        if (activity?["type"]?.GetValue<string>() is not ("message" or "typing"))
        {
            return ConnectorEndpoints.Refuse(400, "BadSyntax", "Activity is null or of an unknown type.");
        }

        if (CardRules.IsTooLarge(activity))
        {
            tenant.Counters.Violation("teams.size");
            return ConnectorEndpoints.Refuse(413, "MessageSizeTooBig", "Message size too large.");
        }

        if (Attachments(activity).Where(CardRules.IsCard).Select(card => CardRules.Fault(card["content"])).FirstOrDefault(fault => fault is not null) is { } wrong)
        {
            tenant.Counters.Violation("teams.card");
            return ConnectorEndpoints.Refuse(400, "BadSyntax", wrong);
        }

        return Allowed(http, conversation, then);
    }

    private IResult Allowed(HttpContext http, string conversation, Func<Person, IResult> then)
    {
        if (tenant.Organisation.Find(conversation) is not { } person || person.ConversationId != conversation)
        {
            return ConnectorEndpoints.Refuse(404, "ConversationNotFound", "Conversation not found.");
        }

        return !tenant.Chats.IsInstalled(person) ? Blocked()
            : limits.Send(conversation) is { } wait ? ConnectorEndpoints.Throttled(http, wait)
            : then(person);
    }

    private static List<JsonObject> Attachments(JsonObject activity) =>
        [.. (activity["attachments"] as JsonArray ?? []).OfType<JsonObject>().Select(attachment => attachment.DeepClone().AsObject())];

    private static IResult Blocked() => ConnectorEndpoints.Refuse(403, "MessageWritesBlocked", "The bot is not part of the conversation roster.");
}

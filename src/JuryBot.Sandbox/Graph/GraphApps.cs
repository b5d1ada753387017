using System.Text.Json.Nodes;
using JuryBot.Sandbox.People;

namespace JuryBot.Sandbox.Graph;

/// <summary>Apps of people in Teams: JuryBot's is in the organisation's catalogue, under its application id.</summary>
internal sealed class GraphApps(Tenant tenant, string root)
{
    private string App => tenant.Organisation.AppId.ToString();

    /// <summary>Installs the app; Teams then tells the bot so, by itself.</summary>
    public GraphAnswer Install(string owner, GraphRequest request)
    {
        var person = tenant.Organisation.Find(owner)!;
        if (request.Body?["teamsApp@odata.bind"]?.GetValue<string>() is not { } bound || !bound.Equals($"{root}/appCatalogs/teamsApps/{App}", StringComparison.OrdinalIgnoreCase))
        {
            return GraphAnswer.Error(404, "NotFound", "App definition not found in the catalogue.");
        }

        if (tenant.Chats.IsInstalled(person))
        {
            return GraphAnswer.Error(409, "Conflict", "App already installed for the user.");
        }

        tenant.Chats.Install(person, true);
        _ = Task.Run(() => tenant.Teams.InstallAsync(person));
        return new GraphAnswer(201);
    }

    public GraphAnswer List(string owner, GraphRequest request)
    {
        var person = tenant.Organisation.Find(owner)!;
        return request.Query("$filter") != $"teamsApp/id eq '{App}'"
            ? GraphAnswer.Error(400, "BadRequest", "Invalid filter clause.")
            : GraphAnswer.Ok(new JsonObject
            {
                ["value"] = tenant.Chats.IsInstalled(person)
                    ? new JsonArray(new JsonObject { ["id"] = Installation(person), ["teamsApp"] = new JsonObject { ["id"] = App, ["displayName"] = "JuryBot", ["distributionMethod"] = "organization" } })
                    : [],
            });
    }

    public GraphAnswer Chat(string owner, string installation)
    {
        var person = tenant.Organisation.Find(owner)!;
        return installation == Installation(person) && tenant.Chats.IsInstalled(person)
            ? GraphAnswer.Ok(new JsonObject { ["id"] = person.ConversationId, ["chatType"] = "oneOnOne", ["tenantId"] = tenant.Organisation.TenantId.ToString() })
            : GraphAnswer.Error(404, "NotFound", "No such installation.");
    }

    private static string Installation(Person person) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(person.Id));
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using JuryBot.Sandbox.People;

namespace JuryBot.Sandbox.Graph;

/// <summary>Users and rooms.</summary>
internal sealed partial class GraphDirectory(Organisation organisation, string root)
{
    public GraphAnswer List(GraphRequest request)
    {
        var people = organisation.People.Where(person => person.HasAccount);
        if (request.Query("$filter") is { Length: > 0 } filter)
        {
            var wanted = MailIs().Matches(filter).Select(match => match.Groups[1].Value.Replace("''", "'", StringComparison.Ordinal)).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (MailIs().Replace(filter, "").Replace(" or ", "", StringComparison.Ordinal).Trim('(', ')', ' ').Length > 0)
            {
                throw new GraphFaultException("Request_UnsupportedQuery", "Unsupported or invalid query filter clause specified.");
            }

            people = people.Where(person => wanted.Contains(person.Mail) || wanted.Contains(person.UserPrincipalName));
        }

        return GraphPage.Of([.. people.Select(User)], request, root, size: 100);
    }

    public GraphAnswer Get(string id, GraphRequest request) => organisation.People.FirstOrDefault(one => one.HasAccount && (id.Equals(one.Id, StringComparison.OrdinalIgnoreCase) || id.Equals(one.UserPrincipalName, StringComparison.OrdinalIgnoreCase))) is { } person
        ? GraphAnswer.Ok(GraphPage.Select(User(person), request))
        : GraphAnswer.Error(404, "Request_ResourceNotFound", $"Resource '{id}' does not exist or one of its queried reference-property objects are not present.");

    public GraphAnswer Rooms(GraphRequest request) => GraphPage.Of([.. organisation.Rooms.Select(Room)], request, root, size: 100);

    /// <summary>Address of the mailbox a path means: a person's with an account, the shared one, or a room's.</summary>
    public string? Mailbox(string id) => organisation.Find(id) is { HasAccount: true } person ? person.Mail
        : id.Equals(Organisation.SharedMailbox, StringComparison.OrdinalIgnoreCase) ? Organisation.SharedMailbox : organisation.Room(id)?.Mail;

    /// <summary>Whether nobody can ask when this person is busy.</summary>
    public bool IsHidden(string address) => organisation.Find(address) is { CalendarIsHidden: true };

    public string NameOf(string address) => organisation.Find(address)?.Name ?? organisation.Room(address)?.Name ?? address;

    private static JsonObject User(Person person) => new()
    {
        ["@odata.type"] = "#microsoft.graph.user",
        ["id"] = person.Id, ["displayName"] = person.Name, ["givenName"] = person.FirstName, ["surname"] = person.LastName, ["mail"] = person.Mail,
        ["userPrincipalName"] = person.UserPrincipalName, ["jobTitle"] = person.Title, ["companyName"] = person.Employer, ["accountEnabled"] = true,
        ["preferredLanguage"] = person.Language == "fr" ? "fr-FR" : "en-GB", ["userType"] = person.External ? "Guest" : "Member",
    };

    private static JsonObject Room(Room room) => new()
    {
        ["@odata.type"] = "#microsoft.graph.room",
        ["id"] = room.Id, ["displayName"] = room.Name, ["emailAddress"] = room.Mail, ["capacity"] = room.Capacity, ["building"] = room.City, ["nickname"] = room.Name,
        ["bookingType"] = "standard", ["isWheelChairAccessible"] = true, ["tags"] = new JsonArray(),
        ["address"] = new JsonObject { ["street"] = room.Street, ["city"] = room.City, ["postalCode"] = room.PostalCode, ["countryOrRegion"] = "France" },
    };

    [GeneratedRegex(@"(?:mail|userPrincipalName) eq '((?:[^']|'')*)'", RegexOptions.IgnoreCase)]
    private static partial Regex MailIs();
}

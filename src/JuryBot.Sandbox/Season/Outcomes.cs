using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using JuryBot.Sandbox.People;

namespace JuryBot.Sandbox.Season;

/// <summary>Block outcomes that reached candidates, counted in their chats and mailboxes. A message that Teams has twice because the answer to
/// the first sending was lost tells its outcomes once.</summary>
public sealed partial record Outcomes(int Teams, int Mail)
{
    public static Outcomes Read(Tenant tenant) => new(
        tenant.Organisation.Candidates.Where(c => c.HasAccount).Sum(c => InChat(tenant, c).Count()), tenant.Organisation.Candidates.Sum(c => InMailbox(tenant, c).Count()));

    /// <summary>What one candidate was told, in no order: blocks on cards, and blocks with their outcome in mails.</summary>
    public static JsonObject Told(Tenant tenant, Person candidate) => new()
    {
        ["teams"] = Sorted(candidate.HasAccount ? InChat(tenant, candidate) : []),
        ["mail"] = Sorted(InMailbox(tenant, candidate)),
    };

    private static IEnumerable<string> InChat(Tenant tenant, Person candidate) => tenant.Chats.Cards(candidate).Select(message => message.Card!.Json).DistinctBy(card => card.ToJsonString())
        .SelectMany(card => card["body"] as JsonArray ?? []).Select(element => element?["id"]?.ToString() ?? "").Where(id => id.StartsWith("outcome-", StringComparison.Ordinal)).Select(id => id["outcome-".Length..]);

    private static IEnumerable<string> InMailbox(Tenant tenant, Person candidate) => tenant.Mailboxes.Inbox(candidate.Mail).SelectMany(mail => InMail().Matches(mail.Html)).Select(row => $"{row.Groups[1].Value} {row.Groups[2].Value}");

    private static JsonArray Sorted(IEnumerable<string> told) => [.. told.Order(StringComparer.Ordinal).Select(one => (JsonNode)one)];

    [GeneratedRegex("<tr data-block=\"([^\"]*)\">.*?<td>(.*?)</td>")]
    private static partial Regex InMail();
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace JuryBot.Sandbox.Season;

/// <summary>Block outcomes that reached candidates, counted in their chats and mailboxes. A message that Teams has twice because the answer to
/// the first sending was lost tells its outcomes once.</summary>
public sealed partial record Outcomes(int Teams, int Mail)
{
    public static Outcomes Read(Tenant tenant) => new(
        tenant.Organisation.Candidates.Where(c => c.HasAccount).Sum(c => tenant.Chats.Cards(c).DistinctBy(message => message.Card!.Json.ToJsonString()).Sum(message => InCard(message.Card!.Json))),
        tenant.Organisation.Candidates.Sum(c => tenant.Mailboxes.Inbox(c.Mail).Sum(mail => InMail().Count(mail.Html))));

    private static int InCard(JsonObject card) => (card["body"] as JsonArray ?? []).Count(e => e?["id"]?.ToString().StartsWith("outcome-", StringComparison.Ordinal) == true);

    [GeneratedRegex("<tr data-block=")]
    private static partial Regex InMail();
}

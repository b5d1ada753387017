using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using JuryBot.Sandbox.Processes;
using JuryBot.Sandbox.Season;
using JuryBot.Storage;

namespace JuryBot.Tests.Faults;

/// <summary>What a season leaves, so that two can be compared: lines that say the same when the same came about.</summary>
/// <param name="Lines">By what they are about, how often: decisions, awards, verbs of every ledger, mails and calendar events of every person.</param>
/// <param name="Messages">What those of every person in Teams begin with.</param>
/// <param name="Faults">What may not be, whatever the season.</param>
internal sealed partial record Harvest(IReadOnlyDictionary<string, int> Lines, IReadOnlyDictionary<string, IReadOnlyList<string>> Messages, IReadOnlyList<string> Faults)
{
    // Looks at what others did, or at what is due: as often as somebody looks, and several changes at once make one.
    private static readonly string[] Looks =
        ["session.project", "sitting.answers", "sitting.watch", "sitting.event-seen", "sitting.event-writing", "sitting.event-written", "availability.watch", "calendar.watch", "calendar.subscribed", "calendar.notified", "calendar.read", "calendar.sweep"];

    public static async Task<Harvest> ReadAsync(SandboxRun run, ShortSeason season, Posts posts, CancellationToken ct)
    {
        var (lines, faults) = (new List<string>(), new List<string>());
        var service = new TableServiceClient(run.StorageConnectionString);
        var stored = new StoredSeason(service);
        foreach (var candidate in (await stored.ReadAsync("Candidates", ct)).Where(row => row.Key == "s|"))
        {
            var mail = season.Mails.GetValueOrDefault(candidate.Partition, "?");
            lines.AddRange(candidate.Document["results"]!.AsArray().Select(r => $"decision {mail} block {r!["block"]} {r["outcome"]} {r["kind"]}"));
            lines.AddRange(candidate.Document["awards"]!.AsArray().Select(a => $"award {mail} {a!["outcome"]}"));
        }

        lines.AddRange((await stored.ReadAsync("Sittings", ct)).Where(row => row.Key.StartsWith("s|sheet|", StringComparison.Ordinal)).Select(row => $"sheet {row.Document["state"]}"));
        foreach (var table in TableNames.Aggregates)
        {
            await foreach (var row in service.GetTableClient(table).QueryAsync<TableEntity>("(RowKey ge 'l|' and RowKey lt 'l}') or (RowKey ge 'o|' and RowKey lt 'p}')", cancellationToken: ct))
            {
                switch (row.RowKey[0])
                {
                    case 'l' when Looks.Contains(Verb(row)):
                        break;
                    case 'l':
                        lines.Add($"{table} {Verb(row)}");
                        break;
                    case 'p':
                        faults.Add($"parked: {row.GetString("Type")} {row.GetString("Error")}");
                        break;
                    default:
                        faults.Add($"not sent: {row.GetString("Type")} {row.GetString("Error")}");
                        break;
                }
            }
        }

        lines.AddRange(run.Tenant.Mailboxes.Export().Where(mail => mail.Folder == "inbox").Select(mail => $"mail {mail.Owner} {Digits().Replace(mail.Subject, "#")}"));
        lines.AddRange(run.Tenant.Calendars.Export().Where(item => item.ByJuryBot && !item.IsCancelled).Select(item => $"event {item.Owner} {Digits().Replace(item.Subject, "#")}"));
        faults.AddRange(run.Tenant.Counters.Violations.Select(pair => $"limit overstepped: {pair.Key} {pair.Value} times"));
        var (code, output, complaints) = await JuryBotCommand.RunAsync(run, ct, "verify", "--json");
        if (code != 0 || !JsonNode.Parse(output)!["ok"]!.GetValue<bool>())
        {
            faults.Add($"a ledger is not whole: {output} {complaints}");
        }

        return new Harvest(lines.GroupBy(line => line).ToDictionary(g => g.Key, g => g.Count()), posts.Beginnings, faults);
    }

    /// <summary>What is not as it was in another season, in words; messages that came twice left out.</summary>
    /// <param name="mailsAgain">How many mails may have come again.</param>
    /// <param name="twice">Of a person, how many came twice.</param>
    public IReadOnlyList<string> Differs(Harvest other, int mailsAgain, Func<string, int> twice)
    {
        var again = Keys(Lines, other.Lines).Where(line => line.StartsWith("mail ", StringComparison.Ordinal) && other.Lines.ContainsKey(line)).Sum(line => Math.Max(0, Of(Lines, line) - Of(other.Lines, line)));
        return
        [
            .. Faults,
            .. Keys(Lines, other.Lines).Where(line => Of(Lines, line) != Of(other.Lines, line) && !(again <= mailsAgain && IsAgain(line))).Select(line => $"{line}: {Of(Lines, line)} in place of {Of(other.Lines, line)}"),
            .. from person in Messages.Keys.Union(other.Messages.Keys).Order(StringComparer.Ordinal)
               let here = Messages.GetValueOrDefault(person, [])
               let there = other.Messages.GetValueOrDefault(person, [])
               where here.Count - twice(person) != there.Count
               select $"messages to {person}: {here.Count} ({twice(person)} of them twice) in place of {there.Count}; more: {Without(here, there)}; fewer: {Without(there, here)}",
        ];

        static string Without(IReadOnlyList<string> some, IReadOnlyList<string> others) =>
            string.Join(", ", some.GroupBy(text => text).SelectMany(same => same.Skip(others.Count(text => text == same.Key))).Select(text => $"'{text}'"));

        bool IsAgain(string line) => line.StartsWith("mail ", StringComparison.Ordinal) && Of(Lines, line) > Of(other.Lines, line) && other.Lines.ContainsKey(line);
    }

    private static string Verb(TableEntity row) => JsonNode.Parse(string.Concat(Enumerable.Range(0, 64).Select(i => row.GetString($"Entry{i}"))))!["verb"]!.ToString();

    private static int Of(IReadOnlyDictionary<string, int> counts, string key) => counts.GetValueOrDefault(key);

    private static IEnumerable<string> Keys(IReadOnlyDictionary<string, int> some, IReadOnlyDictionary<string, int> others) => some.Keys.Union(others.Keys).Order(StringComparer.Ordinal);

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}

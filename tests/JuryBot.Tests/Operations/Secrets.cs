using System.Buffers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using JuryBot.Sandbox;

namespace JuryBot.Tests.Operations;

/// <summary>What must stand in no log, span or metric after a season: everybody's names and addresses, every sentence anybody wrote or was written, and the keys of personal links.</summary>
internal static partial class Secrets
{
    private const int Sentence = 3, Most = 20, Context = 80;

    public static async Task<IReadOnlySet<string>> OfAsync(Tenant tenant, string storage)
    {
        var secrets = new HashSet<string>(StringComparer.Ordinal);
        foreach (var person in tenant.Organisation.People)
        {
            secrets.UnionWith([person.Name, $"{person.LastName} {person.FirstName}", person.Mail, person.UserPrincipalName, person.TeamsId, person.ConversationId]);
        }

        foreach (var mail in tenant.Organisation.People.SelectMany(person => tenant.Mailboxes.Of(person.Mail)))
        {
            secrets.UnionWith(Token().Matches(mail.Html).Select(link => link.Groups[1].Value));
        }

        var tables = new TableServiceClient(storage);
        await foreach (var table in tables.QueryAsync())
        {
            await foreach (var row in tables.GetTableClient(table.Name).QueryAsync<TableEntity>())
            {
                foreach (var text in row.Select(property => property.Value).OfType<string>())
                {
                    secrets.UnionWith(Texts(text));
                }
            }
        }

        return secrets;
    }

    /// <summary>Where secrets stand in a text, with what follows them.</summary>
    public static IReadOnlyList<string> In(string text, IReadOnlySet<string> secrets)
    {
        var (any, found, rest) = (SearchValues.Create([.. secrets], StringComparison.OrdinalIgnoreCase), new List<string>(), text.AsMemory());
        while (found.Count < Most && rest.Span.IndexOfAny(any) is >= 0 and var at)
        {
            found.Add(rest[at..Math.Min(at + Context, rest.Length)].ToString());
            rest = rest[(at + 1)..];
        }

        return found;
    }

    // Sentences in the documents of rows: comments, reasons, labels. Ids and codes have no spaces.
    private static List<string> Texts(string text)
    {
        if (text.Length == 0 || text[0] is not ('{' or '['))
        {
            return [];
        }

        try
        {
            return Leaves(JsonSerializer.Deserialize<JsonElement>(text)).Where(leaf => leaf.Split(' ').Length >= Sentence).ToList();
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static IEnumerable<string> Leaves(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Leaves(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Leaves),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    [GeneratedRegex("/(?:availability|declaration|sheet|convocation|outcome|minutes|deposit|deposited)/([A-Za-z0-9_-]{20,})")]
    private static partial Regex Token();
}

using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using JuryBot.Chat;
using JuryBot.Sandbox.People;
using Microsoft.AspNetCore.Routing;

namespace JuryBot.Tests.WholeApp;

/// <summary>Everything that everybody can read of a jury, by every door: documents they have issued, routes of the API, cards, typed words, personal
/// pages.</summary>
/// <param name="stand">The jury.</param>
/// <param name="author">Person id of the member whose sheets they are after.</param>
/// <param name="readers">Who looks, by what they are called here; <c>null</c> is somebody without a token.</param>
internal sealed partial class EveryView(SheetStand stand, string author, IReadOnlyDictionary<string, Person?> readers)
{
    // Those that change nothing, asked of every exam.
    private static readonly string[] Verbs = [Chat.Verbs.ShowSheet, Chat.Verbs.Follow, Chat.Verbs.ShowDecision, Chat.Verbs.ShowMinutes, Chat.Verbs.Agenda];
    private static readonly string[] Words = ["mes jurys", "mes blocs", "mon jury", "mon évaluation", "aide"];

    /// <summary>What each reader is answered, by reader and question.</summary>
    public async Task<IReadOnlyDictionary<(string Reader, string Question), string>> ReadAsync()
    {
        var seen = new Dictionary<(string, string), string>();
        var exams = await stand.Jury.ExamsAsync();
        var panel = await stand.Jury.PanelAsync();
        var paths = Paths(exams, [.. panel.Select(m => m.Id)]).ToList();
        // First what writes, so that what is asked afterwards is answered from one state; then everybody asks for whatever was handed to anybody.
        foreach (var (name, reader) in readers.Where(reader => reader.Value is not null))
        {
            foreach (var (path, request) in Documents(exams))
            {
                var answer = await stand.House.PostAsync(reader!, path, request);
                seen[(name, $"{path} {request.ToJsonString()}")] = $"{answer.Status} {MadeAt().Replace(answer.Text, "")}";
                paths.AddRange(answer.Status == 200 && !paths.Contains($"{path}/{answer["sha256"]}") ? [$"{path}/{answer["sha256"]}"] : Array.Empty<string>());
            }
        }

        foreach (var (name, reader) in readers)
        {
            foreach (var path in paths)
            {
                seen[(name, path)] = await GetAsync(reader, path);
            }

            if (reader is { HasAccount: true })
            {
                foreach (var (verb, exam) in from verb in Verbs from exam in exams select (verb, exam))
                {
                    var data = new JsonObject { ["v"] = CardTurn.CardVersion, ["verb"] = verb, ["sitting"] = stand.Jury.Sitting, ["candidate"] = exam, ["juror"] = author, ["member"] = author };
                    seen[(name, $"{verb} {exam}")] = (await stand.House.Tenant.Teams.SendAsync(reader, "1", "Action.Execute", verb, null, data)).Body?.ToJsonString() ?? "";
                }

                foreach (var words in Words)
                {
                    var before = stand.House.Tenant.Chats.Of(reader).Count;
                    Assert.True((await stand.House.Tenant.Teams.SayAsync(reader, words)).IsSuccess);
                    seen[(name, words)] = Told(reader, before);
                }
            }

            if (reader is not null)
            {
                foreach (var link in Links(reader))
                {
                    var page = await stand.Visitor.GetAsync(link);
                    seen[(name, link)] = $"{page.Status} {page.Html}";
                }
            }
        }

        return seen;
    }

    /// <summary>What lies in chats, mailboxes and calendars of everybody but one person, whether they look or not.</summary>
    public IReadOnlyDictionary<(string Reader, string Question), string> Delivered(Person but)
    {
        var (tenant, organisation) = (stand.House.Tenant, stand.House.Organisation);
        return organisation.People.Where(person => person != but).SelectMany(person => new[]
        {
            ((person.Name, "chat"), Told(person, 0)),
            ((person.Name, "mail"), string.Join('\n', tenant.Mailboxes.Inbox(person.Mail).Select(mail => JsonSerializer.Serialize(mail)))),
            ((person.Name, "calendar"), JsonSerializer.Serialize(tenant.Calendars.All(person.Mail))),
        }).ToDictionary(seen => seen.Item1, seen => seen.Item2);
    }

    /// <summary>What a workbook or a document says, and each document of a file of them. The rest of a workbook has ids of its own each time.</summary>
    public static string Unpacked(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        return string.Join('\n', archive.Entries.Select(entry =>
        {
            using var bytes = new MemoryStream();
            using (var packed = entry.Open())
            {
                packed.CopyTo(bytes);
            }

            return entry.FullName.EndsWith(".docx", StringComparison.Ordinal) ? $"{entry.FullName}\n{Unpacked(bytes.ToArray())}"
                : entry.FullName.StartsWith("xl/worksheets/s", StringComparison.Ordinal) || entry.FullName.StartsWith("word/", StringComparison.Ordinal) ? Encoding.UTF8.GetString(bytes.ToArray())
                : "";
        }));
    }

    private string Told(Person reader, int after) => string.Join('\n', stand.House.Tenant.Chats.Of(reader).Skip(after)
        .Select(message => $"{message.UpdatedAt is not null} {message.Text} {string.Join(' ', message.Attachments.Select(a => a.ToJsonString()))}"));

    private IEnumerable<string> Links(Person reader) => stand.House.Tenant.Mailboxes.Inbox(reader.Mail)
        .SelectMany(mail => Link().Matches(mail.Html).Select(match => match.Groups[1].Value)).Distinct();

    // With everything that a route could mean in the place of its parameters. Health is left out: it counts what waits to be sent at that moment, whatever it is.
    private IEnumerable<string> Paths(IReadOnlyList<string> exams, IReadOnlyList<string> jurors) =>
        from endpoint in Doors.Of(stand.House)
        let route = endpoint.RoutePattern.RawText!.Trim('/')
        where route.StartsWith("api/", StringComparison.Ordinal) && route != "api/health" && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true
        from id in new[] { stand.Jury.Sitting, stand.Jury.Session.Split('/')[^1] }.Concat(exams).Concat(jurors.Take(1)).Where(_ => route.Contains("{id}", StringComparison.Ordinal)).DefaultIfEmpty("")
        from candidate in exams.Where(_ => route.Contains("{candidate}", StringComparison.Ordinal)).DefaultIfEmpty("")
        from juror in jurors.Where(_ => route.Contains("{juror}", StringComparison.Ordinal) || route.Contains("{person}", StringComparison.Ordinal)).DefaultIfEmpty("")
        from file in new[] { "jurors.csv", "rates.csv", "severity.csv", "delays.csv" }.Where(_ => route.Contains("{file}", StringComparison.Ordinal)).DefaultIfEmpty("")
        select Parameter().Replace(route, match => match.Groups[1].Value switch { "id" => id, "candidate" => candidate, "juror" or "person" => juror, "file" => file, "version" or "number" => "1", _ => "none" });

    // Every kind there is, by every route that issues any.
    private List<(string Path, JsonObject Request)> Documents(IReadOnlyList<string> exams) => [..
        from endpoint in Doors.Of(stand.House)
        let route = endpoint.RoutePattern.RawText!.Trim('/')
        where route.EndsWith("/documents", StringComparison.Ordinal) && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true
        let of = route.Split('/')[1]
        // What holds the others comes last.
        orderby of == "sessions"
        let id = of switch { "sittings" => stand.Jury.Sitting, "candidates" => exams[0], "sessions" => stand.Jury.Session.Split('/')[^1], _ => throw new NotSupportedException(route) }
        from asked in of switch
        {
            "sittings" => new[] { ("attendance", ""), ("memberConvocation", author), ("candidateConvocation", exams[0]), ("minutes", "") },
            "candidates" => [("certificate", "1"), ("parchment", ""), ("awardLetter", stand.Jury.Sitting)],
            _ => [("audit", "")],
        }
        select (route.Replace("{id}", id, StringComparison.Ordinal), new JsonObject { ["kind"] = asked.Item1, ["subject"] = asked.Item2 })];

    private async Task<string> GetAsync(Person? reader, string path)
    {
        var answer = await stand.House.GetAsync(reader, path);
        var text = answer.Text.StartsWith("PK", StringComparison.Ordinal) ? Unpacked(await stand.House.DownloadAsync(reader!, path)) : answer.Text;
        return $"{answer.Status} {MadeAt().Replace(text, "")}";
    }

    [GeneratedRegex("\"(?:madeAt|traceId)\": ?\"[^\"]*\"")]
    private static partial Regex MadeAt();

    [GeneratedRegex("\\{(\\w+)(?::\\w+)?\\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("href=\"[^\"]*/((?:sheet|convocation|outcome|minutes|availability|declaration|deposit|deposited)/[^\"]+)\"")]
    private static partial Regex Link();
}

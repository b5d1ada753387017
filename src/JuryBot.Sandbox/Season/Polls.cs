using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using JuryBot.Sandbox.People;
using JuryBot.Sandbox.Processes;

namespace JuryBot.Sandbox.Season;

/// <summary>Jurors whose calendars cannot be read: the coordinator asks them, and they answer on the card in their chat or from the link in their mail.</summary>
internal sealed partial class Polls(SandboxRun run, SeasonClock clock, JuryBotApi api, int seed) : IDisposable
{
    private const string Verb = "availability.save";
    private static readonly string[] Choices = ["yes", "ifNeedBe", "no"];
    private readonly Tenant tenant = run.Tenant;
    private readonly PersonalPage page = new(run.Tenant);
    private readonly Random random = new(seed);
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> said = [];

    private Person Coordinator => tenant.Organisation.Coordinators.First();

    /// <summary>Requests for availability that arrived. A card that Teams has twice because the answer to the first sending was lost counts once.</summary>
    public static int CountAsked(Tenant tenant) => tenant.Organisation.Jurors.Sum(juror => tenant.Mailboxes.Inbox(juror.Mail).Count(mail => Link().IsMatch(mail.Html))
        + tenant.Chats.Cards(juror).Select(message => message.Card!.Json).Where(card => Heading().IsMatch(card["speak"]?.ToString() ?? "")).Select(Head).Distinct().Count());

    /// <summary>Asks everybody whose time is unknown and has them answer.</summary>
    public async Task LiveAsync(string session, CancellationToken ct)
    {
        var jurors = (await ReadAsync(session, ct)).ToDictionary(j => j!["person"]!.ToString(), j => tenant.Organisation.Find(j!["mail"]!.ToString())!);
        await api.PostAsync(Coordinator, $"{session}/availability/asks", new JsonObject { ["people"] = new JsonArray([.. jurors.Keys.Select(id => (JsonNode)id)]) }, ct);
        foreach (var (id, juror) in jurors)
        {
            said[id] = juror.HasAccount ? await OnCardAsync(juror, session.Split('/')[^1], ct) : await OnPageAsync(juror, ct);
        }

        var answered = await ReadAsync(session, ct);
        if (!answered.All(j => said[j!["person"]!.ToString()].All(entry => j["answers"]![entry.Key]!.ToString() == entry.Value)))
        {
            throw new SandboxException("An answer about availability was not kept.");
        }
    }

    /// <summary>Whether whoever was asked is planned only where they said yes, if need be included.</summary>
    public bool Hold(JsonArray sittings) => sittings.All(sitting => sitting!["panel"]!.AsArray().All(seat =>
        !said.TryGetValue(seat!["person"]!.ToString(), out var answers) || Halves(sitting).All(half => answers.GetValueOrDefault(half) is "yes" or "ifNeedBe")));

    public void Dispose() => page.Dispose();

    private async Task<JsonArray> ReadAsync(string session, CancellationToken ct) => (await api.GetAsync(Coordinator, $"{session}/availability", ct))!["jurors"]!.AsArray();

    private async Task<Dictionary<string, string>> OnCardAsync(Person juror, string session, CancellationToken ct)
    {
        await clock.UntilAsync("the card that asks for availability", () => Cards().Any(), ct);
        var (message, action) = Cards().First();
        var answers = Answers(action.Inputs.Select(input => input.Id));
        var answer = await tenant.Teams.PressAsync(juror, message, action, answers, ct);
        return answer.IsRefusal && !answer.PressedAgain ? throw new SandboxException($"{juror.Name}'s availability was refused: {answer.Body?.ToJsonString()}") : answers;

        IEnumerable<(string, Teams.CardAction)> Cards() => from card in tenant.Chats.Cards(juror)
            let save = card.Card!.Action(Verb)
            where save is not null && save.Data["session"]?.ToString() == session
            select (card.Id, save);
    }

    private async Task<Dictionary<string, string>> OnPageAsync(Person juror, CancellationToken ct)
    {
        await clock.UntilAsync("the mail that asks for availability", () => Find() is not null, ct);
        var link = new Uri(Find()!);
        var answers = Answers(PersonalPage.Fields(await page.GetAsync(link, ct)));
        await page.PostAsync(link, answers, ct);
        return answers;

        string? Find() => tenant.Mailboxes.Inbox(juror.Mail).Select(mail => Link().Match(mail.Html)).FirstOrDefault(match => match.Success)?.Groups[1].Value;
    }

    private Dictionary<string, string> Answers(IEnumerable<string> halves) => halves.ToDictionary(half => half, _ => Choices[random.Next(Choices.Length)]);

    // What a card asks for, answered or not: its first lines.
    private static string Head(JsonObject card) => string.Join('\n', card["body"]!.AsArray().Take(3).Select(element => element!["text"]?.ToString()));

    private IEnumerable<string> Halves(JsonNode sitting)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(tenant.Organisation.TimeZone);
        var (start, end) = (Local("start"), Local("end"));
        return [.. start.Hour < 13 ? [$"{start:yyyy-MM-dd}.am"] : Array.Empty<string>(), .. end.TimeOfDay > TimeSpan.FromHours(13) ? [$"{start:yyyy-MM-dd}.pm"] : Array.Empty<string>()];

        DateTimeOffset Local(string name) => TimeZoneInfo.ConvertTime(DateTimeOffset.Parse(sitting[name]!.ToString(), System.Globalization.CultureInfo.InvariantCulture), zone);
    }

    [GeneratedRegex("href=\"([^\"]+/availability/[^\"]+)\"")]
    private static partial Regex Link();

    [GeneratedRegex("^(Vos disponibilités|Your availability)")]
    private static partial Regex Heading();
}

using System.Net;
using System.Text.Json.Nodes;
using JuryBot.Sandbox.People;

namespace JuryBot.Sandbox.Season.Full;

/// <summary>Two jurors of block 4 declare their independence; one of them has a link to a candidate.</summary>
internal sealed class Declarations() : SeasonStep("Declarations of independence, block 4", Asked, ByCard, ByPage, TakenOff, InMinutes)
{
    private const string Asked = "a declaration of independence asked in the convocation", ByCard = "signed by card, with a link to a candidate", ByPage = "signed on the page of a juror without an account",
        TakenOff = "a declared link takes the juror off that candidate, and off no other", InMinutes = "the minutes name who signed";

    private const string Words = "Un cousin germain.";

    private string session = "";
    private IReadOnlyList<string> sittings = [];
    private (string Sitting, string Candidate, string Id, Person Person) linked;

    public override async Task BeforeAsync(FullSeason season, JuryCall call, string convened, IReadOnlyList<string> held, CancellationToken ct)
    {
        if (call.Block != "4")
        {
            return;
        }

        (session, sittings) = (convened, held);
        using var page = new PersonalPage(season.Office.Tenant);
        var outside = Outside(season);
        linked = await SomeoneAsync(season, ct);
        var start = Moment((await season.Office.SittingAsync(linked.Sitting, ct))["start"]!);
        await season.Office.Clock.UntilAsync("the link to declare by mail", () => page.Mailed(outside, "declaration").Count > 0, ct);
        var invitation = season.Office.Tenant.Calendars.All(linked.Person.Mail).First(item => !item.IsCancelled && item.Start == start).BodyHtml;
        season.Saw(Asked, WebUtility.HtmlDecode(invitation).Contains("« ma déclaration »", StringComparison.Ordinal) && await OutstandingAsync(linked.Person) > 0, invitation);

        await SignOnCardAsync(season, ct);
        await SignOnPageAsync(season, page, outside, ct);

        async Task<int> OutstandingAsync(Person juror) => (await ReadAsync(season, juror, ct))["outstanding"]!.AsArray().Count;
    }

    public override async Task LiveAsync(FullSeason season, CancellationToken ct)
    {
        var exams = (await season.Office.SittingAsync(linked.Sitting, ct))["exams"]!.AsArray();
        season.Saw(TakenOff, exams.All(e => (e!["candidate"]!.ToString() == linked.Candidate) == e["recusals"]!.AsArray().Any(r => r!["person"]!.ToString() == linked.Id)
            && (e["candidate"]!.ToString() != linked.Candidate) == e["sheets"]!.AsArray().Any(s => s!["person"]!.ToString() == linked.Id && s["submitted"]!.GetValue<bool>())), exams);

        var said = new List<string>();
        foreach (var sitting in sittings)
        {
            var day = new EventfulDay(season, new SittingDay(season.Office, season.Cast.FirstVerdicts, await season.Office.SittingAsync(sitting, ct), season.Random));
            said.AddRange((await day.ReadMinutesAsync(day.Day.Chair, ct)).Split('\n').Where(line => line.StartsWith("Déclaration d'indépendance de", StringComparison.Ordinal)));
        }

        season.Saw(InMinutes, new[] { linked.Person, Outside(season) }.All(juror => said.Exists(line => line.Contains(juror.Name, StringComparison.Ordinal))), string.Join('\n', said));
    }

    private static Person Outside(FullSeason season) => season.Office.Tenant.Organisation.Jurors.Single(j => !j.HasAccount);

    // A member who is reached in Teams and without whom there still is a chair, and somebody they hear.
    private async Task<(string Sitting, string Candidate, string Id, Person Person)> SomeoneAsync(FullSeason season, CancellationToken ct)
    {
        foreach (var id in sittings)
        {
            var sitting = await season.Office.SittingAsync(id, ct);
            var members = sitting["panel"]!.AsArray().Select(m => (Id: m!["person"]!.ToString(), Role: m["role"]!.ToString(), Person: season.Office.Tenant.Organisation.Find(m["mail"]!.ToString())!));
            if (members.FirstOrDefault(m => m.Role == "professional" && m.Person.HasAccount) is { Person: { } juror } member && sitting["exams"]!.AsArray() is { Count: > 1 } exams)
            {
                return (id, exams[0]!["candidate"]!.ToString(), member.Id, juror);
            }
        }

        throw new SandboxException("No professional with an account sits.");
    }

    private async Task SignOnCardAsync(FullSeason season, CancellationToken ct)
    {
        await season.Office.Tenant.Teams.SayAsync(linked.Person, "ma déclaration", ct);
        await season.Office.Clock.UntilAsync("the juror's declarations", () => Find("declaration.show") is not null, ct);
        await PressAsync("declaration.show", []);
        await PressAsync("declaration.prepare", new() { [$"l.{linked.Candidate}"] = "family" });
        await PressAsync("declaration.sign", new() { [$"w.{linked.Candidate}"] = Words });
        var read = await ReadAsync(season, linked.Person, ct);
        season.Saw(ByCard, IsSigned(read) && read["links"]!.AsArray() is [{ } link] && (link["candidate"]!.ToString(), link["effect"]!.ToString(), link["words"]!.ToString()) == (linked.Candidate, "blocking", Words), read);
        await season.Office.Clock.UntilAsync("the link known to the sitting", async () => (await season.ExamAsync(linked.Sitting, linked.Candidate, ct))["linked"]!.AsArray().Any(l => l!["person"]!.ToString() == linked.Id), ct);

        (string Message, Teams.CardAction Action)? Find(string verb)
        {
            foreach (var message in season.Office.Tenant.Chats.Cards(linked.Person))
            {
                if (message.Card!.Actions.FirstOrDefault(a => a.Verb == verb && a.Data["session"]?.ToString() == session.Split('/')[^1]) is { } action)
                {
                    return (message.Id, action);
                }
            }

            return null;
        }

        async Task PressAsync(string verb, Dictionary<string, string> values)
        {
            var (message, action) = Find(verb) ?? throw new SandboxException($"{linked.Person.Name} has no card for {verb}.");
            var answer = await season.Office.Tenant.Teams.PressAsync(linked.Person, message, action, values, ct);
            SeasonOffice.Check(!answer.IsRefusal || answer.PressedAgain, $"{verb} was refused: {answer.Body?.ToJsonString()}");
        }
    }

    private async Task SignOnPageAsync(FullSeason season, PersonalPage page, Person outside, CancellationToken ct)
    {
        var link = page.Mailed(outside, "declaration")[0];
        var said = (await ReadAsync(season, outside, ct))["outstanding"]!.AsArray().ToDictionary(o => $"l.{o!["candidate"]}", _ => "none");
        await page.PostAsync(link, new Dictionary<string, string>(said) { ["do"] = "prepare" }, ct);
        SeasonOffice.Check(!IsSigned(await ReadAsync(season, outside, ct)), "A declaration was signed before its juror had read it again.");
        var signed = WebUtility.HtmlDecode(await page.PostAsync(link, new Dictionary<string, string>(said) { ["do"] = "sign" }, ct));
        season.Saw(ByPage, said.Count > 0 && IsSigned(await ReadAsync(season, outside, ct)) && signed.Contains($"Signé par {outside.Name}", StringComparison.Ordinal), signed);
    }

    private static bool IsSigned(JsonNode declaration) => declaration["signatures"]!.AsArray().Count == 1 && declaration["outstanding"]!.AsArray().Count == 0;

    private async Task<JsonNode> ReadAsync(FullSeason season, Person juror, CancellationToken ct) =>
        (await season.Office.Api.GetAsync(season.Office.Coordinator, $"{session}/declarations", ct))!["jurors"]!.AsArray().Single(j => j!["name"]!.ToString() == juror.Name)!;

    private static DateTimeOffset Moment(JsonNode moment) => DateTimeOffset.Parse(moment.ToString(), System.Globalization.CultureInfo.InvariantCulture);
}
